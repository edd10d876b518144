"""Coefficients with their ranges, a line for each pair, without pyplot: shapes tell the days between."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diary.charts.export import PNG_RATIO, svg_of
from diary.charts.layout import Box
from diary.charts.letters import drawn
from diary.charts.treatment_layout import shortened
from diary.charts.trends_figure import POINTS
from diary.wording import say
from diary.wording.answers import minutes_words
from diary.wording.treatment_words import from_left, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

    from diary.charts.forest_picture import ForestMark, ForestPicture, ForestRow
    from diary.charts.style import Style

SHAPES: Final = ("o", "s", "D")
"""A mark's shape by its lag."""

SIZES: Final = (9.0, 8.0, 7.5)

LINE, PAD, LEAST_ROW = 19, 8, 46
"""Height of one mark's line, room around a row's, and the least row; px at 100 %."""

SIDE, NAMES, NARROW = 14, 252, 660
"""Margin, width of the names, and the width below which names stand above their marks; px at 100 %."""

ABOVE, LEGEND, TITLE = 34, 26, 30
"""Room for the axis, for one line of the legend, and for a title; px at 100 %."""

WIDE_LETTER = 11
"""No common letter is wider, px at 100 %."""

HOUSE_LETTERS = frozenset(chr(code) for code in range(0x20, 0x180)) | frozenset("…–’“”μ−±←→")


def stands_beside(style: Style, width: float) -> bool:
    """Whether names have room left of their marks."""
    return width >= style.px(NARROW)


def row_height(row: ForestRow, style: Style, *, beside: bool) -> float:
    """The height of a row, px."""
    marks = style.px(LINE * max(1, len(row.marks)) + PAD)
    return max(marks, style.px(LEAST_ROW)) if beside else marks + style.px(LEAST_ROW)


def least_height(picture: ForestPicture, style: Style, width: float) -> float:
    """The height that all rows need, px."""
    beside = stands_beside(style, width)
    rows = sum(row_height(row, style, beside=beside) for row in picture.rows)
    return rows + style.px(2 * ABOVE + LEGEND * (1 if beside else 3) + PAD)


