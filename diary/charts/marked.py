"""A figure whose marks can be pointed at: each knows where it is and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from diary.charts.export import PNG_RATIO, svg_of
from diary.charts.layout import Box
from diary.charts.trends_figure import POINTS, put

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

    from diary.charts.style import Style

P = TypeVar("P")

HOUSE_LETTERS: Final = frozenset(chr(code) for code in range(0x20, 0x180)) | frozenset("…–’“”μ≥≤±·−")
"""Letters that the diary's own typeface draws; others come from the faces of other scripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mark: its box in px from the upper left, a title and a line that tell of it.

    Spots of one `group` are neighbours for the arrow keys left and right; groups lie above one another.
    """

    box: Box
    title: str
    line: str
    group: int = 0


class MarkedFigure(Generic[P]):
    """A figure of `width` × `height` px that shows a picture of kind `P`; subclasses draw in `_draw`."""

    def __init__(self, style: Style, width: float, height: float, ratio: float = 1.0) -> None:
        self.style = style
        self.picture: P | None = None
        self.spots: list[Spot] = []
        self.figure = Figure(figsize=(width / POINTS, height / POINTS), dpi=POINTS * ratio)
        self.canvas = FigureCanvasAgg(self.figure)
        self.width, self.height = float(width), float(height)
        self._sheet: Axes | None = None

    def show(self, picture: P) -> None:
        """Draw a picture anew."""
        self.picture = picture
        self.spots = []
        self._sheet = None
        self.figure.clear()
        self.figure.set_facecolor(self.style.color("card"))
        self._draw(picture)

    def _draw(self, picture: P) -> None:
        raise NotImplementedError

    def draw(self) -> memoryview:
        """Paint; the pixels as rows of RGBA bytes, valid until the next painting."""
        self.canvas.draw()  # type: ignore[no-untyped-call]  # untyped there
        return memoryview(self.canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # untyped there

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of what `draw` returns."""
        wide, high = self.canvas.get_width_height(physical=True)
        return int(wide), int(high)

    def axes(self, box: Box) -> Axes:
        """Bare axes in a box, without frame, ticks or margins of their own."""
        made = self.figure.add_axes((0.1, 0.1, 0.8, 0.8))
        put(made, box, self.width, self.height)
        made.axis("off")
        made.patch.set_visible(False)
        made.set_autoscale_on(False)
        return made

    @property
    def sheet(self) -> Axes:
        """Axes over the whole figure whose unit is a px from the upper left."""
        if self._sheet is None:
            self._sheet = self.axes(Box(0, 0, self.width, self.height))
            self._sheet.set_zorder(5)
            self._sheet.set_xlim(0, self.width)
            self._sheet.set_ylim(self.height, 0)
        return self._sheet

    def say(
        self,
        x: float,
        y: float,
        words: str,
        *,
        color: str = "ink",
        weight: int = 400,
        heading: bool = False,
        **more: Any,
    ) -> Text:
        """Write words at a px from the upper left, in any script; `more` as matplotlib's text takes it."""
        if HOUSE_LETTERS.issuperset(words):
            font = self.style.body() if heading else self.style.note(weight)
        else:
            font = self.style.wide(heading=heading)
        more.setdefault("va", "center")
        text = self.sheet.text(x, y, words, fontproperties=font, color=self.style.color(color), **more)
        text.set_parse_math(False)
        return text

    def width_of(self, words: str, weight: int = 400, *, heading: bool = False) -> float:
        """How many px words take, measured."""
        text = self.say(0, 0, words, weight=weight, heading=heading)
        extent = text.get_window_extent(self.canvas.get_renderer())  # type: ignore[no-untyped-call]
        text.remove()
        return float(extent.width) * POINTS / self.figure.dpi

    def spot_at(self, x: float, y: float, reach: float = 10.0) -> int | None:
        """The index of the spot under a px, or the nearest within `reach` px; None where there is none."""
        best, found = reach, None
        for at, one in enumerate(self.spots):
            box = one.box
            across = max(box.x - x, 0.0, x - box.x - box.width)
            down = max(box.y - y, 0.0, y - box.y - box.height)
            far = max(across, down)
            if far < best:
                best, found = far, at
        return found

    def content(self, suffix: str) -> bytes:
        """The picture as SVG where `suffix` is ".svg", else as PNG; the same numbers give the same bytes."""
        if suffix.lower() == ".svg":
            return svg_of(self.figure)
        stream = BytesIO()
        self.figure.savefig(stream, format="png", dpi=POINTS * PNG_RATIO, metadata={"Software": None})
        return stream.getvalue()
