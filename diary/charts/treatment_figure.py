"""Treatments drawn over the pain line, without pyplot: the figure of Trends with lanes above its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diary.charts.axis import time_axis
from diary.charts.frame import Frame
from diary.charts.layout import Box
from diary.charts.letters import drawn
from diary.charts.palette import mixed
from diary.charts.panel import PanelArtists
from diary.charts.treatment_layout import (
    LABEL_ROW,
    Placed,
    beside,
    fitted,
    flags,
    label_middle,
    placed,
    shortened,
)
from diary.charts.treatment_picture import (
    Bar,
    BarLane,
    DoseLane,
    MarkLane,
    RingLane,
    TreatmentPicture,
    dose_bins,
    ring_bins,
)
from diary.charts.trends_figure import TrendsFigure, put
from diary.insight.series import MEMORY
from diary.models.codes import Lateness
from diary.wording import say, say_n
from diary.wording.treatment_words import from_left, shortened_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

    from diary.charts.picture import Picture

_NAMES = 16
COUNT_ROOM = 40
"""Room for one count of sessions, px at 100 %."""

HOUSE_LETTERS = frozenset(chr(code) for code in range(0x20, 0x180)) | frozenset("…–’“”μ")
"""Letters that the diary's own typeface draws; others come from the faces of other scripts."""

DRAWN_ROUND = (Lateness.SAME_DAY, Lateness.MEMORY)
"""Sessions of these classes are round, filled and hollow; others are squares, as on the pain line."""

MOST_STEPS = 16
"""More dose steps than this are not carried down through the pain: they would be a fence."""


