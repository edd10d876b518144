"""The strip of medicines and events on the axis of Trends: where it stands, and its artists, made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from diary.charts.palette import mixed
from diary.charts.panel import limits
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.care_strip import CareStrip, EventMark, StripBar, StripLane
    from diary.charts.layout import Layout
    from diary.charts.picture import Picture
    from diary.charts.style import Style

LANE, BAR, LABELS = 24, 20, 26
"""Height of a lane, of a bar in it, and of a row of event labels, px at 100 %."""

REST = 3
"""Height of a step in which nothing is taken, px at 100 %."""

MOST_ROWS = 2
"""Rows of event labels; what has no room in them is told by the read-out alone."""

LETTER = 0.56
"""About how wide a letter is, of its size: labels are fitted without a renderer."""

TONES = (("treatment_1", "treatment_2"), ("treatment_3", "treatment_4"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words of an event in row `row`, from `x` px on, about `width` px wide, for the mark at `day`.

    `before`: they end at the line, else they begin there.
    """

    day: int
    words: str
    x: float
    width: float
    row: int
    before: bool


def label_rows(marks: Sequence[EventMark], since: int, until: int, width: float, style: Style) -> list[Label]:
    """The labels that have room over a plot of `width` px; each ends at its line, or begins there."""
    low, high = limits(since, until)
    free = [0.0] * MOST_ROWS
    found: list[Label] = []
    for mark in marks:
        at = (mark.day - low) / (high - low) * width
        label = _first_fitting(mark, at, width, free, style)
        if label is not None:
            free[label.row] = label.x + label.width + style.px(6)
            found.append(label)
    return found


def _first_fitting(
    mark: EventMark, at: float, width: float, free: Sequence[float], style: Style
) -> Label | None:
    for words in mark.labels:
        wide = text_width(words, style) + style.px(16)
        for row, begun in enumerate(free):
            before, after = at - wide - style.px(4), at + style.px(4)
            for x in (before, after):
                if x >= begun and x + wide <= width:
                    return Label(day=mark.day, words=words, x=x, width=wide, row=row, before=x == before)
    return None


def text_width(words: str, style: Style) -> float:
    """About how wide words are, px."""
    return len(words) * style.note_size * LETTER


def strip_height(strip: CareStrip | None, since: int, until: int, width: float, style: Style) -> float:
    """How tall the strip is over a plot of `width` px, px; 0 where there is nothing."""
    if not strip:
        return 0.0
    lanes = len(strip.lanes) * LANE + (LANE - 4 if strip.more else 0)
    labels = label_rows(strip.marks, since, until, width, style)
    rows = max((one.row + 1 for one in labels), default=0)
    return style.px(lanes + rows * LABELS + 4)


