"""One measure over some days, drawn on one sheet in px: what before and after and trials share."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diary.charts.axis import time_axis
from diary.charts.export import PNG_RATIO, svg_of
from diary.charts.layout import Box
from diary.charts.letters import drawn
from diary.charts.treatment_layout import shortened
from diary.charts.trends_figure import POINTS, TrendsFigure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.picture import PanelPicture, Picture
    from diary.charts.style import Style

ROW = 22
"""Height of a row of the legend, px at 100 %."""

Key = tuple[str, str, bool, str]
"""A mark of the legend: its shape, its colour, whether it is filled, and its words."""


class DaySheet(TrendsFigure):
    """A figure with one panel; subclasses draw into it and name their marks."""

    top = 0.0
    """Room above the panel, px at 100 %."""

    box = Box(0, 0, 1, 1)

    def show(self, picture: Picture) -> None:
        """Show another picture; the panel fills what title, axis and legend leave."""
        self._forget()
        self.picture = picture
        width, height, _ = self.size
        self._sheet = self._over(width, height)
        panel, px = picture.panels[0], self.style.px
        numbers = [self._width(words) for _, words in panel.ticks]
        left = px(16) + max(numbers, default=0) + px(8)
        rows = self._legend_rows(self.legend_keys(picture), width - px(32))
        below = px(34) + px(ROW) * len(rows)
        top = px(34 + self.top)
        self.box = Box(left, top, max(width - left - px(16), 20), max(height - top - below, 20))
        self._say(px(16), px(18), drawn(panel.title), "ink", heading=True)
        self._draw_axes(picture, panel)
        self._draw_legend(rows, height - px(ROW) * len(rows) + px(ROW / 2) - px(4))
        self.draw_days(picture)

    def legend_keys(self, _picture: Picture) -> list[Key]:
        """The marks that occur."""
        return []

    def draw_days(self, _picture: Picture) -> None:
        """Draw into the panel."""

    @property
    def plot(self) -> Box:
        """The panel."""
        return self.box

    def y_of(self, value: float) -> float:
        """The px from the top of a value."""
        assert self.picture is not None  # asked only once something is shown
        panel = self.picture.panels[0]
        share = (value - panel.low) / ((panel.high - panel.low) or 1)
        return self.box.y + self.box.height * (1 - min(max(share, 0.0), 1.0))

    def _over(self, width: float, height: float) -> Axes:
        axes = self.figure.add_axes((0, 0, 1, 1), zorder=2)
        axes.axis("off")
        axes.patch.set_visible(False)
        axes.set_autoscale_on(False)
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        return axes

    def _draw_axes(self, picture: Picture, panel: PanelPicture) -> None:
        box, style = self.box, self.style
        room = box.height / max(len(panel.ticks) - 1, 1)
        ticks = panel.ticks
        if ticks and room < style.note_size * 1.25:
            ticks = (ticks[0], ticks[-1])
        self._rules([((box.x, self.y_of(v)), (box.x + box.width, self.y_of(v))) for v, _ in ticks], "grid")
        for value, words in ticks:
            self._say(box.x - style.px(8), self.y_of(value), words, "quiet", ha="right")
        axis = time_axis(picture.since, picture.until, box.width, style.note_size)
        floor = box.y + box.height
        marks = [((self.x_of(day), floor), (self.x_of(day), floor + style.px(4))) for day in axis.ticks]
        self._rules(marks, "", color=style.color("control"))
        for day, words in axis.labels:
            x = max(self.x_of(day), box.x)
            if x + self._width(words) <= self.size[0]:
                self._say(x, floor + style.px(16), words, "ink", weight=500)

    # --- marks

    def _say(
        self,
        x: float,
        y: float,
        words: str,
        color: str,
        *,
        weight: int = 400,
        heading: bool = False,
        **more: Any,
    ) -> None:
        look = {"va": "center", "color": self.style.color(color), **more}
        text = self._sheet.text(
            x, y, words, fontproperties=self._font(words, weight, heading=heading), **look
        )
        text.set_parse_math(False)

    def _font(self, words: str, weight: int = 400, *, heading: bool = False) -> Any:
        if any(ord(letter) > 0x17F and letter not in "…–−’“”" for letter in words):
            return self.style.wide(heading=heading)
        return self.style.body() if heading else self.style.note(weight)

    def _width(self, words: str, weight: int = 400) -> float:
        renderer = self.canvas.get_renderer()  # type: ignore[no-untyped-call]  # untyped there
        found = renderer.get_text_width_height_descent(words, self._font(words, weight), False)
        return float(found[0]) / self.size[2]

    def _short(self, words: str, room: float) -> str:
        return shortened(drawn(words), room, self._width)

    def _rules(self, segments: list[Any], chart: str, width: float = 1, **more: Any) -> None:
        color = more.pop("color", None) or self.style.chart(chart)
        self._sheet.add_collection(
            LineCollection(segments, colors=color, linewidths=self.style.line(width), **more), autolim=False
        )

    def _ground(self, left: float, right: float, top: float, tall: float, **look: Any) -> None:
        self._sheet.add_patch(Rectangle((left, top), max(right - left, 1), tall, **look))

    def _dots(
        self, spots: list[tuple[float, float]], mark: str, color: str, *, filled: bool, size: float
    ) -> None:
        line = Line2D(
            [x for x, _ in spots],
            [y for _, y in spots],
            ls="none",
            marker=mark,
            ms=self.style.px(size),
            mec=color,
            mfc=color if filled else self.style.color("card"),
            mew=self.style.line(1.4),
        )
        self._sheet.add_line(line)

    # --- legend

    def _legend_rows(self, keys: list[Key], room: float) -> list[list[Key]]:
        rows: list[list[Key]] = []
        used = room + 1.0
        for key in keys:
            wide = self.style.px(40) + self._width(key[3])
            if used + wide > room:
                rows.append([])
                used = 0.0
            rows[-1].append(key)
            used += wide
        return rows

    def _draw_legend(self, rows: list[list[Key]], y: float) -> None:
        px = self.style.px
        for at, row in enumerate(rows):
            x, middle = px(16), y + px(ROW) * at
            for shape, color, filled, words in row:
                if shape == "bar":
                    self._rules([((x, middle), (x + px(16), middle))], "", 5, color=color)
                elif shape == "ground":
                    edge = self.style.color("control" if filled else "ink")
                    look = {"fc": color, "ec": edge, "lw": self.style.line(1)}
                    self._ground(
                        x, x + px(16), middle - px(6), px(12), **look, hatch="" if filled else "////"
                    )
                else:
                    self._dots([(x + px(8), middle)], shape, color, filled=filled, size=7)
                self._say(x + px(22), middle, words, "ink")
                x += px(40) + self._width(words)


def file_of(figure: DaySheet, picture: Picture, ending: str) -> bytes:
    """The picture as SVG where `ending` says so, else as PNG of twice its size in px."""
    figure.show(picture)
    if ending.lower() == ".svg":
        return svg_of(figure.figure)
    stream = BytesIO()
    figure.figure.savefig(stream, format="png", dpi=POINTS * PNG_RATIO, metadata={"Software": None})
    return stream.getvalue()


def sheet_for(picture: Picture, style: Style, width: float, height: float, ratio: float = 1.0) -> DaySheet:
    """The figure that draws this kind of picture."""
    from diary.charts.effect_figure import EffectFigure
    from diary.charts.effect_picture import EffectPicture
    from diary.charts.trial_figure import TrialFigure

    made = EffectFigure if isinstance(picture, EffectPicture) else TrialFigure
    return made(style, width, height, ratio)
