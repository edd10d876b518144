"""Hands tremble: a second tap on a region right after the first is none, whatever it is tapped with."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

AGAIN_S = 0.5
"""Within this time of a tap that counts, another one on the same region does not, s."""


class Taps:
    """Tells which taps count; `now` gives the time in seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._last: tuple[str, float] | None = None

    def counts(self, region: str) -> bool:
        """Whether a tap on this region that comes now is one."""
        now = self._now()
        if self._last is not None and self._last[0] == region and now - self._last[1] < AGAIN_S:
            return False
        self._last = (region, now)
        return True

    def forget(self) -> None:
        """The next tap counts, however soon it comes."""
        self._last = None
