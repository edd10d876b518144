"""The yardstick for Trends: a bare figure that draws the same arrays with the same kinds of artists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from diary.charts.axis import time_axis
from diary.charts.care_artists import label_rows, strip_height
from diary.charts.layout import layout, plot_width
from diary.charts.palette import load
from diary.charts.panel import MARKERS, bars, limits
from diary.charts.style import screen_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.picture import PanelPicture, Picture


def draw_bare(picture: Picture, width: float, height: float, ratio: float = 1.0) -> bytes:
    """Draw the picture's arrays with plain matplotlib calls on a new figure; the pixels as RGBA."""
    style = screen_style(load("light"))
    wide = plot_width(picture.panels, style, width, titled=True)
    tall = strip_height(picture.care, picture.since, picture.until, wide, style)
    places = layout(picture.panels, style, width, height, 28, titled=True, care=tall)
    figure = Figure(figsize=(width / 72, height / 72), dpi=72 * ratio)
    canvas = FigureCanvasAgg(figure)
    axis = time_axis(picture.since, picture.until, places.plot.width, style.note_size)
    for number, (panel, box) in enumerate(zip(picture.panels, places.panels, strict=True)):
        axes = figure.add_axes(
            (box.x / width, 1 - (box.y + box.height) / height, box.width / width, box.height / height)
        )
        _draw_panel(axes, panel)
        axes.set_xlim(*limits(picture.since, picture.until))
        axes.set_ylim(panel.low, panel.high)
        axes.set_yticks([value for value, _ in panel.few_ticks], [words for _, words in panel.few_ticks])
        axes.set_xticks([day for day, _ in axis.labels])
        last = number == len(picture.panels) - 1
        axes.set_xticklabels([words for _, words in axis.labels] if last else [])
        axes.grid(visible=True)
        figure.text(16 / width, 1 - box.y / height, panel.title)
        figure.text(16 / width, 1 - (box.y + 19) / height, panel.note)
        for gap in picture.gaps:
            axes.axvspan(gap.first - 0.5, gap.last + 0.5, color="0.95")
    if picture.care:
        plot = places.plot
        place = (plot.x / width, 1 - (places.care_y + tall) / height, plot.width / width, tall / height)
        _draw_care(figure.add_axes(place), picture, plot.width)
    canvas.draw()  # type: ignore[no-untyped-call]  # untyped there
    return bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # untyped there


def _draw_care(axes: Axes, picture: Picture, width: float) -> None:
    """Bars with the words that fit them, dashed lines with boxed labels."""
    assert picture.care is not None  # drawn only then
    style = screen_style(load("light"))
    axes.set_xlim(*limits(picture.since, picture.until))
    axes.axis("off")
    for row, lane in enumerate(picture.care.lanes):
        spans = [(bar.since - 0.5, bar.until - bar.since + 1) for bar in lane.bars]
        axes.broken_barh(spans, (-row - 1, 0.8), ec="0.3")
        for bar in lane.bars:
            if (bar.until - bar.since + 1) * width / (picture.until - picture.since + 1) > 60:
                axes.text(bar.since, -row - 0.6, bar.labels[0], va="center", clip_on=False)
    for mark in picture.care.marks:
        axes.axvline(mark.day, ls="--", color="0.1")
    for label in label_rows(picture.care.marks, picture.since, picture.until, width, style):
        axes.text(label.day, -len(picture.care.lanes) - 1, label.words, bbox={"boxstyle": "round"})
    axes.set_ylim(-len(picture.care.lanes) - 2, 0)


def _draw_panel(axes: Axes, panel: PanelPicture) -> None:
    axes.add_collection(PolyCollection(panel.band, alpha=0.3))
    axes.add_collection(LineCollection(bars(panel.lines.weeks), linewidths=3))
    axes.plot(panel.lines.line.x, panel.lines.line.mean, lw=1)
    for name, (shape, size) in MARKERS.items():
        marks = panel.lines.marks[name]
        axes.plot(marks.x, marks.y, ls="none", marker=shape, ms=size)
    axes.plot(panel.moments.x, panel.moments.y, ls="none", marker="D", ms=6)
