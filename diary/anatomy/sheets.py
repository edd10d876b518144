"""Sheets: which views of the body are shown together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.anatomy.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHEETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "body": ("front", "back", "sole", "palm"),
        "sides": ("left", "right"),
        "hands": ("palm", "hand_back"),
        "feet": ("sole", "foot_top"),
        "head": ("head_front", "head_left", "head_right", "head_back", "mouth"),
        "private": ("saddle",),
    }
)
"""Views by sheet, in the order they stand; the private area is shown when asked for alone."""


def drawn_views(views: Sequence[str]) -> tuple[str, ...]:
    """Those of the views that are drawn."""
    return tuple(view for view in views if view in VIEWS)


def available() -> Mapping[str, tuple[str, ...]]:
    """The sheets of which something is drawn, with their drawn views."""
    return {key: drawn for key, views in SHEETS.items() if (drawn := drawn_views(views))}
