"""What a person chooses for a report: the days, for whom, what goes in, and on which paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from diary.exchange.privacy import Privacy


class Audience(StrEnum):
    """For whom a report is: each has a usual choice of what goes in, see `preset`."""

    PAIN_CLINIC = "pain_clinic"
    GP = "gp"
    PHYSIOTHERAPIST = "physiotherapist"
    EMERGENCY = "emergency"
    MYSELF = "myself"


class Part(StrEnum):
    """What of page one can be left out, in the order of the page; how complete it is and pain always stay."""

    SINCE = "since"
    WHERE = "where"
    HELPED = "helped"
    TRIED = "tried"
    FUNCTION = "function"
    CONDITIONS = "conditions"
    QUESTIONS = "questions"


class Annex(StrEnum):
    """What may follow page one, in the order of the annex."""

    CALENDAR = "calendar"
    CHARTS = "charts"
    AREAS = "areas"
    TREATMENTS = "treatments"
    FLARES = "flares"
    QUESTIONNAIRES = "questionnaires"
    LINKS = "links"
    TRACKERS = "trackers"
    NOTES = "notes"
    CHANGES = "changes"
    NERVES = "nerves"


class Paper(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


ALL_PARTS = tuple(Part)

PRESETS: Mapping[Audience, tuple[tuple[Part, ...], tuple[Annex, ...]]] = {
    Audience.PAIN_CLINIC: (
        ALL_PARTS,
        (Annex.AREAS, Annex.TREATMENTS, Annex.FLARES, Annex.QUESTIONNAIRES, Annex.CHANGES),
    ),
    Audience.GP: (ALL_PARTS, (Annex.TREATMENTS, Annex.QUESTIONNAIRES)),
    Audience.PHYSIOTHERAPIST: (
        (Part.SINCE, Part.WHERE, Part.HELPED, Part.FUNCTION, Part.QUESTIONS),
        (Annex.CALENDAR, Annex.AREAS, Annex.FLARES),
    ),
    Audience.EMERGENCY: ((), ()),
    Audience.MYSELF: (ALL_PARTS, tuple(one for one in Annex if one not in (Annex.NOTES, Annex.NERVES))),
}
"""What is ticked for each audience; the emergency card is a paper of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What the person chose; absent days mean the default, `notes` are uids of entries whose note is printed.

    `with_words` prints own words in flares, and reasons of doses and of stopping. `with_author` puts the name
    into the properties of the PDF; `large_print` sets 14 pt on two pages.
    """

    since: date | None = None
    until: date | None = None
    audience: Audience = Audience.PAIN_CLINIC
    parts: tuple[Part, ...] = ALL_PARTS
    annex: tuple[Annex, ...] = ()
    notes: tuple[str, ...] = ()
    with_name: bool = False
    with_born: bool = False
    with_private: bool = False
    with_words: bool = False
    with_author: bool = False
    to: str = ""
    paper: Paper = Paper.A4
    large_print: bool = False

    @property
    def privacy(self) -> Privacy:
        """What may be said about the person; notes are ticked one by one and so are never all on."""
        return Privacy(name=self.with_name, born=self.with_born, private_places=self.with_private)

    def plain(self) -> dict[str, Any]:
        """The choices as plain JSON values, kept beside the given report and read by `from_plain`."""
        found: dict[str, Any] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, tuple):
                found[one.name] = [str(each) for each in value]
            elif isinstance(value, bool) or value is None:
                found[one.name] = value
            else:
                found[one.name] = str(value)
        return found


def preset(choices: ReportChoices, audience: Audience) -> ReportChoices:
    """The choices with what is usual for that audience; days, notes and private ticks stay as they are."""
    parts, annex = PRESETS[audience]
    return replace(choices, audience=audience, parts=parts, annex=annex)


def from_plain(plain: Mapping[str, Any]) -> ReportChoices:
    """Choices from plain values; what is absent has its default. ValueError names a field that is off."""
    known = {one.name for one in fields(ReportChoices)}
    if unknown := set(plain) - known:
        raise ValueError(min(unknown))
    found: dict[str, Any] = {}
    for name, value in plain.items():
        try:
            found[name] = _field(name, value)
        except (TypeError, ValueError) as error:
            raise ValueError(name) from error
    return ReportChoices(**found)


_TEXT: Mapping[str, type[StrEnum]] = {"audience": Audience, "paper": Paper}
_LISTS: Mapping[str, type[StrEnum]] = {"parts": Part, "annex": Annex}


def _field(name: str, value: Any) -> Any:
    if name in ("since", "until"):
        return None if value is None else date.fromisoformat(value)
    if name in _TEXT:
        return _TEXT[name](value)
    if name in _LISTS:
        wanted = {_LISTS[name](one) for one in value}
        return tuple(one for one in _LISTS[name] if one in wanted)
    if name == "notes":
        return tuple(str(one) for one in value)
    if isinstance(value, str) if name == "to" else isinstance(value, bool):
        return value
    raise ValueError(name)
