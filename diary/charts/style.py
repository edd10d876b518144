"""How charts are dressed: colours of one palette, sizes in pixels at 100 %, no global settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.fonts import font, wide_font
from diary.charts.palette import Palette, contrast, load

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

NOTE, BODY = 13.0, 15.0
PRINT_NOTE, PRINT_BODY = 9.0, 9.5
"""Text sizes: px on screen at 100 %, points on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A palette at a text size; `on_paper` for the report, whose lengths are points."""

    palette: Palette
    scale: float = 1.0
    on_paper: bool = False

    def color(self, token: str) -> str:
        """The colour of a palette token."""
        return self.palette.color(token)

    def chart(self, name: str) -> str:
        """The colour of a chart token; measures without one of their own wear "other"."""
        colors = self.palette.colors
        return colors.get(f"chart.{name}", colors["chart.other"])

    def px(self, length: float) -> float:
        """A length at the text size of now."""
        return length * self.scale

    def line(self, width: float) -> float:
        """A line width: thinner on paper, a little wider with large text."""
        return width * (0.75 if self.on_paper else 0.75 + self.scale / 4)

    def note(self, weight: int = 400) -> FontProperties:
        """The font of axis numbers and notes."""
        return font(self.note_size, weight)

    def body(self, weight: int = 600) -> FontProperties:
        """The font of a panel's name."""
        return font(PRINT_BODY if self.on_paper else BODY * self.scale, weight)

    def wide(self, *, heading: bool) -> FontProperties:
        """The font of a person's own words, which may be in any script."""
        return wide_font(self.body().get_size_in_points() if heading else self.note_size)

    @property
    def note_size(self) -> float:
        """The size of notes."""
        return PRINT_NOTE if self.on_paper else NOTE * self.scale

    @property
    def band_alpha(self) -> float:
        """How strongly the least-to-worst band is filled: enough to see, less than the lines on it."""
        if self.on_paper:
            return 1.0
        return 0.45 if contrast(self.color("ink"), self.color("card")) > 17 else 0.32


def screen_style(palette: Palette, scale: float = 1.0) -> Style:
    """The style of a chart on the screen."""
    return Style(palette=palette, scale=scale)


def print_style() -> Style:
    """Black, grey and white, for paper: legible at 100 mm width."""
    return Style(palette=load("print"), scale=0.7, on_paper=True)
