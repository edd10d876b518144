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
    ALL = "all"


class AnswerList(StrEnum):
    """The lists on the form that can be answered with *some* or *none*.

    `doses` are those taken as needed; `planned` are the medicines of every day, also answered with *all*.
    """

    PLACES = "places"
    ATTACKS = "attacks"
    DOSES = "doses"
    PLANNED = "planned"
    FACTORS = "factors"


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


class TouchedBy(StrEnum):
    """What hurts by touching: told of the quality `touch` (clinical.md section 1, row 6)."""

    CLOTHES = "clothes"
    BEDSHEET = "bedsheet"
    BRUSHING = "brushing"
    PRESSURE = "pressure"


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
    GIVEN_EXPORT = "given_export"
    ERASED = "erased"
    TREATMENT = "treatment"
    DOSE_STEP = "dose_step"
    DOSE = "dose"
    RELIEF = "relief"
    SIDE_EFFECT = "side_effect"
    SESSION = "session"
    PROCEDURE = "procedure"
    TRIED_BEFORE = "tried_before"
    INTOLERANCE = "intolerance"
    IMPLANT = "implant"
    CONDITION = "condition"
    LIFE_EVENT = "life_event"
    SITE = "site"
    GOAL = "goal"
    ATTAINMENT = "attainment"
    CONSULT = "consult"
    QUESTION = "question"
    RESPONSE = "response"
    ATTRIBUTION = "attribution"
    LINK_QUESTION = "link_question"
    TRIAL = "trial"


class Form(StrEnum):
    """What a medicine comes as."""

    TABLET = "tablet"
    CAPSULE = "capsule"
    DROPS = "drops"
    LIQUID = "liquid"
    PATCH = "patch"
    CREAM = "cream"
    SPRAY = "spray"
    INHALER = "inhaler"
    INJECTION = "injection"
    SUPPOSITORY = "suppository"
    OTHER = "other"


class Unit(StrEnum):
    """What an amount of a medicine is counted in; own units are kept as their word."""

    MG = "mg"
    UG = "ug"
    G = "g"
    ML = "ml"
    DROPS = "drops"
    PIECES = "pieces"
    PATCHES = "patches"
    PUFFS = "puffs"
    UNITS = "units"


class TreatmentKind(StrEnum):
    """What kind of treatment is taken or used over a time."""

    MEDICINE = "medicine"
    THERAPY = "therapy"
    OTHER = "other"


class Use(StrEnum):
    """Whether a treatment is planned for every day or taken when needed."""

    REGULAR = "regular"
    AS_NEEDED = "as_needed"


class StopReason(StrEnum):
    """Why a treatment was stopped."""

    NO_EFFECT = "no_effect"
    SIDE_EFFECTS = "side_effects"
    COST = "cost"
    OTHER = "other"


class Helped(StrEnum):
    """How much something helped, as the person says."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"
    UNSURE = "unsure"


class SessionKind(StrEnum):
    """What was done in a session of therapy."""

    PHYSIOTHERAPY = "physiotherapy"
    OCCUPATIONAL = "occupational"
    ACUPUNCTURE = "acupuncture"
    MINDFULNESS = "mindfulness"
    PSYCHOLOGY = "psychology"
    MASSAGE = "massage"
    TENS = "tens"
    EXERCISE = "exercise"
    OTHER = "other"


class ProcedureKind(StrEnum):
    """A procedure done at one time."""

    BLOCK = "block"
    STIMULATOR = "stimulator"
    SURGERY = "surgery"
    INFUSION = "infusion"
    OTHER = "other"


class IntoleranceKind(StrEnum):
    """What a substance did, as the person knows it."""

    ALLERGY = "allergy"
    INTOLERANCE = "intolerance"
    UNSURE = "unsure"


class CauseGroup(StrEnum):
    """The six groups of conditions and causes (clinical.md section 1, rows 16 to 21); unknown comes last."""

    INJURY = "injury"
    DISEASE = "disease"
    COMPRESSION = "compression"
    CENTRAL = "central"
    MEDICINE = "medicine"
    INHERITED = "inherited"
    UNKNOWN = "unknown"


class Told(StrEnum):
    """How something about the illness is known."""

    CLINICIAN = "clinician"
    BELIEF = "belief"
    UNKNOWN = "unknown"


class InFamily(StrEnum):
    """Whether a condition is in the family."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Effect(StrEnum):
    """What the person thinks that a factor did to the pain; kept apart from any statistic."""

    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    UNSURE = "unsure"
