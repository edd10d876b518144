"""Several measures on one time axis: one figure, kept and given other data, drawn without pyplot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from diary.charts import legend
from diary.charts.care_artists import CareArtists, strip_height
from diary.charts.frame import Frame
from diary.charts.layout import Box, Layout, layout, plot_width
from diary.charts.panel import PanelArtists, limits

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from diary.charts.picture import Picture
    from diary.charts.style import Style

POINTS = 72
"""One px of the layout is one point of the figure: text sizes are px, and SVG has the same lengths."""


class TrendsFigure:
    """A figure of `width` × `height` px; `ratio` device pixels to one px."""

    def __init__(
        self,
        style: Style,
        width: float,
        height: float,
        ratio: float = 1.0,
        *,
        titled: bool = True,
        legended: bool = True,
    ) -> None:
        self.style = style
        self.titled = titled
        self.legended = legended
        self.picture: Picture | None = None
        self.layout: Layout | None = None
        self.figure = Figure(figsize=(width / POINTS, height / POINTS), dpi=POINTS * ratio)
        self.canvas = FigureCanvasAgg(self.figure)
        self._forget()

    def resize(self, width: float, height: float, ratio: float = 1.0) -> None:
        """Take another size; what is shown is laid out anew."""
        self.figure.set_size_inches(width / POINTS, height / POINTS)
        self.figure.set_dpi(POINTS * ratio)
        self._again()

    def restyle(self, style: Style) -> None:
        """Wear another style."""
        self.style = style
        self._forget()
        self._again()

    def show(self, picture: Picture) -> None:
        """Show other days or measures; artists are kept where the measures are the same."""
        kinds = tuple((panel.code, panel.color) for panel in picture.panels)
        if kinds != self._kinds or (picture.care and self._care is None):
            self._build(kinds, cared=bool(picture.care))
        self.picture = picture
        if not picture.panels:
            return
        self._lay_out(picture)
        assert self._frame is not None  # _build made it
        assert self.layout is not None  # _lay_out made it
        self._frame.show(picture, self.layout)
        if self._care is not None:
            self._care.show(picture, self.layout)
        for artists, panel in zip(self._panels, picture.panels, strict=True):
            artists.show(panel, picture.since, picture.until)

    def draw(self) -> memoryview:
        """Paint; the pixels as rows of RGBA bytes, valid until the next painting."""
        self.canvas.draw()  # type: ignore[no-untyped-call]  # untyped there
        return memoryview(self.canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # untyped there

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

    @property
    def plot(self) -> Box:
        """Where all panels stand together, px from the upper left."""
        return self.layout.plot if self.layout is not None and self.layout.panels else Box(0, 0, 1, 1)

    def x_of(self, day: float) -> float:
        """The px from the left of a day (ordinal)."""
        assert self.picture is not None  # asked only once something is shown
        low, high = limits(self.picture.since, self.picture.until)
        return self.plot.x + (day - low) / (high - low) * self.plot.width

    def day_at(self, x: float) -> int:
        """The day (ordinal) nearest to `x` px from the left."""
        assert self.picture is not None  # asked only once something is shown
        low, high = limits(self.picture.since, self.picture.until)
        day = round(low + (x - self.plot.x) / self.plot.width * (high - low))
        return min(max(day, self.picture.since), self.picture.until)

    def _forget(self) -> None:
        self.figure.clear()
        self.figure.set_facecolor(self.style.color("card"))
        self._kinds: tuple[tuple[str, str], ...] | None = None
        self._laid: object = None
        self._frame: Frame | None = None
        self._care: CareArtists | None = None
        self._panels: list[PanelArtists] = []
        self._legend: list[Artist] = []

    def _again(self) -> None:
        self._laid = None
        if self.picture is not None:
            self.show(self.picture)

    def _build(self, kinds: tuple[tuple[str, str], ...], *, cared: bool) -> None:
        self._forget()
        self._kinds = kinds
        back = self.figure.add_axes((0.1, 0.1, 0.8, 0.8), zorder=-1)
        self._frame = Frame(self.figure, back, self.style, titled=self.titled)
        for _, color in kinds:
            axes = self.figure.add_axes((0.1, 0.1, 0.8, 0.8))
            self._panels.append(PanelArtists(axes, self.style, color))
        if cared:
            over = self.figure.add_axes((0.1, 0.1, 0.8, 0.8), zorder=1)
            self._care = CareArtists(self.figure, over, self.style)

    def _lay_out(self, picture: Picture) -> None:
        """Place axes and legend; nothing happens while size, legend and numbers at the axes are the same."""
        panels = picture.panels
        width, height = (float(side) for side in self.figure.get_size_inches() * POINTS)
        named = legend.items(picture, self.style) if self.legended else []
        lines = legend.rows(named, width - self.style.px(40), self.style)
        room = self.style.px(legend.ROW) * len(lines) + (self.style.px(6) if lines else 0)
        plot = plot_width(panels, self.style, width, titled=self.titled)
        care = strip_height(picture.care, picture.since, picture.until, plot, self.style)
        found = layout(panels, self.style, width, height, room, titled=self.titled, care=care)
        key = (found, tuple(item.mark for item in named))
        if key == self._laid:
            return
        self._laid, self.layout = key, found
        assert self._frame is not None  # _build made it
        put(self._frame.axes, found.plot, width, height)
        if self._care is not None:
            plot_box = found.plot
            over = Box(plot_box.x, found.care_y, plot_box.width, found.axis_y - found.care_y)
            put(self._care.axes, over, width, height)
        for artists, box in zip(self._panels, found.panels, strict=True):
            put(artists.axes, box, width, height)
        for artist in self._legend:
            artist.remove()
        left = found.plot.x - self.style.px(4) if found.beside else self.style.px(16)
        gap = self.style.px(14)
        wide = max((sum(item.width + gap for item in line) for line in lines), default=0)
        left = max(self.style.px(16), min(left, width - self.style.px(10) - wide))
        color = panels[0].color if panels else "other"
        self._legend = legend.draw(self.figure, self.style, lines, left, found.legend_y, color)


def put(axes: Axes, box: Box, width: float, height: float) -> None:
    """Place axes in a box of a figure of `width` × `height` px."""
    axes.set_position(
        (box.x / width, 1 - (box.y + box.height) / height, box.width / width, box.height / height)
    )
