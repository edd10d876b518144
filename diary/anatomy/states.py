"""What is recorded in a region, in words: "burning 6, 80 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name
from diary.models.codes import SENSATIONS, Quality
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Drawn

MOST_QUALITIES = 2
"""How many qualities are said of a place; its card says them all."""


def region_states(drawn: Sequence[Drawn], coverage: Mapping[str, float]) -> dict[str, str]:
    """What is said of each marked region: qualities with the severity, then the share of it that is covered.

    `coverage` is 0 to 1 by region; a region that is not in it is marked without a share. Where areas overlap,
    each is said.
    """
    found: dict[str, list[str]] = {}
    for area in drawn:
        words = area_state(area)
        for region in area.regions:
            found.setdefault(region, []).append(words)
    return {region: _with_share("; ".join(said), coverage.get(region)) for region, said in found.items()}


def marked_places(drawn: Sequence[Drawn]) -> str:
    """All that a figure shows, in a sentence: "Marked: Left sole, burning 6."; "" where it shows nothing."""
    told = [say("body.figure.place", place=place_name(one.regions), state=area_state(one)) for one in drawn]
    return say("body.figure.marked", places="; ".join(told)) if told else ""


def area_state(area: Drawn) -> str:
    """What is recorded of an area: "burning 6", "tingling, pain 4", "marked" where nothing is.

    A number right after tingling or numbness would be taken for how strong that is.
    """
    if area.carried:
        return say("body.carried")
    words = ", ".join(_quality(one) for one in area.qualities[:MOST_QUALITIES])
    if area.severity is None:
        return words or say("body.marked")
    if not words:
        return say("body.state.severity_alone", severity=area.severity)
    beside = any(one in SENSATIONS for one in area.qualities[:MOST_QUALITIES])
    key = "body.state.pain" if beside else "body.state.severity"
    return say(key, words=words, severity=area.severity)


def _quality(code: str) -> str:
    """A quality inside a sentence; an own word as it was written."""
    if code not in frozenset(Quality):
        return code
    name = say(f"quality.{code}")
    return name[:1].lower() + name[1:]


def _with_share(state: str, share: float | None) -> str:
    return state if share is None else say("body.state.share", state=state, percent=round(100 * share))
