"""Keystroke-level seconds of a recorded journey, by fixed rules.

Card, Moran and Newell, Communications of the ACM 1980; 23:396.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

KEY_S: Final = 0.28
"""One key, a held modifier counted as a key of its own."""
POINT_S: Final = 1.10
PRESS_S: Final = 0.20
HANDS_S: Final = 0.40
"""From the keys to the mouse or back; they begin on the keys."""
THINK_S: Final = 1.35
"""Before the first action of each labelled group."""
LINE_S: Final = 0.9
LINE_S_PER_CM: Final = 0.16
TIRED: Final = 2
"""Tired or numb hands take twice as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one journey takes: actions, seconds with waiting, and the waiting in it."""

    actions: int
    seconds: float
    waiting_s: float

    @property
    def tired_s(self) -> float:
        """Seconds for tired hands; waiting does not double."""
        return (self.seconds - self.waiting_s) * TIRED + self.waiting_s


def told(acts: Sequence[Mapping[str, Any]], launch_s: float = 0.0) -> Told:
    """Actions and seconds of recorded acts, after a launch that was measured; ValueError for unknown acts."""
    group, at_keys = None, True
    seconds, waiting = 0.0, launch_s
    for act in acts:
        if act["group"] != group:
            group = act["group"]
            seconds += THINK_S
        keys = act["kind"] == "key"
        if keys is not at_keys:
            seconds += HANDS_S
            at_keys = keys
        seconds += _act_s(act)
        waiting += act["wait_s"]
    return Told(actions=len(acts), seconds=seconds + waiting, waiting_s=waiting)


def _act_s(act: Mapping[str, Any]) -> float:
    match act["kind"]:
        case "key":
            return KEY_S * float(act["keys"])
        case "press":
            return POINT_S + PRESS_S
        case "line":
            return POINT_S + LINE_S + LINE_S_PER_CM * float(act["cm"])
        case other:
            raise ValueError(other)
