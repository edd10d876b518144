"""The part of a record that was asked for: some days, and only what was ticked. It restores like a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, zip_longest
from typing import Any

from diary.exchange.left_out import LeavingOut
from diary.exchange.privacy import Privacy
from diary.models.care import (
    Dose,
    DoseStep,
    Relief,
    SideEffect,
)
from diary.models.codes import Noun
from diary.models.inquiry import Trial
from diary.models.nouns import PLAIN
from diary.models.plain import from_plain
from diary.models.records import Entry, Erased, Provenance, Revision
from diary.models.rough import Rough
from diary.models.story import Attainment, Attribution, Question
from diary.storage.acts import RECORD_OF, canonical
from diary.storage.reading import DAY_END_SETTING, SAMPLE_SETTING
from diary.storage.snapshot import Snapshot

KEPT_SETTINGS = (DAY_END_SETTING, SAMPLE_SETTING)
"""Settings that a part of a record needs to mean the same: when a day ends, and whether it is made up."""

TIME_OF: Mapping[Noun, tuple[str, str]] = {
    Noun.TREATMENT: ("started", "stopped"),
    Noun.PROCEDURE: ("when", "when"),
    Noun.TRIED_BEFORE: ("when", ""),
    Noun.INTOLERANCE: ("since", ""),
    Noun.IMPLANT: ("since", ""),
    Noun.CONDITION: ("since", ""),
    Noun.LIFE_EVENT: ("when", "when"),
    Noun.SITE: ("onset", "over"),
    Noun.GOAL: ("since", "closed"),
    Noun.QUESTION: ("asked", ""),
    Noun.LINK_QUESTION: ("asked", "ended"),
}
"""Where a noun's records say when they began and ended; "" where they last; others have a `day`."""