class ForestFigure:
    """A figure of a `ForestPicture`, `width` × `height` px, laid out anew for each; `spots` has its marks."""

    def __init__(self, style: Style, width: float, height: float, ratio: float = 1.0) -> None:
        self.style = style
        self.figure = Figure(figsize=(width / POINTS, height / POINTS), dpi=POINTS * ratio)
        self.canvas = FigureCanvasAgg(self.figure)
        self.spots: tuple[tuple[float, float], ...] = ()
        self.lanes: tuple[Box, ...] = ()
        self.plot = Box(0, 0, 1, 1)

    def resize(self, width: float, height: float, ratio: float = 1.0) -> None:
        """Take another size; show the picture again afterwards."""
        self.figure.set_size_inches(width / POINTS, height / POINTS)
        self.figure.set_dpi(POINTS * ratio)

    @property
    def size(self) -> tuple[float, float, float]:
        """Width and height in px, and device pixels to one px."""
        width, height = self.figure.get_size_inches() * POINTS
        return round(float(width)), round(float(height)), self.figure.dpi / POINTS

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of what `draw` returns."""
        width, height = self.canvas.get_width_height(physical=True)
        return int(width), int(height)

    def draw(self) -> memoryview:
        """Paint; the pixels as rows of RGBA bytes, valid until the next painting."""
        self.canvas.draw()  # type: ignore[no-untyped-call]  # untyped there
        return memoryview(self.canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # untyped there

    def x_of(self, value: float) -> float:
        """The px from the left of a coefficient; outside the axis, its end."""
        reach = self._reach
        share = (min(max(value, -reach), reach) + reach) / (2 * reach)
        return self.plot.x + share * self.plot.width

    def show(self, *pictures: ForestPicture, titled: bool = False) -> None:
        """Show other pairs; several pictures stand one under another, each with its title."""
        self.figure.clear()
        self.figure.set_facecolor(self.style.color("card"))
        width, height, _ = self.size
        self._sheet = self._over(width, height)
        self.spots, self.lanes = (), ()
        top = 0.0
        for picture in pictures:
            if titled:
                middle = top + self.style.px(TITLE / 2)
                self._say(self.style.px(SIDE), middle, picture.title, "ink", heading=True, va="center")
                top += self.style.px(TITLE)
            self._show(picture, top, width)
            top += least_height(picture, self.style, width)

    def _show(self, picture: ForestPicture, top: float, width: float) -> None:
        style, px = self.style, self.style.px
        self._reach = picture.reach
        beside = stands_beside(style, width)
        left = px(SIDE + NAMES) if beside else px(SIDE + 8)
        tall = sum(row_height(row, style, beside=beside) for row in picture.rows)
        self.plot = Box(left, top + px(ABOVE), width - left - px(SIDE + 10), tall)
        self._draw_axis(picture)
        self._ranges: dict[tuple[bool, bool], list[Any]] = {}
        self._ends: dict[tuple[str, bool], list[tuple[float, float]]] = {}
        self._shapes: dict[tuple[int, bool], list[tuple[float, float]]] = {}
        y = self.plot.y
        spots: list[tuple[float, float]] = []
        lanes: list[Box] = []
        for at, row in enumerate(picture.rows):
            room = Box(px(SIDE), y, width - px(2 * SIDE), row_height(row, style, beside=beside))
            if at % 2:
                self._ground(room)
            self._draw_name(row, room, beside=beside)
            above = (room.height - px(LINE) * len(row.marks)) / 2 if beside else px(LEAST_ROW - 4)
            for line, mark in enumerate(row.marks):
                middle = room.y + above + px(LINE) * (line + 0.5)
                spots.append(self._draw_mark(mark, middle))
                lanes.append(Box(room.x, middle - px(LINE) / 2, room.width, px(LINE)))
            y += room.height
        self._flush()
        self.spots, self.lanes = (*self.spots, *spots), (*self.lanes, *lanes)
        self._draw_legend(picture, y + px(ABOVE), width)

    # --- pieces

    def _over(self, width: float, height: float) -> Axes:
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.axis("off")
        axes.patch.set_visible(False)
        axes.set_autoscale_on(False)
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        return axes

    def _font(self, words: str, *, heading: bool = False) -> FontProperties:
        if not HOUSE_LETTERS.issuperset(words):
            return self.style.wide(heading=heading)
        return self.style.body() if heading else self.style.note()

    def _say(self, x: float, y: float, words: str, color: str, *, heading: bool = False, **more: Any) -> None:
        font = self._font(words, heading=heading)
        text = self._sheet.text(x, y, words, fontproperties=font, color=self.style.color(color), **more)
        text.set_parse_math(False)

    def _width(self, words: str, *, heading: bool = False) -> float:
        renderer = self.canvas.get_renderer()  # type: ignore[no-untyped-call]  # untyped there
        found = renderer.get_text_width_height_descent(words, self._font(words, heading=heading), False)
        return float(found[0]) / self.size[2]

    def _heading_width(self, words: str) -> float:
        return self._width(words, heading=True)

    def _cut(self, words: str, room: float, width_of: Callable[[str], float]) -> str:
        """Words cut where room ends; few letters fit unmeasured, as measuring is slow."""
        short = len(words) * self.style.px(WIDE_LETTER) <= room
        return words if short else shortened(words, room, width_of)

    def _lines(self, segments: list[Any], color: str, width: float, **more: Any) -> None:
        self._sheet.add_collection(
            LineCollection(segments, colors=color, linewidths=self.style.line(width), **more), autolim=False
        )

    def _ground(self, room: Box) -> None:
        face = self.style.color("well")
        box = Rectangle((room.x - 6, room.y), room.width + 12, room.height, fc=face, ec="none")
        self._sheet.add_patch(box)

    def _draw_axis(self, picture: ForestPicture) -> None:
        """Numbers above and below, thin lines, and a strong one at zero: no difference."""
        style, px, plot = self.style, self.style.px, self.plot
        bottom = plot.y + plot.height
        xs = [(tick, self.x_of(tick)) for tick in picture.ticks]
        thin = [((x, plot.y), (x, bottom)) for tick, x in xs if tick]
        self._lines(thin, style.color("line"), 1, zorder=1.5)
        zero = self.x_of(0)
        self._lines([((zero, plot.y), (zero, bottom))], style.color("ink"), 1.4, zorder=1.6)
        for tick, x in xs:
            for y in (plot.y - px(9), bottom + px(11)):
                self._say(x, y, tick_words(tick, picture.outcome), "quiet", ha="center", va="center")
        end = plot.x + plot.width
        words = picture.axis
        self._say(plot.x, bottom + px(27), say("links.forest.lower"), "quiet", ha="left", va="center")
        self._say(end, bottom + px(27), say("links.forest.higher"), "quiet", ha="right", va="center")
        self._say((plot.x + end) / 2, bottom + px(27), words, "quiet", ha="center", va="center")

    def _draw_name(self, row: ForestRow, room: Box, *, beside: bool) -> None:
        px = self.style.px
        wide = px(NAMES - 10) if beside else room.width
        name = self._cut(drawn(from_left(row.name)), wide, self._heading_width)
        step = self._cut(row.step, wide, self._width)
        middle = room.y + (room.height / 2 if beside else px(22))
        self._say(room.x, middle - px(9), name, "ink", heading=True, va="center")
        self._say(room.x, middle + px(9), step, "quiet", va="center")
        if not row.marks:
            y = middle if beside else room.y + room.height - px(12)
            self._say(self.plot.x + px(6), y, row.lacks, "quiet", va="center")

    def _draw_mark(self, mark: ForestMark, y: float) -> tuple[float, float]:
        """The range as a line, an arrow where it goes on, the coefficient as its shape; for `_flush`."""
        left, right, x = self.x_of(mark.low), self.x_of(mark.high), self.x_of(mark.coefficient)
        self._ranges.setdefault((mark.called, mark.hint), []).append(((left, y), (right, y)))
        for end, cut, arrow in (
            (left, mark.low < -self._reach, "<"),
            (right, mark.high > self._reach, ">"),
        ):
            self._ends.setdefault((arrow if cut else "|", mark.called), []).append((end, y))
        self._shapes.setdefault((mark.lag, mark.called), []).append((x, y))
        if mark.mine:
            self._yours(left, right, y)
        return x, y

    def _flush(self) -> None:
        """Paint what the marks gave, all of one look together: many artists are slow."""
        style, px = self.style, self.style.px
        colors = {called: style.color("accent" if called else "quiet") for called in (True, False)}
        for (called, hint), segments in self._ranges.items():
            dashes: Any = (0, (3, 1.6)) if hint else "solid"
            width = 2.6 if called else 1.3
            self._lines(segments, colors[called], width, linestyles=dashes, zorder=3)
        for (shape, called), spots in self._ends.items():
            color, size = colors[called], px(7 if shape == "|" else 6)
            look: dict[str, Any] = {"marker": shape, "ms": size, "mec": color, "mfc": color}
            xs, ys = zip(*spots, strict=True)
            self._sheet.add_line(Line2D(xs, ys, ls="none", zorder=3, mew=style.line(1.3), **look))
        for (lag, called), spots in self._shapes.items():
            face = colors[called] if called else style.color("card")
            self._shape(spots, lag, colors[called], face, strong=called)

    def _yours(self, left: float, right: float, y: float) -> None:
        """Say that it was asked, beside its range where there is room."""
        words, gap = say("links.forest.yours"), self.style.px(10)
        wide = self._width(words)
        if right + gap + wide <= self.plot.x + self.plot.width:
            self._say(right + gap, y, words, "ink", va="center")
        elif left - gap - wide >= self.plot.x:
            self._say(left - gap, y, words, "ink", va="center", ha="right")

    def _shape(
        self, spots: Sequence[tuple[float, float]], lag: int, color: str, face: str, *, strong: bool = False
    ) -> None:
        size = self.style.px(SIZES[lag] * (1.15 if strong else 1.0))
        look: dict[str, Any] = {"marker": SHAPES[lag], "ms": size, "mec": color, "mfc": face}
        xs, ys = zip(*spots, strict=True)
        self._sheet.add_line(Line2D(xs, ys, ls="none", zorder=4, mew=self.style.line(1.6), **look))

    def _draw_legend(self, picture: ForestPicture, y: float, width: float) -> None:
        style, px = self.style, self.style.px
        ink, card = style.color("ink"), style.color("card")
        x, y = px(SIDE), y + px(LEGEND / 2)
        items: list[tuple[int, str, str]] = [(lag, card, words) for lag, words in enumerate(picture.lags)]
        marks = picture.marks
        items += [(0, ink, say("links.forest.called"))] if any(mark.called for mark in marks) else []
        items += [(0, card, say("links.forest.open"))] if any(not mark.called for mark in marks) else []
        items += [(-1, ink, say("links.forest.hint"))] if any(mark.hint for mark in marks) else []
        for lag, face, words in items if marks else []:
            wide = px(26) + self._width(words)
            if x + wide > width - px(SIDE) and x > px(SIDE):
                x, y = px(SIDE), y + px(LEGEND)
            if lag < 0:
                dash = [((x, y), (x + px(15), y))]
                self._lines(dash, ink, 2.6, linestyles=(0, (3, 1.6)))
            else:
                self._shape([(x + px(7), y)], lag, ink, face)
            self._say(x + px(20), y, words, "ink", va="center")
            x += wide + px(14)


def tick_words(tick: float, outcome: str) -> str:
    """A number at the axis, with its sign; minutes as hours where they are many."""
    hours = outcome == "sleep_min" and abs(tick) >= 60
    words = minutes_words(abs(tick)) if hours else number(abs(tick))
    return f"{'+' if tick > 0 else '−' if tick < 0 else ''}{words}"


def forest_file(style: Style, pictures: Sequence[ForestPicture], width: float, *, vector: bool) -> bytes:
    """The pictures one under another as SVG (`vector`) or as PNG of twice `width` px."""
    height = sum(least_height(one, style, width) + style.px(TITLE) for one in pictures)
    made = ForestFigure(style, width, height)
    made.show(*pictures, titled=True)
    if vector:
        return svg_of(made.figure)
    stream = BytesIO()
    made.figure.savefig(stream, format="png", dpi=POINTS * PNG_RATIO, metadata={"Software": None})
    return stream.getvalue()