class CareArtists:
    """Bars with words, and dashed lines with boxed labels, in one axes over strip and panels."""

    def __init__(self, figure: Figure, axes: Axes, style: Style) -> None:
        self.figure = figure
        self.axes = axes
        self._style = style
        axes.axis("off")
        axes.set_autoscale_on(False)
        axes.patch.set_visible(False)
        self.bars = PolyCollection([], linewidths=style.line(0.8), zorder=1)
        dash = (0, (4, 3))
        self.lines = LineCollection(
            [], colors=style.color("ink"), linewidths=style.line(1.2), linestyles=[dash], zorder=2
        )
        for one in (self.bars, self.lines):
            axes.add_collection(one, autolim=False)
            one.set_clip_on(False)
        self._texts: dict[str, list[Text]] = {}

    def show(self, picture: Picture, layout: Layout) -> None:
        """Give the artists the strip of `picture`; the axes spans the strip and the panels of `layout`."""
        strip, plot, style = picture.care, layout.plot, self._style
        for one in (self.bars, self.lines):
            one.set_visible(bool(strip))
        if not strip:
            for name in self._texts:
                self._write(name, [])
            return
        tall = layout.axis_y - layout.care_y
        self.axes.set_xlim(*limits(picture.since, picture.until))
        self.axes.set_ylim(tall, 0)
        self._show_bars(strip.lanes, picture, plot.width)
        begun = style.px(len(strip.lanes) * LANE + (LANE - 4 if strip.more else 0))
        labels = label_rows(strip.marks, picture.since, picture.until, plot.width, style)
        tops = {one.day: begun + style.px(one.row * LABELS + 2) for one in labels}
        bottom = plot.y + plot.height - layout.care_y
        over = plot.y - layout.care_y
        self.lines.set_segments(
            [np.array(((one.day, tops.get(one.day, over)), (one.day, bottom))) for one in strip.marks]
        )
        self._show_labels(labels, begun, picture, plot.width)
        self._show_names(strip, layout)

    # --- bars

    def _show_bars(self, lanes: Sequence[StripLane], picture: Picture, width: float) -> None:
        style = self._style
        low, high = limits(picture.since, picture.until)
        per_day = width / (high - low)
        corners, faces, edges, words = [], [], [], []
        for row, lane in enumerate(lanes):
            top = style.px(row * LANE)
            face, edge = self._colors(lane.tone)
            for bar in lane.bars:
                left, right = bar.since - 0.5, bar.until + 0.5
                bottom = top + style.px(BAR)
                upper = bottom - style.px(REST) if bar.rest else top
                corners.append(np.array(((left, upper), (right, upper), (right, bottom), (left, bottom))))
                faces.append(mixed(face[1], face[0], bar.shade))
                edges.append(edge)
            words += self._bar_words(lane, style.px(row * LANE + BAR / 2), per_day)
        self.bars.set_verts(corners)
        self.bars.set_facecolor(faces)
        self.bars.set_edgecolor(edges)
        self._write("bars", words, ha="left", va="center", color="ink", weight=500)

    def _colors(self, tone: int) -> tuple[tuple[str, str], str]:
        style = self._style
        light, dark = (style.chart(name) for name in TONES[tone % 2])
        return (light, dark), mixed(style.color("ink"), dark, 0.55)

    def _bar_words(self, lane: StripLane, y: float, per_day: float) -> list[tuple[float, float, str]]:
        """Words inside the bars that hold them; where none holds the name, it stands beside them."""
        pad, found, named = self._style.px(7), [], False
        for bar in lane.bars:
            room = (bar.until - bar.since + 1) * per_day - 1.6 * pad
            words = self._fitting(bar, room, lane.name)
            if words and not bar.rest:
                found.append((bar.since - 0.5 + pad / per_day, y, words))
                named = named or lane.name[:3] in words
        if not named and lane.bars:
            found.append((self._beside(lane, pad, per_day), y, lane.name))
        return found

    def _beside(self, lane: StripLane, pad: float, per_day: float) -> float:
        """Where a name begins (a day) that no bar holds: after the last bar, else before the first."""
        wide, (_, high) = text_width(lane.name, self._style), self.axes.get_xlim()
        after = lane.bars[-1].until + 0.5 + pad / per_day
        if after + wide / per_day <= high:
            return after
        return lane.bars[0].since - 0.5 - (pad + wide) / per_day

    def _fitting(self, bar: StripBar, room: float, name: str) -> str:
        for words in bar.labels:
            if text_width(words, self._style) <= room:
                return words
        letters = int(room / (self._style.note_size * LETTER))
        return f"{name[: letters - 1].rstrip()}." if letters >= 5 else ""

    # --- events and names

    def _show_labels(self, labels: Sequence[Label], begun: float, picture: Picture, width: float) -> None:
        style = self._style
        low, high = limits(picture.since, picture.until)
        per_px = (high - low) / width
        pad = style.px(12) * per_px
        for before, name in ((True, "before"), (False, "after")):
            words = [
                (
                    one.day - pad if before else one.day + pad,
                    begun + style.px((one.row + 0.5) * LABELS),
                    one.words,
                )
                for one in labels
                if one.before is before
            ]
            self._write(
                name,
                words,
                ha="right" if before else "left",
                va="center",
                color="ink",
                weight=500,
                boxed=True,
            )

    def _show_names(self, strip: CareStrip, layout: Layout) -> None:
        """The heading left of the bars, and how many medicines have no lane."""
        low, high = self.axes.get_xlim()
        per_px = (high - low) / layout.plot.width
        style = self._style
        words = []
        if strip.more:
            y = style.px(len(strip.lanes) * LANE + 8)
            words.append((low + style.px(2) * per_px, y, say_n("chart.care.more", strip.more)))
        self._write("more", words, ha="left", va="center", color="quiet")
        heading = []
        if strip.lanes and layout.beside:
            x = low - (layout.plot.x - style.px(16)) * per_px
            heading.append((x, style.px(BAR / 2), say("chart.care.title")))
        self._write("names", heading, ha="left", va="center", color="ink", heading=True)

    def _write(
        self,
        name: str,
        words: Sequence[tuple[float, float, str]],
        *,
        color: str = "ink",
        weight: int = 400,
        heading: bool = False,
        boxed: bool = False,
        **align: Any,
    ) -> None:
        """Put `words` (day, px from the top of the strip, text) into kept texts, hiding those left over."""
        style, kept = self._style, self._texts.setdefault(name, [])
        while len(kept) < len(words):
            font = style.body() if heading else style.note(weight)
            text = Text(0, 0, "", color=style.color(color), fontproperties=font)
            text.set_parse_math(False)
            if boxed:
                text.set_bbox(
                    {
                        "boxstyle": f"round,pad=0.28,rounding_size={0.3}",
                        "fc": style.color("card"),
                        "ec": style.color("ink"),
                        "lw": style.line(1),
                    }
                )
            self.axes.add_artist(text)
            text.set_clip_on(False)
            kept.append(text)
        for text, (x, y, said) in zip(kept, words, strict=False):
            if not said.isascii():
                text.set_fontproperties(style.wide(heading=heading))
            text.set(x=x, y=y, text=said, visible=True, **align)
        for text in kept[len(words) :]:
            text.set_visible(False)