Plain = dict[Noun, dict[str, Any]]
"""Records of treatments, story and plan by noun and uid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from `since` to `until`, both in; absent: from the first, to the last."""

    since: date | None = None
    until: date | None = None

    @property
    def is_all(self) -> bool:
        """Whether no day is left out."""
        return self.since is None and self.until is None

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.meets(day, day)

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether a time from `first` to `last` (None: open) has a day in common with them."""
        early = self.since is not None and last is not None and last < self.since
        late = self.until is not None and first is not None and first > self.until
        return not (early or late)


def selected(whole: Snapshot, since: date | None, until: date | None, privacy: Privacy) -> Snapshot:
    """The record of these days with what is ticked; the very `whole` where nothing is left out.

    A part has no drafts, no reports or exports that were given, and no versions of what is not in it.
    """
    days = Days(since=since, until=until)
    if days.is_all and privacy.is_all:
        return whole
    return _Part(whole, days, LeavingOut.of(whole, privacy)).snapshot()


class _Part:
    """One selection: each step looks at what the steps before it kept."""

    def __init__(self, whole: Snapshot, days: Days, leaving_out: LeavingOut) -> None:
        self._whole = whole
        self._days = days
        self._out = leaving_out

    def snapshot(self) -> Snapshot:
        """The part, with what its records name and without what nobody names."""
        whole = self._whole
        entries = self._each(one for one in whole.entries if self._days.has(one.day))
        plain = self._plain(entries)
        there = {one.uid for one in entries}
        redrawings = [one for one in whole.redrawings if self._days.has(one.day) and one.entry in there]
        simple: dict[str, tuple[Any, ...]] = {
            "measures": self._measures(entries, plain),
            "people": tuple(self._each(whole.people)),
            "redrawings": tuple(self._each(redrawings)),
            "settings": tuple(one for one in whole.settings if one.uid in KEPT_SETTINGS),
        }
        entries = [_with_sites(one, plain[Noun.SITE]) for one in entries]
        ordered = {noun: self._ordered(noun, kept) for noun, kept in plain.items()}
        part = Snapshot(entries=tuple(entries), plain=ordered, **simple)
        return self._with_acts(part)

    def _each(self, records: Iterable[Any]) -> list[Any]:
        return [kept for one in records if (kept := self._out.cleaned(one)) is not None]

    def _ordered(self, noun: Noun, kept: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(kept[one.uid] for one in self._whole.plain.get(noun, ()) if one.uid in kept)

    # --- treatments, story and plan

    def _plain(self, entries: list[Entry]) -> Plain:
        live: Plain = {
            noun: {one.uid: one for one in self._whole.plain.get(noun, ()) if noun is not Noun.GIVEN_EXPORT}
            for noun in PLAIN
        }
        kept: Plain = {noun: {} for noun in PLAIN}
        for one in chain.from_iterable(records.values() for records in live.values()):
            self._keep(one, kept, {entry.uid for entry in entries}, live)
        named = {area.site for entry in entries for area in entry.areas if area.site is not None}
        for uid in named & live[Noun.SITE].keys():
            self._put(live[Noun.SITE][uid], kept)
        for step in self._steps(live, kept):
            self._put(step, kept)
        for relief in live[Noun.RELIEF].values():
            if relief.dose in kept[Noun.DOSE]:
                self._put(relief, kept)
        return kept

    def _keep(self, one: Any, kept: Plain, entries: set[str], live: Plain) -> None:
        """Keeps a record of these days, and what it names with it; one that names what is gone goes too."""
        if isinstance(one, DoseStep | Relief) or not self._belongs(one, live):
            return
        if isinstance(one, Attribution) and one.entry is not None and one.entry not in entries:
            return
        if isinstance(one, SideEffect) and one.treatment not in live[Noun.TREATMENT]:
            one = replace(one, treatment=None)
        if isinstance(one, Question) and one.consult not in live[Noun.CONSULT]:
            one = replace(one, consult=None)
        named = _named(one)
        if named is not None and named[1] not in live[named[0]]:
            return
        if named is not None:
            self._put(live[named[0]][named[1]], kept)
        self._put(one, kept)

    def _put(self, one: Any, kept: Plain) -> None:
        cleaned = self._out.cleaned(one)
        if cleaned is not None:
            kept[one.noun][one.uid] = cleaned

    def _belongs(self, one: Any, live: Plain) -> bool:
        if isinstance(one, Question):
            consult = live[Noun.CONSULT].get(one.consult or "")
            return self._days.has(one.asked) or (consult is not None and self._days.has(consult.day))
        first, last = _time_of(one)
        return self._days.meets(first, last)

    def _steps(self, live: Plain, kept: Plain) -> Iterator[DoseStep]:
        """The steps of the plan that were in force on one of the days, of treatments that are kept."""
        of_treatment: dict[str, list[DoseStep]] = {}
        for step in live[Noun.DOSE_STEP].values():
            if step.treatment in kept[Noun.TREATMENT]:
                of_treatment.setdefault(step.treatment, []).append(step)
        for steps in of_treatment.values():
            steps.sort(key=lambda one: (one.since.first, one.uid))
            ends = [one.since.last - timedelta(days=1) for one in steps[1:]]
            for step, last in zip_longest(steps, ends):
                end = None if last is None else max(step.since.first, last)
                if self._days.meets(step.since.first, end):
                    yield step

    # --- questions, versions and acts

    def _measures(self, entries: list[Entry], plain: Plain) -> tuple[Any, ...]:
        if self._days.is_all:
            return self._whole.measures
        codes = _codes(entries, plain)
        return tuple(one for one in self._whole.measures if one.code in codes)

    def _with_acts(self, part: Snapshot) -> Snapshot:
        """The part with the versions of its records, the acts that wrote them, and who did these."""
        codes = {one.measure for entry in part.entries for one in entry.readings}
        codes -= {one.code for one in part.measures}
        there = {(one.noun, one.uid) for one in _records(part)}
        earlier = [
            kept
            for one in self._whole.revisions
            if one.noun is not Noun.AUTHOR and (kept := self._version(one, there, codes)) is not None
        ]
        acts, authors, former = self._authors(part, earlier)
        revisions = {id(one): kept for one, kept in (*earlier, *former)}
        return replace(
            part,
            authors=authors,
            revisions=tuple(revisions[id(one)] for one in self._whole.revisions if id(one) in revisions),
            changes=tuple(self._out.change(one) for one in self._whole.changes if one.uid in acts),
        )

    def _version(
        self, one: Revision, there: set[tuple[Noun, str]], codes: set[str]
    ) -> tuple[Revision, Revision] | None:
        """A version as it was and as it leaves; that of a deleted measure where values of it are here."""
        measured = one.noun is Noun.MEASURE and json.loads(one.before)["code"] in codes
        if (one.noun, one.uid) not in there and not measured:
            return None
        before: Any = from_plain(RECORD_OF[one.noun], json.loads(one.before), "")
        if not measured and not self._days.meets(*_time_of(before)):
            return None
        cleaned = self._out.cleaned(before)
        if isinstance(cleaned, Entry):
            cleaned = _with_sites(cleaned, {uid for noun, uid in there if noun is Noun.SITE})
        if cleaned is None:
            return None
        return one, one if cleaned == before else replace(one, before=canonical(cleaned))

    def _authors(
        self, part: Snapshot, earlier: list[tuple[Revision, Revision]]
    ) -> tuple[set[str], tuple[Any, ...], list[tuple[Revision, Revision]]]:
        """The acts that the part names, who did them, and earlier versions of these writers."""
        changes = {one.uid: one for one in self._whole.changes}
        acts = set(_acts_of(_records(part), (kept for _, kept in earlier)))
        live: dict[str, Any] = {one.uid: one for one in self._whole.authors}
        wanted: set[str] = set()
        former: list[tuple[Revision, Revision]] = []
        while True:
            now = {changes[uid].author for uid in acts if uid in changes}
            now |= {one.author for one in part.entries}
            if now == wanted:
                break
            wanted = now
            former = [
                (one, self._nameless(one))
                for one in self._whole.revisions
                if one.noun is Noun.AUTHOR and json.loads(one.before)["uid"] in wanted
            ]
            acts |= set(_acts_of((live[uid] for uid in wanted & live.keys()), (kept for _, kept in former)))
        authors = tuple(self._each(one for one in self._whole.authors if one.uid in wanted))
        return acts, authors, former

    def _nameless(self, one: Revision) -> Revision:
        before: Any = from_plain(RECORD_OF[Noun.AUTHOR], json.loads(one.before), "")
        cleaned: Any = self._out.cleaned(before)
        return one if cleaned == before else replace(one, before=canonical(cleaned))


def _named(one: Any) -> tuple[Noun, str] | None:
    """The record that one goes with, which is kept for it."""
    if isinstance(one, Dose | SideEffect) and one.treatment is not None:
        return Noun.TREATMENT, one.treatment
    if isinstance(one, Attainment):
        return Noun.GOAL, one.goal
    if isinstance(one, Question) and one.consult is not None:
        return Noun.CONSULT, one.consult
    return None


def _time_of(one: Any) -> tuple[date | None, date | None]:
    """The days that a record is about; what lasts until now, or was never dated, is open."""
    if isinstance(one, Trial):
        return one.start, one.stopped or one.start + timedelta(days=2 * len(one.order) * one.block_days - 1)
    if isinstance(one, Erased):
        day = one.day or one.at.local.date()
        return day, day
    begins, ends = TIME_OF.get(one.noun, ("day", "day"))
    first, last = getattr(one, begins, None), getattr(one, ends, None)
    return (
        first.first if isinstance(first, Rough) else first,
        last.last if isinstance(last, Rough) else last,
    )


def _codes(entries: Iterable[Entry], plain: Plain) -> set[str]:
    """The measures that something kept is about."""
    found = {one.measure for entry in entries for one in entry.readings}
    found |= {code for entry in entries for code in entry.asked}
    found |= {one.factor for noun in (Noun.ATTRIBUTION, Noun.LINK_QUESTION) for one in plain[noun].values()}
    found |= {one.outcome for noun in (Noun.LINK_QUESTION, Noun.TRIAL) for one in plain[noun].values()}
    return found


def _with_sites(entry: Entry, sites: Iterable[str]) -> Entry:
    """The entry whose places belong to lasting places that are kept, or to none."""
    known = {None, *sites}
    if all(one.site in known for one in entry.areas):
        return entry
    areas = (one if one.site in known else replace(one, site=None) for one in entry.areas)
    return replace(entry, areas=tuple(areas))


def _records(part: Snapshot) -> Iterator[Any]:
    yield from chain(part.entries, part.measures, part.people, part.redrawings, part.settings)
    yield from chain.from_iterable(part.plain.values())


def _acts_of(records: Iterable[Any], revisions: Iterable[Revision]) -> Iterator[str]:
    """The uids of the acts that records and earlier versions name."""
    for record in records:
        yield from _written(record)
    for one in revisions:
        yield from (one.change, one.replaced)
        yield from _written(from_plain(RECORD_OF[one.noun], json.loads(one.before), ""))


def _written(record: Any) -> Iterator[str]:
    parts = (getattr(record, name, ()) for name in ("readings", "areas", "sleep"))
    for one in (record, *chain.from_iterable(parts)):
        written: Provenance | None = one.written
        if written is not None:
            yield from (written.first, written.last)


def is_sample(whole: Snapshot) -> bool:
    """Whether a record is that of a made-up person."""
    return any(one.uid == SAMPLE_SETTING and one.value.strip() == "true" for one in whole.settings)
