"""The figure under a hand: a press becomes a tap or a stroke, shown as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from diary.anatomy.drawing import BRUSHES, TENTHS, brush_radius
from diary.anatomy.regions import all_regions
from diary.anatomy.sheets import SHEETS, available
from diary.anatomy.views import load_view
from diary.ui.body.live import around, live_picture
from diary.ui.body.pen import MODES, Pen, Tip, along
from diary.ui.body.picture import beside, room_of
from diary.ui.body.pointed import paint_focused, paint_hovered, paint_ring, region_path
from diary.ui.body.taps import Taps
from diary.ui.body.walking import place_in
from diary.ui.body.zoomable import ZoomableFigure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Drawn
    from diary.anatomy.layout import Placement
    from diary.anatomy.sides import Words
    from diary.ui.body.camera import Camera
    from diary.ui.body.live import LivePicture
    from diary.ui.body.walking import Place

REACH = 6
"""How far beside a region a press still counts, px."""

STEADY_REACH = 20
"""The same with a hand that trembles, px."""

BESIDE = 16
"""A stroke may begin so far beside the room of a view, px."""

LEAST_SIZE = QSize(320, 240)
"""Large enough to be pressed, px."""


class DrawnFigure(ZoomableFigure):
    """Draws with the tool in hand as told where the hand is; a press that stays is a tap on a region."""

    regionTapped = Signal(str, str)  # noqa: N815  written as Qt writes its own signals
    strokeDrawn = Signal(object)  # noqa: N815  written as Qt writes its own signals
    regionHovered = Signal(str)  # noqa: N815  written as Qt writes its own signals
    toolChanged = Signal()  # noqa: N815  written as Qt writes its own signals

    def __init__(
        self,
        views: Sequence[str] = SHEETS["body"],
        *,
        interactive: bool = True,
        draws: bool = True,
        words: Words = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(views, words=words, inset=3.0 if interactive else 1.0, parent=parent)
        self._interactive = interactive
        self._draws = interactive and draws
        self._tool = "paint"
        self._brush = "fingers"
        self._steady = False
        self._states: dict[str, str] = {}
        self._hovered: Place | None = None
        self._cursor: Place | None = None
        self._by_keys = False
        self._pointer: QPointF | None = None
        self._pen: Pen | None = None
        self._pressed: Place | None = None
        self._live: LivePicture | None = None
        self.taps = Taps()
        self._begin()

    def _begin(self) -> None:
        """What a figure with more ways to draw brings with it."""

    def minimumSizeHint(self) -> QSize:
        """Small enough for a detail card, large enough to be pressed where it can be."""
        return LEAST_SIZE if self._interactive else super().minimumSizeHint()

    def set_areas(self, areas: Sequence[Drawn], states: Mapping[str, str] | None = None) -> None:
        """Show these areas; `states` says more about some regions, for screen readers ("burning 6")."""
        self._states = dict(states or {})
        super().set_areas(areas)

    # --- what is in the hand

    @property
    def tool(self) -> str:
        """What a drag does: "paint", "erase" or "fill"."""
        return self._tool

    @tool.setter
    def tool(self, tool: str) -> None:
        if tool not in MODES:
            raise KeyError(tool)
        if tool != self._tool:
            self.taps.forget()
        self._take("_tool", tool)

    @property
    def brush(self) -> str:
        """The size of the brush: "fingertip", "fingers" or "palm"."""
        return self._brush

    @brush.setter
    def brush(self, brush: str) -> None:
        if brush not in BRUSHES:
            raise KeyError(brush)
        self._take("_brush", brush)

    @property
    def steady(self) -> bool:
        """Whether the hand is steadied: lines smoothed, taps forgiven."""
        return self._steady

    @steady.setter
    def steady(self, steady: bool) -> None:
        self._take("_steady", steady)

    def _take(self, name: str, value: object) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._point()
            self.update()
            self.toolChanged.emit()

    def sheets(self) -> tuple[str, ...]:
        """The keys of the sheets that can be shown; the private area is last."""
        return tuple(available())

    def set_sheet(self, key: str) -> None:
        """Show the views of a sheet, whole; KeyError for one of which nothing is drawn."""
        self.cancel_stroke()
        super().set_sheet(key)
        self._cursor = place_in(self._views, self._cursor) if self._cursor is not None else None
        self._hovered = self._pointer = None
        self._point()
        self.regionHovered.emit("")
        self.toolChanged.emit()

    @property
    def place(self) -> Place | None:
        """The view and region the keyboard is at, or that was pressed last."""
        return self._cursor

    # --- the hand: what mouse, pen and finger have in common

    def press_at(self, spot: QPointF) -> None:
        """A press begins; what it is becomes plain when it moves or ends."""
        self._by_keys = False
        self._pressed = self.region_at(spot, self._reach)
        self._cursor = self._pressed or self._cursor
        placement = self._view_at(spot)
        self._pen = None
        self._pointer = spot
        if placement is None:
            return
        mode = MODES[self._tool]
        radius = brush_radius(placement.view, self._brush)
        scale = placement.scale * TENTHS
        tip = Tip(view=placement.view, mode=mode, radius=radius, scale=scale, steady=self._steady)
        self._pen = Pen(tip, spot.toTuple(), self._units(spot, placement))

    def move_to(self, spot: QPointF) -> None:
        """The pointer goes on: a pressed one draws."""
        self._follow_ring(spot)
        pen = self._pen
        if pen is None:
            self._hover(self.region_at(spot))
            return
        placement = self._placement(pen.tip.view)
        line = pen.move(spot.toTuple(), self._units(spot, placement)) if self._draws else None
        if line is not None:
            self._draw(pen, placement, *line)
        x, y = self.point_in(spot, placement)
        found = load_view(placement.view).region_at(x, y)
        self._hover((placement.view, found) if found is not None else None)

    def lift(self) -> None:
        """The press ends: a line is a stroke, else it was a tap."""
        pen, self._pen = self._pen, None
        pressed, self._pressed = self._pressed, None
        if pen is not None and pen.drawing:
            if pen.touched:
                self.strokeDrawn.emit(pen.stroke())
            self._live = None
            self.update()
        elif pressed is not None:
            self._tap(pressed)

    def cancel_stroke(self) -> bool:
        """Let the stroke come to nothing; tells whether there was one."""
        begun = self._pen is not None
        self._pen = self._pressed = self._live = None
        if begun:
            self.update()
        return begun

    def _tap(self, place: Place) -> None:
        if self.taps.counts(place[1]):
            self.regionTapped.emit(*place)

    @property
    def _reach(self) -> int:
        return STEADY_REACH if self._steady else REACH

    def _units(self, spot: QPointF, placement: Placement) -> tuple[float, float]:
        x, y = self.point_in(spot, placement)
        return x / TENTHS, y / TENTHS

    def _view_at(self, spot: QPointF) -> Placement | None:
        """The view in whose room, or beside whose body, a press lies."""
        found = self.region_at(spot, self._reach)
        if found is not None:
            return self._placement(found[0])
        return self._room_at(spot)

    def _room_at(self, spot: QPointF) -> Placement | None:
        """The view in whose room, or just beside it, a spot lies."""
        away, at = min((beside(room_of(one), spot), number) for number, one in enumerate(self._placements()))
        return self._placements()[at] if away <= BESIDE else None

    # --- the stroke on the screen

    @property
    def live_quality(self) -> str | None:
        """The quality that a stroke is shown in now: the selected area's first."""
        selected = [one for one in self._areas if one.selected and one.qualities]
        return selected[0].qualities[0] if selected else None

    def _draw(
        self, pen: Pen, placement: Placement, start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        if self._live is None:
            self._live = live_picture(self, placement, self._areas, pen.tip.mode)
            self.update()
        if pen.tip.mode is MODES["fill"]:
            self._fill(pen, placement, start, end)
            return
        scale = placement.scale * TENTHS
        spots = [QPointF(placement.x + x * scale, placement.y + y * scale) for x, y in (start, end)]
        self.update(self._live.line(spots[0], spots[1], pen.tip.radius * scale))
        if not pen.touched:
            drawn, radius = load_view(placement.view), pen.tip.radius
            pen.touched = any(
                drawn.region_at(x * TENTHS, y * TENTHS, radius * TENTHS) is not None
                for x, y in (start, *along(start, end, radius))
            )

    def _fill(
        self, pen: Pen, placement: Placement, start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        assert self._live is not None  # a stroke is drawn
        drawn = load_view(placement.view)
        for x, y in (start, *along(start, end)):
            found = drawn.region_at(x * TENTHS, y * TENTHS)
            if found is not None and found not in pen.regions:
                pen.regions[found] = None
                pen.touched = True
                self.update(self._live.shape(region_path(placement, found)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept picture or the stroke so far, then what pointer and keyboard point at."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ratio = self._ratio_of(painter)
            shown = self._live.picture if self._live is not None else self._ground_picture(ratio)
            self._paint_kept(painter, event.rect().toRectF(), shown)
            self._paint_pointed(painter)

    def _paint_pointed(self, painter: QPainter) -> None:
        cursor = self._cursor if self.hasFocus() and self._by_keys else None
        hovered = self._hovered if self._live is None else None
        for place, points in ((hovered, paint_hovered), (cursor, paint_focused)):
            if place is not None:
                placement = self._placement(place[0])
                points(painter, region_path(placement, place[1]), self._look(placement))
        self._paint_near(painter)
        ring = self._ring()
        if ring is not None:
            look = self._look(self._placements()[0])
            paint_ring(painter, *ring, look, dashed=self._tool == "erase")

    def _ring(self) -> tuple[QPointF, float] | None:
        """The brush at the pointer and its radius, px; None where nothing would be brushed."""
        spot = self._pointer
        if not self._draws or self._tool == "fill" or spot is None:
            return None
        placement = self._room_at(spot) if self._pen is None else self._placement(self._pen.tip.view)
        if placement is None:
            return None
        scale = placement.scale * TENTHS
        if self._pen is not None and self._pen.drawing:
            x, y = self._pen.line[-1]
            spot = QPointF(placement.x + x * scale, placement.y + y * scale)
        return spot, brush_radius(placement.view, self._brush) * scale

    def _follow_ring(self, spot: QPointF | None) -> None:
        before = self._ring()
        self._pointer = spot
        for ring in (before, self._ring()):
            if ring is not None:
                self.update(around(ring[0], ring[0], ring[1]))

    def forget_pointer(self) -> None:
        """The pointer is gone."""
        self._follow_ring(None)
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the views in the new space; a stroke that was begun ends, and goes on as another."""
        draws, pressed = self._pen is not None and self._pen.drawing, self._pressed
        if draws:
            self.lift()
        self._pen, self._live = None, None
        super().resizeEvent(event)
        if draws and self._pointer is not None:
            self.press_at(self._pointer)
        self._pressed = None if draws else pressed

    def _look_through(self, camera: Camera) -> None:
        """Another place comes to stand under a pointer that rests."""
        super()._look_through(camera)
        if self._pointer is not None:
            self._hover(self.region_at(self._pointer))

    def _may_move(self) -> bool:
        return self._interactive and self._pen is None

    def _hover(self, found: Place | None) -> None:
        if not self._interactive or found == self._hovered:
            return
        self._hovered = found
        self._point()
        self.regionHovered.emit(all_regions()[found[1]].label if found else "")
        if self._live is None:
            self.update()

    def _point(self) -> None:
        draws = self._draws and self._tool != "fill"
        over = Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.PointingHandCursor
        self.setCursor(over if self._hovered else Qt.CursorShape.ArrowCursor)
