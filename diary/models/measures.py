"""The measures of clinical.md sections 1 and 2; their words are in `wording.measures`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diary.models.codes import Direction, EntryKind, Group, MeasureKind
from diary.models.records import Measure

WORDING_VERSION = 1
"""Version of the questions and anchors; a changed question or anchor is a new version."""


def _measure(
    code: str, kind: MeasureKind, kept_in: EntryKind, group: Group, direction: Direction, **more: Any
) -> Measure:
    return Measure(
        uid=f"measure-{code}",
        code=code,
        kind=kind,
        kept_in=kept_in,
        group=group,
        direction=direction,
        wording=WORDING_VERSION,
        **{"low": 0, **more},
    )


def _scale(code: str, kept_in: EntryKind, group: Group, direction: Direction) -> Measure:
    return _measure(code, MeasureKind.SCALE, kept_in, group, direction, high=10)


def _count(code: str, kept_in: EntryKind, group: Group, direction: Direction = Direction.UP) -> Measure:
    return _measure(code, MeasureKind.COUNT, kept_in, group, direction, high=999 if "attacks" in code else 99)


def _minutes(code: str, kept_in: EntryKind, group: Group, direction: Direction = Direction.NONE) -> Measure:
    return _measure(code, MeasureKind.MINUTES, kept_in, group, direction, unit="min", high=24 * 60)


def _seconds(code: str, kept_in: EntryKind) -> Measure:
    high = 24 * 60 * 60
    return _measure(code, MeasureKind.COUNT, kept_in, Group.PAIN, Direction.UP, unit="s", high=high)


def _factor(code: str, group: Group) -> Measure:
    return _measure(code, MeasureKind.YES_NO, EntryKind.DAY, group, Direction.NONE, high=1)


def _glucose(code: str, unit: str, *, high: float) -> Measure:
    kind = MeasureKind.NUMBER
    return _measure(code, kind, EntryKind.DAY, Group.FLOW, Direction.NONE, unit=unit, high=high)


_DAY, _NIGHT, _MOMENT = EntryKind.DAY, EntryKind.NIGHT, EntryKind.MOMENT

_IN_ORDER: tuple[Measure, ...] = (
    _scale("pain_average", _DAY, Group.PAIN, Direction.UP),
    _scale("pain_worst", _DAY, Group.PAIN, Direction.UP),
    _scale("pain_least", _DAY, Group.PAIN, Direction.UP),
    _scale("pain_now", _MOMENT, Group.PAIN, Direction.UP),
    _scale("pain_peak", _MOMENT, Group.PAIN, Direction.UP),
    _count("attacks_now", _MOMENT, Group.PAIN),
    _seconds("attack_now_s", _MOMENT),
    _scale("interference", _DAY, Group.PAIN, Direction.UP),
    _count("attacks", _DAY, Group.PAIN),
    _seconds("attack_s", _DAY),
    _scale("sleep_quality", _NIGHT, Group.SLEEP, Direction.DOWN),
    _minutes("sleep_min", _NIGHT, Group.SLEEP),
    _count("wakings", _NIGHT, Group.SLEEP),
    _count("wakings_pain", _NIGHT, Group.SLEEP),
    _minutes("awake_min", _NIGHT, Group.SLEEP, Direction.UP),
    _scale("mood", _DAY, Group.DAY, Direction.DOWN),
    _scale("anxiety", _DAY, Group.DAY, Direction.UP),
    _scale("stress", _DAY, Group.DAY, Direction.UP),
    _scale("fatigue", _DAY, Group.DAY, Direction.UP),
    _scale("clarity", _DAY, Group.DAY, Direction.DOWN),
    *(_factor(code, Group.FLOW) for code in ("cold", "still_long", "legs_down", "tight_shoes")),
    _count("cigarettes", _DAY, Group.FLOW),
    _count("drinks", _DAY, Group.FLOW),
    _minutes("walking_min", _DAY, Group.FLOW),
    _glucose("glucose_mmol", "mmol/l", high=60),
    _glucose("glucose_mgdl", "mg/dl", high=1000),
    *(_factor(code, Group.SPACE) for code in ("joint_bent", "legs_crossed", "tight_belt", "lifting")),
    *(_factor(code, Group.SPACE) for code in ("cough_strain", "swelling", "splint")),
    _minutes("sitting_min", _DAY, Group.SPACE),
    _minutes("keyboard_min", _DAY, Group.SPACE),
    *(_factor(code, Group.MOVEMENT) for code in ("stretching", "reaching_up", "slumped", "repeated")),
    *(_factor(code, Group.MOVEMENT) for code in ("unmoved_hour", "nerve_gliding", "scar_work")),
    _minutes("exercise_min", _DAY, Group.MOVEMENT),
)

BUILT_IN: tuple[Measure, ...] = tuple(replace(one, position=at) for at, one in enumerate(_IN_ORDER, 1))
"""The built-in measures in the order they are asked; uids are fixed so that every diary shares them.

Factors (groups flow, space, movement) are those of clinical.md section 1, rows 9 to 11.
"""

BY_CODE = {measure.code: measure for measure in BUILT_IN}

SLEEP_EFFICIENCY = replace(
    _measure("sleep_efficiency", MeasureKind.NUMBER, _NIGHT, Group.SLEEP, Direction.DOWN, high=100, unit="%"),
    position=BY_CODE["awake_min"].position,
)
"""Minutes asleep of 100 in bed: never asked, worked out from the times given (`insight.nights`)."""

FACTOR_GROUPS = (Group.FLOW, Group.SPACE, Group.MOVEMENT, Group.OWN)
"""Groups whose yes/no measures and amounts are factors: marked whether or not pain rose."""

OWN_FROM = 1000
"""Own trackers stand behind the built-in ones: their position begins here."""

SECONDARY = ("mood", "anxiety", "stress", "fatigue", "clarity")
"""The symptoms that come with the pain (clinical.md section 1, rows 22 to 26)."""

ASKED_SHORT = ("pain_average", "pain_worst", "pain_least", "sleep_quality", "sleep_min")
"""What a short day asks: pain, places, sleep."""

ASKED_ALL = (
    *("pain_average", "pain_worst", "pain_least", "interference"),
    *("sleep_quality", "sleep_min", "wakings", "wakings_pain"),
    *SECONDARY,
)
"""What a day asks in full, besides factors and own trackers, which are chosen one by one."""
