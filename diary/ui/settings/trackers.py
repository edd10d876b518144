"""Own trackers as records: new, changed with a new wording, moved, hidden, and what is asked beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diary.models.codes import EntryKind, Group, MeasureKind, SourceKind
from diary.models.measures import OWN_FROM
from diary.models.records import Measure, Replace, Setting
from diary.ui.today.asked import ASKED_SETTING
from diary.ui.today.fields import PAIN_ROWS, is_marked
from diary.ui.today.sitting import LENGTH_OF
from diary.wording import say

KINDS = (
    MeasureKind.SCALE,
    MeasureKind.YES_NO,
    MeasureKind.NUMBER,
    MeasureKind.MINUTES,
    MeasureKind.CHOICE,
)
"""What an own tracker can be, in the order in which it is offered."""
BOUNDS: dict[MeasureKind, tuple[float | None, float | None]] = {
    MeasureKind.SCALE: (0, 10),
    MeasureKind.YES_NO: (0, 1),
    MeasureKind.MINUTES: (0, 24 * 60),
}
UP, DOWN = -1, 1
LONGEST_NAME = 80
"""A longer name has no room beside its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is typed about a tracker; `choices` are its words."""

    label: str
    kind: MeasureKind
    unit: str = ""
    low_words: str = ""
    high_words: str = ""
    choices: tuple[str, ...] = ()


def own_trackers(measures: Mapping[str, Measure]) -> list[Measure]:
    """The trackers of the person, in their order; those of other apps are not among them."""
    found = (
        one
        for one in measures.values()
        if one.group is Group.OWN and one.source.kind is SourceKind.TYPED and one.label
    )
    return sorted(found, key=lambda one: one.position)


def read_choices(text: str) -> tuple[str, ...]:
    """The words of a choice, one a line or with commas between."""
    words = (one.strip() for line in text.splitlines() for one in line.split(","))
    return tuple(one for one in words if one)


def problem_of(told: Told, others: Sequence[Measure]) -> str:
    """What stands in the way of keeping a tracker, in words; "" where nothing does."""
    if not told.label:
        return say("tracker.no_name")
    if len(told.label) > LONGEST_NAME:
        return say("tracker.name_long", most=LONGEST_NAME)
    if any(one.label is not None and one.label.casefold() == told.label.casefold() for one in others):
        return say("tracker.name_twice", name=told.label)
    if told.kind is MeasureKind.CHOICE:
        if len(told.choices) < 2:
            return say("tracker.few_words")
        words = [one.casefold() for one in told.choices]
        twice = next((one for n, one in enumerate(told.choices) if words[n] in words[:n]), None)
        if twice is not None:
            return say("tracker.words_twice", word=twice)
    return ""


def new_tracker(told: Told, uid: str, trackers: Sequence[Measure]) -> Measure:
    """A tracker behind all others."""
    low, high = BOUNDS.get(told.kind, (None, None))
    unit = "min" if told.kind is MeasureKind.MINUTES else told.unit or None
    return Measure(
        uid=uid,
        code=f"own_{uid.replace('-', '')[:12]}",
        kind=told.kind,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        unit=unit if told.kind in (MeasureKind.MINUTES, MeasureKind.NUMBER) else None,
        low=low,
        high=high,
        label=told.label,
        low_words=told.low_words or None,
        high_words=told.high_words or None,
        choices=told.choices,
        position=max([OWN_FROM - 1, *(one.position for one in trackers)]) + 1,
    )


def changed_tracker(tracker: Measure, told: Told) -> Measure:
    """A tracker asked in other words: a new version of its wording, where anything is different at all.

    Kind and unit stay: values in another unit would be another tracker.
    """
    changed = replace(
        tracker,
        label=told.label,
        low_words=told.low_words or None,
        high_words=told.high_words or None,
        choices=told.choices if tracker.kind is MeasureKind.CHOICE else tracker.choices,
    )
    return changed if changed == tracker else replace(changed, wording=tracker.wording + 1)


def asking(before: Setting | None, asked: Sequence[str]) -> Replace:
    """The step that asks these measures from now on."""
    after = Setting(uid=ASKED_SETTING, value=json.dumps(list(asked), ensure_ascii=False))
    return Replace(before=before, after=after)


def moved(trackers: Sequence[Measure], tracker: Measure, by: int) -> list[Replace]:
    """The steps that change a tracker's place with its neighbour's; [] where there is none."""
    at = next(n for n, one in enumerate(trackers) if one.uid == tracker.uid)
    if not 0 <= at + by < len(trackers):
        return []
    order = list(trackers)
    order[at], order[at + by] = order[at + by], order[at]
    first = max(OWN_FROM, min(one.position for one in trackers))
    placed = [replace(one, position=first + n) for n, one in enumerate(order)]
    was = {one.uid: one for one in trackers}
    return [Replace(before=was[one.uid], after=one) for one in placed if one != was[one.uid]]


def part_of(measure: Measure) -> str:
    """The part of Today in which a question can change places with others."""
    if measure.code in PAIN_ROWS:
        return "pain"
    if measure.code in LENGTH_OF:
        return "attacks"
    if is_marked(measure):
        return measure.group
    amount = measure.kind in (MeasureKind.MINUTES, MeasureKind.COUNT)
    return "amounts" if amount else "rows"


def reordered(asked: Sequence[str], code: str, by: int, measures: Mapping[str, Measure]) -> list[str]:
    """The questions with one a place up or down among those of its part, where there is a place."""
    part = part_of(measures[code])
    there = [one for one in asked if one in measures and part_of(measures[one]) == part]
    at = there.index(code) + by
    if not 0 <= at < len(there):
        return list(asked)
    other = there[at]
    swap = {code: other, other: code}
    return [swap.get(one, one) for one in asked]
