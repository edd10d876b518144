"""The closed lists of the record; a value once released is never renamed."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about: a day, the night that ends on a day, or one moment."""

    DAY = "day"
    NIGHT = "night"
    MOMENT = "moment"


class Answered(StrEnum):
    """Whether a list on the form was answered; a list not in the record was not answered."""

    SOME = "some"
    NONE = "none"


class AnswerList(StrEnum):
    """The lists on the form that can be answered with *some* or *none*."""

    PLACES = "places"


class Verb(StrEnum):
    """What a change did."""

    SAVE = "save"
    EDIT = "edit"
    DELETE = "delete"
    UNDO = "undo"
    IMPORT = "import"
    RESTORE = "restore"
    MERGE = "merge"
    ERASE = "erase"


class SourceKind(StrEnum):
    """Where content came from: typed here, measured by a device, or kept in another app."""

    TYPED = "typed"
    DEVICE = "device"
    APP = "app"


class AuthorRole(StrEnum):
    """Who wrote."""

    SELF = "self"
    PARTNER = "partner"
    CARER = "carer"


class Quality(StrEnum):
    """How a place feels; clinical.md section 1. Own words are kept as text beside these codes."""

    BURNING = "burning"
    PRICKLING = "prickling"
    ELECTRIC = "electric"
    TINGLING = "tingling"
    NUMBNESS = "numbness"
    TOUCH = "touch"
    COLD = "cold"
    HEAT = "heat"
    STABBING = "stabbing"
    ACHING = "aching"
    SQUEEZING = "squeezing"
    ITCHING = "itching"


SENSATIONS = (Quality.PRICKLING, Quality.TINGLING, Quality.NUMBNESS, Quality.ITCHING)
"""Qualities that may be there without pain: with a strength of their own, never part of a pain figure."""


class Depth(StrEnum):
    """How deep a place lies."""

    SKIN = "skin"
    DEEP = "deep"
    BOTH = "both"


class StrokeMode(StrEnum):
    """What one stroke of a drawing does; strokes work in the order in which they were made."""

    PAINT = "paint"
    ERASE = "erase"
    FILL = "fill"


class Limb(StrEnum):
    """Whether the limb of a place is there."""

    PRESENT = "present"
    MISSING = "missing"
    STUMP = "stump"


class MeasureKind(StrEnum):
    """What kind of answer a measure takes."""

    SCALE = "scale"
    COUNT = "count"
    MINUTES = "minutes"
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"


class Direction(StrEnum):
    """Which way is worse."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Group(StrEnum):
    """Which part of the form a measure stands in."""

    PAIN = "pain"
    SLEEP = "sleep"
    DAY = "day"
    FLOW = "flow"
    SPACE = "space"
    MOVEMENT = "movement"
    OWN = "own"


class Lateness(StrEnum):
    """How long after the end of its day a value was first written (clinical.md section 3)."""

    SAME_DAY = "same_day"
    NEXT_DAY = "next_day"
    LATER = "later"
    MEMORY = "memory"
    IMPORTED = "imported"


class Noun(StrEnum):
    """The kinds of record that changes and revisions speak of."""

    ENTRY = "entry"
    MEASURE = "measure"
    PERSON = "person"
    AUTHOR = "author"
    GIVEN_REPORT = "given_report"
    REDRAWING = "redrawing"
    SETTING = "setting"