class TreatmentFigure(TrendsFigure):
    """A figure of a `TreatmentPicture`, laid out anew for each."""

    placed: Placed | None = None

    def show(self, picture: Picture) -> None:
        """Show other days or treatments."""
        assert isinstance(picture, TreatmentPicture)  # the only kind that is given
        self._forget()
        self.picture = picture
        width, height, _ = self.size
        self.placed = placed(picture, self.style, width, height)
        self.layout = self.placed.layout
        back = self.figure.add_axes((0.1, 0.1, 0.8, 0.8), zorder=-1)
        frame = Frame(self.figure, back, self.style, titled=True)
        axes = self.figure.add_axes((0.1, 0.1, 0.8, 0.8), zorder=1)
        pain = PanelArtists(axes, self.style, picture.panels[0].color)
        box = self.layout.panels[0]
        for one in (back, axes):
            put(one, box, width, height)
        frame.show(picture, self.layout)
        pain.show(picture.panels[0], picture.since, picture.until)
        self._sheet = self._over()
        self._draw_months(picture, box)
        for lane, where in zip(picture.lanes, self.placed.lanes, strict=True):
            if isinstance(lane, BarLane):
                self._draw_bars(lane, where)
            elif isinstance(lane, DoseLane):
                self._draw_doses(lane, where, picture)
            elif isinstance(lane, MarkLane):
                self._draw_marks(lane, where, box)
            else:
                self._draw_rings(lane, where)
        self._draw_steps(picture, box)
        told = [key for key, there in (("later", picture.later), ("late", picture.late)) if there]
        for row, key in enumerate(told):
            words, y = say(f"treatments.lane.{key}"), box.y + self.style.px(26 + 16 * row)
            self._say(self.style.px(_NAMES), y, words, self._font(words), "quiet")

    @property
    def plot(self) -> Box:
        """Lanes and panel together."""
        if self.placed is None:
            return Box(0, 0, 1, 1)
        pain = self.placed.layout.panels[0]
        top = self.placed.lanes[0].y if self.placed.lanes else pain.y
        return Box(pain.x, top, pain.width, pain.y + pain.height - top)

    def _over(self) -> Axes:
        """Axes over the whole figure whose unit is a px from the upper left."""
        width, height, _ = self.size
        axes = self.figure.add_axes((0, 0, 1, 1), zorder=2)
        axes.axis("off")
        axes.patch.set_visible(False)
        axes.set_autoscale_on(False)
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        return axes

    # --- words

    def _say(self, x: float, y: float, words: str, font: FontProperties, color: str, **more: Any) -> None:
        text = self._sheet.text(
            x, y, words, fontproperties=font, color=self.style.color(color), va="center", **more
        )
        text.set_parse_math(False)

    def _font(self, words: str, weight: int = 400, *, heading: bool = False) -> FontProperties:
        if not HOUSE_LETTERS.issuperset(words):
            return self.style.wide(heading=heading)
        return self.style.body() if heading else self.style.note(weight)

    def _width(self, words: str, weight: int = 400, *, heading: bool = False) -> float:
        """How wide words are, px."""
        renderer = self.canvas.get_renderer()  # type: ignore[no-untyped-call]  # untyped there
        found = renderer.get_text_width_height_descent(
            words, self._font(words, weight, heading=heading), False
        )
        return float(found[0]) / self.size[2]

    def _note_width(self, words: str) -> float:
        return self._width(words)

    def _strong_width(self, words: str) -> float:
        return self._width(words, 500)

    def _name_width(self, words: str) -> float:
        return self._width(words, heading=True)

    def _draw_name(self, box: Box, name: str, note: str) -> None:
        """A lane's name left of it, its note under it where there is room."""
        px = self.style.px
        room = box.x - px(_NAMES + 6)
        words = shortened_name(drawn(from_left(name)), room, self._name_width)
        two = bool(note) and box.height >= px(36)
        middle = box.y + box.height / 2
        at = box.y + px(12) if box.height >= px(46) else middle - (px(9) if two else 0)
        self._say(px(_NAMES), at, words, self._font(words, heading=True), "ink")
        if two:
            small = shortened(note, room, self._note_width)
            self._say(px(_NAMES), at + px(18), small, self._font(small), "quiet")

    # --- lanes

    def _draw_months(self, picture: TreatmentPicture, pain: Box) -> None:
        """The lines of the time axis, carried up through the lanes."""
        style = self.style
        axis = time_axis(picture.since, picture.until, pain.width, style.note_size)
        top = self.plot.y
        if picture.until - picture.since > 31:
            self._rules([((self.x_of(day), top), (self.x_of(day), pain.y)) for day in axis.lines], "grid", 1)

    def _rules(self, segments: list[Any], chart: str, width: float, **more: Any) -> None:
        color = more.pop("color", None) or self.style.chart(chart)
        self._sheet.add_collection(
            LineCollection(segments, colors=color, linewidths=self.style.line(width), **more), autolim=False
        )

    def _box(
        self, x: float, y: float, width: float, tall: float, face: str, line: str, *, ls: str = "-"
    ) -> None:
        thin = self.style.line(1)
        self._sheet.add_patch(Rectangle((x, y), width, tall, fc=face, ec=line, lw=thin, ls=ls))

    def _dots(self, xs: list[float], y: float, marker: str, size: float, **look: Any) -> None:
        self._sheet.add_line(Line2D(xs, [y] * len(xs), ls="none", marker=marker, ms=size, **look))

    def _draw_bars(self, lane: BarLane, box: Box) -> None:
        px, style = self.style.px, self.style
        floor, room = box.y + box.height - px(4), box.height - px(8)
        self._draw_name(box, lane.name, lane.note)
        self._rules([((box.x, floor), (box.x + box.width, floor))], "grid", 1)
        light, dark = ("treatment_1", "treatment_2") if lane.tone % 2 == 0 else ("treatment_3", "treatment_4")
        edge = (
            style.color("accent")
            if lane.tone % 2 == 0
            else mixed(style.color("ink"), style.chart(dark), 0.55)
        )
        for bar in lane.bars:
            ground = mixed(style.chart(dark), style.chart(light), 0.25 + 0.75 * bar.shade)
            self._draw_bar(bar, floor, room, ground, edge)

    def _draw_bar(self, bar: Bar, floor: float, room: float, ground: str, edge: str) -> None:
        px, style = self.style.px, self.style
        left, right = self.x_of(bar.since - 0.5), self.x_of(bar.until + 0.5)
        plot = self.plot
        left, right = max(left, plot.x), min(max(right, left + 1), plot.x + plot.width)
        tall = room * bar.tall
        if bar.tall:
            patch = Rectangle((left, floor - tall), right - left, tall, fc=ground, ec="none")
            if bar.flat:
                patch = Rectangle(
                    (left, floor - tall),
                    right - left,
                    tall,
                    fc=style.color("well"),
                    ec=style.color("dash"),
                    ls="--",
                )
            self._sheet.add_patch(patch)
        if bar.tall and not bar.flat:
            self._rules([((left, floor - tall), (right, floor - tall))], "", 1.8, color=edge)
            if bar.begins:
                dashes = (0, (2, 2)) if bar.about else "solid"
                width = 1.6 if bar.about else 1.0
                self._rules([((left, floor), (left, floor - tall))], "", width, color=edge, linestyles=dashes)
            if bar.ends:
                self._rules([((right, floor), (right, floor - tall))], "", 1.0, color=edge)
        words = fitted([drawn(one) for one in bar.labels], right - left - px(10), self._strong_width)
        if words:
            middle = label_middle(tall, room, px)
            self._say(left + px(6), floor - middle, words, self._font(words, 500), "ink")

    def _draw_doses(self, lane: DoseLane, box: Box, picture: TreatmentPicture) -> None:
        px, style = self.style.px, self.style
        self._draw_name(box, lane.name, lane.note)
        floor, room = box.y + box.height - px(4), box.height - px(9)
        self._rules([((box.x, floor), (box.x + box.width, floor))], "grid", 1)
        size, soon, late = dose_bins(lane, picture.since, picture.until, box.width)
        most = max(1, int((soon + late).max()))
        step = min(px(9), room / most)
        color = style.chart("pain")
        wide = max(1.2, min(px(5), box.width * size / (picture.until - picture.since + 1) * 0.7))
        for at in range(len(soon)):
            x = self.x_of(picture.since + at * size + (size - 1) / 2)
            for level in range(int(soon[at] + late[at])):
                hollow = level >= soon[at]
                gap = 1.6 if step > 4 else 0.0
                face, line = (style.color("card"), color) if hollow else (color, "none")
                self._box(x - wide / 2, floor - (level + 1) * step, wide, step - gap, face, line)
        if size == 1:
            xs = [self.x_of(day) for day in lane.later]
            self._dots(xs, floor + px(2), "s", px(3.5), mfc=style.color("ink"), mec="none")

    def _draw_rings(self, lane: RingLane, box: Box) -> None:
        style = self.style
        self._draw_name(box, lane.name, "")
        y = box.y + box.height / 2
        self._rules([((box.x, y), (box.x + box.width, y))], "grid", 1)
        if len(lane.rings) * style.px(10) >= box.width:
            self._draw_counts(lane, box)
            return
        for mark, late, filled in (("o", Lateness.SAME_DAY, True), ("s", None, True), ("o", MEMORY, False)):
            days = [day for day, found in lane.rings if (found if found in DRAWN_ROUND else None) == late]
            look = {"mec": style.color("accent"), "mfc": style.color("accent" if filled else "card")}
            self._dots([self.x_of(day) for day in days], y, mark, style.px(8), mew=style.line(1.8), **look)

    def _draw_counts(self, lane: RingLane, box: Box) -> None:
        """Sessions too many for a ring each: how many there were in each stretch of days."""
        assert self.picture is not None  # shown just before
        px, style = self.style.px, self.style
        since, until = self.picture.since, self.picture.until
        y, tall = box.y + box.height / 2, px(18)
        for low, high, count in ring_bins(lane, since, until, box.width / px(COUNT_ROOM)):
            words = str(count)
            x, font = (self.x_of(low) + self.x_of(high)) / 2, self._font(words, 500)
            wide = max(self._strong_width(words) + px(8), tall)
            self._box(x - wide / 2, y - tall / 2, wide, tall, style.color("card"), style.color("accent"))
            self._say(x, y, words, font, "ink", ha="center")

    def _draw_marks(self, lane: MarkLane, box: Box, pain: Box) -> None:
        """Diamonds, their lines down through the pain, labels beside them or, where crowded, above them."""
        px, style = self.style.px, self.style
        xs = [self.x_of(one.day) for one in lane.marks]
        labels = self._labels(lane, box, notes=box.height >= px(36))
        spots = list(zip(xs, (label[2] for label in labels), strict=True))
        places = beside(spots, box.x, box.x + box.width, px(10))
        y = box.y + box.height / 2
        if places is None:
            labels = self._labels(lane, box, notes=False)
            spots = list(zip(xs, (label[2] for label in labels), strict=True))
            rows = int((box.height - px(14)) // px(LABEL_ROW))
            places = flags(spots, box.x, box.x + box.width, rows)
            y = box.y + box.height - px(9)
        hidden = places.count(None)
        self._draw_name(box, lane.name, say_n("treatments.more_then", hidden) if hidden else "")
        self._rules([((box.x, y), (box.x + box.width, y))], "grid", 1)
        lines = [((x, y), (x, pain.y + pain.height)) for x in xs]
        self._rules(lines, "", 1.3, color=style.color("ink"), linestyles=(0, (4, 2)))
        for x, (title, note, _), place in zip(xs, labels, places, strict=True):
            if place is None:
                continue
            middle = y if place.row is None else box.y + px(LABEL_ROW * (place.row + 0.5))
            if place.row is not None:
                self._rules([((x, y), (x, middle))], "", 1, color=style.color("control"))
            self._draw_label(place.x, middle, place.width, title, note)
        for about in (False, True):
            shown = [x for x, one in zip(xs, lane.marks, strict=True) if one.about is about]
            face = style.color("card" if about else "ink")
            self._dots(shown, y, "D", px(9), mfc=face, mec=style.color("ink"))

    def _labels(self, lane: MarkLane, box: Box, *, notes: bool) -> list[tuple[str, str, float]]:
        """Title, note and width of each mark's label."""
        room, found = box.width * 0.45, []
        for one in lane.marks:
            title = shortened(drawn(one.title), room, self._strong_width)
            note = shortened(drawn(one.note), room, self._note_width) if notes else ""
            wide = max(self._strong_width(title), self._note_width(note) if note else 0)
            found.append((title, note, wide + self.style.px(8)))
        return found

    def _draw_label(self, x: float, y: float, width: float, title: str, note: str) -> None:
        """A boxed label: a title, and a quiet line under it where it stands alone."""
        px, style = self.style.px, self.style
        tall = px(34) if note else px(20)
        self._box(x, y - tall / 2, width, tall, style.color("card"), style.color("line"))
        self._say(x + px(4), y - (px(8) if note else 0), title, self._font(title, 500), "ink")
        if note:
            self._say(x + px(4), y + px(9), note, self._font(note), "quiet")

    def _draw_steps(self, picture: TreatmentPicture, pain: Box) -> None:
        """Days on which a dose changed, dotted through the pain."""
        if len(picture.steps) > MOST_STEPS:
            return
        xs = [self.x_of(day - 0.5) for day in picture.steps if day > picture.since]
        lines = [((x, pain.y), (x, pain.y + pain.height)) for x in xs]
        self._rules(lines, "", 1, color=self.style.color("control"), linestyles=(0, (1.5, 2.5)))
