"""The colours of screen, charts and report: one token, one colour, five sets of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from diary.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("light", "dark", "contrast-light", "contrast-dark", "print")
"""The sets in `resources/style/palette.json`; both contrast sets keep text at 7:1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, each "#RRGGBB" by token: "paper", "severity.6", "quality.burning", "chart.pain"."""

    name: str
    dark: bool
    colors: Mapping[str, str]

    def color(self, token: str) -> str:
        """The colour of `token` as "#RRGGBB"; KeyError for a token that does not exist."""
        return self.colors[token]

    def severity(self, score: int) -> str:
        """The ground of a severity 0 to 10 as "#RRGGBB"."""
        return self.colors[f"severity.{score}"]

    def on_severity(self, score: int) -> str:
        """The text colour that contrasts more with the ground of a severity 0 to 10."""
        inks = (self.colors["severity_dark_ink"], self.colors["severity_light_ink"])
        ground = self.severity(score)
        return max(inks, key=lambda ink: contrast(ink, ground))


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(color: str) -> float:
    """Relative luminance 0 to 1 of "#RRGGBB" (WCAG 2.2)."""
    red, green, blue = (_linear(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1 to 21 of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """`color` laid over `ground` at `share` 0 to 1, as "#RRGGBB"."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _flat(table: Mapping[str, Any]) -> dict[str, str]:
    colors: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, str):
            colors[key] = value
        elif isinstance(value, list):
            colors.update({f"{key}.{i}": color for i, color in enumerate(value)})
        elif isinstance(value, dict):
            colors.update({f"{key}.{name}": color for name, color in value.items()})
    return colors


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("style/palette.json").read_text(encoding="utf-8"))
    return found


@cache
def load(name: str) -> Palette:
    """The set called `name` (one of `NAMES`); KeyError for any other name."""
    table = _file()[name]
    return Palette(name=name, dark=table["dark"], colors=_flat(table))
