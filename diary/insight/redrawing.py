"""Which redrawings tell how steady a hand is: those drawn so soon that memory and change play no part."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.models.records import Redrawing

SOON = timedelta(days=1)
"""A day drawn once more later than this tests memory, and what has changed since, as much as the hand."""


def is_soon(redrawing: Redrawing) -> bool:
    """Whether a day was redrawn on that day or the day after."""
    return redrawing.drawn.local.date() - redrawing.day <= SOON
