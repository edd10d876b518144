"""The daily measures, exactly as clinical.md section 2 lists them; words are in `wording.measures`."""

from __future__ import annotations

from diary.models.codes import Direction, EntryKind, Group, MeasureKind
from diary.models.records import Measure

WORDING_VERSION = 1
"""Version of the questions and anchors; a changed question or anchor is a new version."""


def _scale(code: str, kept_in: EntryKind, group: Group, direction: Direction, position: int) -> Measure:
    return Measure(
        uid=f"measure-{code}",
        code=code,
        kind=MeasureKind.SCALE,
        kept_in=kept_in,
        group=group,
        direction=direction,
        low=0,
        high=10,
        wording=WORDING_VERSION,
        position=position,
    )


def _amount(code: str, kind: MeasureKind, direction: Direction, high: float, position: int) -> Measure:
    return Measure(
        uid=f"measure-{code}",
        code=code,
        kind=kind,
        kept_in=EntryKind.NIGHT,
        group=Group.SLEEP,
        direction=direction,
        unit="min" if kind is MeasureKind.MINUTES else None,
        low=0,
        high=high,
        wording=WORDING_VERSION,
        position=position,
    )


BUILT_IN: tuple[Measure, ...] = (
    _scale("pain_average", EntryKind.DAY, Group.PAIN, Direction.UP, 1),
    _scale("pain_worst", EntryKind.DAY, Group.PAIN, Direction.UP, 2),
    _scale("pain_least", EntryKind.DAY, Group.PAIN, Direction.UP, 3),
    _scale("pain_now", EntryKind.MOMENT, Group.PAIN, Direction.UP, 4),
    _scale("interference", EntryKind.DAY, Group.PAIN, Direction.UP, 5),
    _scale("sleep_quality", EntryKind.NIGHT, Group.SLEEP, Direction.DOWN, 6),
    _amount("sleep_min", MeasureKind.MINUTES, Direction.NONE, 24 * 60, 7),
    _amount("wakings", MeasureKind.COUNT, Direction.UP, 99, 8),
    _amount("wakings_pain", MeasureKind.COUNT, Direction.UP, 99, 9),
    _scale("mood", EntryKind.DAY, Group.DAY, Direction.DOWN, 10),
    _scale("anxiety", EntryKind.DAY, Group.DAY, Direction.UP, 11),
    _scale("stress", EntryKind.DAY, Group.DAY, Direction.UP, 12),
    _scale("fatigue", EntryKind.DAY, Group.DAY, Direction.UP, 13),
    _scale("clarity", EntryKind.DAY, Group.DAY, Direction.DOWN, 14),
)
"""The built-in measures in the order they are asked; uids are fixed so that every diary shares them."""

BY_CODE = {measure.code: measure for measure in BUILT_IN}

ASKED_SHORT = ("pain_average", "pain_worst", "pain_least", "sleep_quality", "sleep_min")
"""What a short day asks: pain, places, sleep."""

ASKED_ALL = tuple(measure.code for measure in BUILT_IN if measure.kept_in is not EntryKind.MOMENT)
