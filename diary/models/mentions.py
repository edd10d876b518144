"""Which records name others, what goes with what, and whether those named were ever there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diary.models.codes import Noun
from diary.models.life_rules import named_records
from diary.models.records import Entry, Erased, Record

Key = tuple[Noun, str]


class Link(NamedTuple):
    """The field of a noun's records that names another record."""

    noun: Noun
    field: str


GOES_WITH: dict[Noun, tuple[Link, ...]] = {
    Noun.TREATMENT: (Link(Noun.DOSE_STEP, "treatment"), Link(Noun.DOSE, "treatment")),
    Noun.DOSE: (Link(Noun.RELIEF, "dose"),),
    Noun.GOAL: (Link(Noun.ATTAINMENT, "goal"),),
    Noun.ENTRY: (Link(Noun.REDRAWING, "entry"), Link(Noun.ATTRIBUTION, "entry")),
}
"""What is nothing without a record, and goes with it, deleted or erased."""

STAYS_UNNAMED: dict[Noun, tuple[Link, ...]] = {
    Noun.TREATMENT: (Link(Noun.SIDE_EFFECT, "treatment"),),
    Noun.CONSULT: (Link(Noun.QUESTION, "consult"),),
}
"""What stays when a record goes, and names it no more."""


class Mention(NamedTuple):
    """A field of a record (`treatment`, `areas[0].site`) that names the record `uid` of `noun`."""

    field: str
    noun: Noun
    uid: str


def mentions(record: Record) -> Iterator[Mention]:
    """The other records that one names."""
    for field, (noun, uid) in named_records(record).items():
        yield Mention(field, noun, uid)
    if isinstance(record, Entry):
        for at, area in enumerate(record.areas):
            if area.site is not None:
                yield Mention(f"areas[{at}].site", Noun.SITE, area.site)


def ever_there(live: Iterable[Record], earlier: Iterable[Key]) -> set[Key]:
    """Every record that is or was in a diary: live, in an earlier version, or erased for good."""
    found = set(earlier)
    for one in live:
        found.add((one.noun, one.uid))
        if isinstance(one, Erased):
            found.add((one.of, one.record))
    return found


def never_there(record: Record, ever: set[Key]) -> list[Mention]:
    """What a record names that never was in the diary."""
    return [one for one in mentions(record) if (one.noun, one.uid) not in ever]
