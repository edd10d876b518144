"""What panels share: grid, months, gaps, names, numbers at the axes; artists are kept."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text
from matplotlib.transforms import blended_transform_factory

from diary.charts.axis import day_label, time_axis
from diary.charts.panel import limits
from diary.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.layout import Box, Layout
    from diary.charts.picture import PanelPicture, Picture, Tick
    from diary.charts.style import Style

_BELOW = 0.35
"""From the middle of a line to where its letters stand, of their size."""

_LETTERS = 11
"""Letters that have room beside the numbers of an axis."""

_HEADING_LETTER, _NOTE_LETTER = 0.72, 0.58
"""About the width of a letter of a name and of a note, of the size of notes."""


class Frame:
    """Everything behind and around the panels; it lives in one axes that spans all of them."""

    def __init__(self, figure: Figure, axes: Axes, style: Style, *, titled: bool) -> None:
        self.figure = figure
        self.axes = axes
        self._style = style
        self._titled = titled
        axes.axis("off")
        axes.set_autoscale_on(False)
        axes.set_ylim(0, 1)
        axes.patch.set_visible(False)
        thin, grid = style.line(1), style.chart("grid")
        self._grid = LineCollection([], colors=grid, linewidths=thin, zorder=1)
        self._months = LineCollection([], colors=grid, linewidths=thin, zorder=1)
        self._gaps = PolyCollection([], facecolors=style.color("well"), edgecolors="none", zorder=2)
        self._ticks = LineCollection([], colors=style.color("control"), linewidths=thin, zorder=3)
        for artist in (self._grid, self._months, self._gaps, self._ticks):
            axes.add_collection(artist, autolim=False)
            artist.set_clip_on(False)
        self._across = blended_transform_factory(figure.transFigure, axes.transAxes)
        self._along = blended_transform_factory(axes.transData, figure.transFigure)
        self._grid.set_transform(axes.transAxes)
        self._words: dict[str, list[Text]] = {}

    def show(self, picture: Picture, layout: Layout) -> None:
        """Give the frame the days and panels of `picture`."""
        plot = layout.plot
        self.axes.set_xlim(*limits(picture.since, picture.until))
        self._show_panels(picture.panels, layout)
        self._show_days(picture, layout)
        self._gaps.set_verts([_rectangle(gap.first - 0.5, gap.last + 0.5) for gap in picture.gaps])
        self._show_gaps(picture, plot)

    def _show_panels(self, panels: tuple[PanelPicture, ...], layout: Layout) -> None:
        style, plot = self._style, layout.plot
        heights: list[float] = []
        numbers: list[tuple[float, float, str]] = []
        names: list[tuple[float, float, str]] = []
        notes: list[tuple[float, float, str]] = []
        for panel, box in zip(panels, layout.panels, strict=True):
            for value, label in fitting(panel, box, style):
                share = (value - panel.low) / ((panel.high - panel.low) or 1)
                y = box.y + box.height * (1 - share)
                heights.append(1 - (y - plot.y) / plot.height)
                numbers.append((box.x - style.px(9), y, label))
            if self._titled and layout.beside:
                title, lines = wrapped(panel.title)
                names.append((style.px(16), box.y + style.px(10 * lines - 21), title))
                notes.append((style.px(16), box.y + style.px(19 * lines - 11), panel.note))
            elif self._titled:
                names.append((style.px(16), box.y - style.px(15), panel.title))
                room = layout.width - style.px(32) - len(panel.title) * style.note_size * _HEADING_LETTER
                if len(panel.note) * style.note_size * _NOTE_LETTER < room:
                    notes.append((box.x + box.width, box.y - style.px(15), panel.note))
        self._grid.set_segments([np.array(((0, y), (1, y))) for y in heights])
        self._write("numbers", layout, numbers, ha="right", color="quiet")
        self._write("names", layout, names, ha="left", color="ink", heading=True)
        side = "left" if layout.beside else "right"
        self._write("notes", layout, [note for note in notes if note[2]], ha=side, color="quiet")

    def _show_days(self, picture: Picture, layout: Layout) -> None:
        plot, style = layout.plot, self._style
        axis = time_axis(picture.since, picture.until, plot.width, style.note_size)
        self._months.set_segments([np.array(((day, 0), (day, 1))) for day in axis.lines])
        short = style.px(4) / plot.height
        self._ticks.set_segments([np.array(((day, -short), (day, 0))) for day in axis.ticks])
        low, high = limits(picture.since, picture.until)
        per_day = plot.width / (high - low)
        y = layout.axis_y + style.px(16) + style.note_size * _BELOW
        words = []
        for day, label in axis.labels:
            month = float(day) != int(day)
            x = plot.x + (day - low) * per_day + (style.px(2) if month else 0)
            words.append((max(x, plot.x), y, label))
        centred = bool(axis.labels) and float(axis.labels[0][0]) == int(axis.labels[0][0])
        self._write("days", layout, words, ha="center" if centred else "left", color="ink", weight=500)

    def _show_gaps(self, picture: Picture, plot: Box) -> None:
        """Name a gap where its words fit into it, with its days or without; the legend tells the others."""
        style = self._style
        low, high = limits(picture.since, picture.until)
        per_day = plot.width / (high - low)
        words = []
        for gap in picture.gaps:
            whole = say("chart.no_entry_days", first=day_label(gap.first), last=day_label(gap.last))
            short = say("chart.no_entry")
            for said in (short,) if style.on_paper else (whole, short):  # the completeness says the days
                longest = max(len(line) for line in said.split("\n"))
                if gap.days * per_day > longest * style.note_size * 0.53:
                    middle = ((gap.first + gap.last) / 2 - low) * per_day + plot.x
                    words.append((middle, plot.y + style.px(4), said))
                    break
        size = self.figure.get_size_inches() * 72
        self._place("gaps", size, words, ha="center", va="top", color="quiet", weight=400)

    def _write(
        self,
        name: str,
        layout: Layout,
        words: list[tuple[float, float, str]],
        *,
        ha: str,
        color: str,
        heading: bool = False,
        weight: int = 400,
    ) -> None:
        size = np.array((layout.width, layout.height))
        va = "baseline" if name == "days" else "center"
        self._place(name, size, words, ha=ha, va=va, color=color, heading=heading, weight=weight)

    def _place(
        self,
        name: str,
        size: Any,
        words: list[tuple[float, float, str]],
        *,
        heading: bool = False,
        weight: int = 400,
        color: str,
        **align: Any,
    ) -> None:
        """Put `words` (x, y in px from the upper left, text) into kept texts, hiding those left over."""
        kept = self._words.setdefault(name, [])
        while len(kept) < len(words):
            font = self._style.body() if heading else self._style.note(weight)
            text = Text(0, 0, "", color=self._style.color(color), fontproperties=font, linespacing=1.05)
            text.set_parse_math(False)
            self.figure.add_artist(text)
            kept.append(text)
        for text, (x, y, said) in zip(kept, words, strict=False):
            if not said.isascii():
                text.set_fontproperties(self._style.wide(heading=heading))
            text.set(x=x / size[0], y=1 - y / size[1], text=said, visible=True, **align)
        for text in kept[len(words) :]:
            text.set_visible(False)


def wrapped(title: str) -> tuple[str, int]:
    """A panel's name in at most three lines beside it, and how many they are."""
    lines = wrap(title, _LETTERS, max_lines=3, placeholder="…") or [""]
    return "\n".join(lines), len(lines)


def fitting(panel: PanelPicture, box: Box, style: Style) -> tuple[Tick, ...]:
    """The numbers at an axis that have room on it."""
    for ticks in (panel.ticks, panel.few_ticks):
        if len(ticks) < 2 or box.height / (len(ticks) - 1) >= style.note_size * 1.25:
            return ticks
    return (panel.few_ticks[0], panel.few_ticks[-1])


def _rectangle(first: float, last: float) -> np.ndarray:
    return np.array(((first, 0), (last, 0), (last, 1), (first, 1)))
