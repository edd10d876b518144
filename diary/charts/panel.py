"""One panel's artists: made once, then only given other arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D

from diary.charts.arrays import DOTTED_DAYS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.arrays import Points
    from diary.charts.picture import PanelPicture
    from diary.charts.style import Style

MARKERS = {"dot": ("o", 3.6), "late": ("s", 5.0), "imported": ("+", 5.0), "memory": ("o", 6.0)}
"""Marker and size in px of each way a value can have been written."""

MOMENT_MARKER = ("D", 6.5)

FAR = 0.5
"""How much smaller marks are where a year or more is shown."""


class PanelArtists:
    """The band, line, weekly bars, marks and moments of one panel."""

    def __init__(self, axes: Axes, style: Style, color: str) -> None:
        self.axes = axes
        self._style = style
        axes.axis("off")
        axes.set_autoscale_on(False)
        axes.patch.set_visible(False)
        main = style.chart(color)
        mean = style.chart("pain_mean") if color == "pain" else main
        spread = style.chart("band") if color == "pain" or style.on_paper else main
        alpha = style.band_alpha if color == "pain" or style.on_paper else 0.22
        self.band = PolyCollection([], facecolors=spread, edgecolors="none", alpha=alpha, zorder=1)
        self.weeks = LineCollection([], colors=mean, linewidths=style.line(3.2), zorder=3)
        self.line = Line2D([], [], color=main, lw=style.line(1.2), zorder=2, solid_joinstyle="round")
        self.marks = {name: _marks(name, style, main) for name in MARKERS}
        shape, size = MOMENT_MARKER
        self.moments = _hollow(shape, style.line(size), style, main, zorder=6)
        axes.add_collection(self.band, autolim=False)
        axes.add_collection(self.weeks, autolim=False)
        for line in (self.line, *self.marks.values(), self.moments):
            axes.add_line(line)
        for artist in (self.band, self.weeks, self.line, *self.marks.values(), self.moments):
            artist.set_clip_on(False)

    def show(self, panel: PanelPicture, since: int, until: int) -> None:
        """Give the artists the arrays of `panel`."""
        self.axes.set_xlim(*limits(since, until))
        self.axes.set_ylim(panel.low, panel.high)
        self.band.set_verts(panel.band)
        line, weeks = panel.lines.line, panel.lines.weeks
        self.line.set_data(line.x, line.mean)
        self.weeks.set_segments(bars(weeks))
        for name, mark in self.marks.items():
            _place(mark, panel.lines.marks[name])
        _place(self.moments, panel.moments)
        near = until - since < DOTTED_DAYS * 3
        for mark, size in ((self.marks["memory"], MARKERS["memory"][1]), (self.moments, MOMENT_MARKER[1])):
            mark.set_markersize(self._style.line(size if near else size * FAR))
            mark.set_markeredgewidth(self._style.line(1.4 if near else 0.8))


def limits(since: int, until: int) -> tuple[float, float]:
    """The ends of the time axis: half a day and a little more beyond the first and last day."""
    return since - 0.6, until + 0.6


def bars(weeks: np.ndarray) -> list[np.ndarray]:
    """Weekly bars (first, last, mean) as segments."""
    return [np.array(((first, mean), (last, mean))) for first, last, mean in weeks]


def _place(mark: Line2D, points: Points) -> None:
    mark.set_data(points.x, points.y)
    mark.set_visible(len(points) > 0)


def _marks(name: str, style: Style, color: str) -> Line2D:
    shape, size = MARKERS[name]
    if name == "memory":
        return _hollow(shape, style.line(size), style, color, zorder=5)
    return Line2D(
        [],
        [],
        ls="none",
        marker=shape,
        ms=style.line(size),
        mfc=color,
        mec=color,
        mew=style.line(1.2) if name == "imported" else 0,
        zorder=4,
    )


def _hollow(shape: str, size: float, style: Style, color: str, zorder: float) -> Line2D:
    ground = style.color("card")
    return Line2D(
        [], [], ls="none", marker=shape, ms=size, mfc=ground, mec=color, mew=style.line(1.4), zorder=zorder
    )
