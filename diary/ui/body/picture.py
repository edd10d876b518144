"""The figure as a picture: views placed by the camera, painted once and kept until something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.anatomy.figure import Path, mark_list, still_list
from diary.anatomy.layout import arrange, moved
from diary.anatomy.sheets import SHEETS, available, drawn_views
from diary.anatomy.views import STANDING, load_view
from diary.ui.body.camera import Camera
from diary.ui.body.painter import Look, Ready, paint, prepared
from diary.ui.parts.painted import Painted
from diary.ui.parts.spoken import speak_as
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.anatomy.figure import Drawn, Item
    from diary.anatomy.layout import Placement
    from diary.anatomy.sides import Words

    Items = Callable[[str, float, float], Sequence[Item]]

TALL = 388
"""Height at which patterns have their full size, px at 100 %."""


class FigurePicture(Painted):
    """The views of the body side by side with the areas on them."""

    def __init__(
        self,
        views: Sequence[str] = SHEETS["body"],
        *,
        words: Words = True,
        inset: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = drawn_views(views)
        self._sides = words
        self._words = words is True
        self._inset = inset
        self._shared: tuple[int, int] | None = None
        self._camera = Camera()
        self._areas: tuple[Drawn, ...] = ()
        self._items: Items | None = None
        self._page: tuple[Placement, ...] = ()
        self._placed: tuple[Placement, ...] = ()
        self._ready: dict[str, list[Ready]] = {}
        self._still: tuple[tuple[object, ...], QPixmap] | None = None
        self._ground: tuple[tuple[object, ...], QPixmap] | None = None
        self.setAccessibleName(say("body.figure"))
        speak_as(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("no_ring", True)

    def set_areas(self, areas: Sequence[Drawn]) -> None:
        """Show these areas; what lies in no view shown is passed over."""
        self._areas = tuple(areas)
        self._forget_areas()

    def set_items(self, items: Items | None) -> None:
        """Show what this gives for a view instead of areas; None shows areas again.

        It is called with the view, its units per px, and the free room at its sides, px, both at 100 %.
        """
        self._items = items
        self._forget_areas()

    def _forget_areas(self) -> None:
        self._ready = {}
        self._ground = None
        self.update()

    # --- sheets

    @property
    def sheet(self) -> str | None:
        """The key of the sheet that is shown; None where other views were asked for."""
        return next((key for key, views in available().items() if views == self._views), None)

    def set_sheet(self, key: str) -> None:
        """Show the views of a sheet, whole; KeyError for one of which nothing is drawn."""
        self._views = available()[key]
        self._camera = Camera()
        self._arrange()
        self.update()

    # --- geometry

    def share_room(self, room: QSize) -> None:
        """Arrange the views for a room of this size in the middle, which others arrange them for, too."""
        if room.toTuple() != self._shared:
            self._shared = (room.width(), room.height())
            self._arrange()

    def restyle(self) -> None:
        """Arrange anew for the text size of now."""
        self._arrange()

    def sizeHint(self) -> QSize:
        """Room for the figure at the height of the Today page."""
        return QSize(self.theme.px(600), self.theme.px(TALL)) if self._words else QSize(200, 180)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a detail card."""
        return QSize(60, 100)

    def _text(self) -> float:
        return self.theme.scale if self._words else 1.0

    def _size(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())

    def _arrange(self) -> None:
        wide, tall = self._shared or (self.width(), self.height())
        room = (wide - 2 * self._inset, tall - 2 * self._inset)
        page = arrange(self._views, *room, text=self._text(), words=self._words)
        over, down = (self.width() - room[0]) / 2, (self.height() - room[1]) / 2
        self._page = tuple(moved(placement, over, down) for placement in page)
        self._see(self._camera)

    def _see(self, camera: Camera) -> None:
        """Show the page through this camera."""
        self._camera = camera
        self._placed = tuple(camera.placed(placement) for placement in self._page)
        self._ready = {}
        self._ground = None
        self.update()

    def _placements(self) -> tuple[Placement, ...]:
        if not self._placed:
            self._arrange()
        return self._placed

    def _placement(self, view: str) -> Placement:
        return next(placement for placement in self._placements() if placement.view == view)

    def place_of(self, region_id: str, view: str) -> QPointF:
        """Where a region's label point stands in this widget, px; KeyError if it is not in that view."""
        x, y = load_view(view).regions[region_id].label
        placement = self._placement(view)
        return QPointF(placement.x + x * placement.scale, placement.y + y * placement.scale)

    def point_in(self, spot: QPointF, placement: Placement) -> tuple[float, float]:
        """The point of a view's drawing (in the numbers of its outlines) at a spot of this widget."""
        return (spot.x() - placement.x) / placement.scale, (spot.y() - placement.y) / placement.scale

    def region_at(self, spot: QPointF, reach: float = 6) -> tuple[str, str] | None:
        """View and region at a spot of this widget, or the nearest within `reach` px; else None."""
        for beside in (0, reach):
            for placement in self._placements():
                x, y = self.point_in(spot, placement)
                found = load_view(placement.view).region_at(x, y, beside / placement.scale)
                if found is not None:
                    return placement.view, found
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the views in the new space; what was near stays near."""
        old = event.oldSize()
        self._camera = self._camera.resized((old.width(), old.height()), self._size())
        self._arrange()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept picture."""
        with QPainter(self) as painter:
            self._paint_kept(painter, event.rect().toRectF(), self._ground_picture(self._ratio_of(painter)))

    @staticmethod
    def _ratio_of(painter: QPainter) -> float:
        return painter.deviceTransform().m11()

    @staticmethod
    def _paint_kept(painter: QPainter, part: QRectF, picture: QPixmap) -> None:
        ratio = picture.devicePixelRatio()
        source = QRectF(part.topLeft() * ratio, part.size() * ratio)
        painter.drawPixmap(part, picture, source)

    def _look(self, placement: Placement, ratio: float = 1.0) -> Look:
        tall = load_view(placement.view).height * placement.scale
        part = 1.0 if placement.view not in STANDING and self._words else tall / TALL / self._text()
        return Look(
            colours=self.theme.palette,
            text=self._text() if self._words else 0.85,
            pattern=round(min(1.0, max(0.5, part)) * self._text(), 2),
            ratio=ratio,
            font=self.theme.font,
        )

    def _seen(self, ratio: float) -> tuple[object, ...]:
        """What a kept picture depends on besides the areas."""
        return (self._size(), ratio, self._text(), id(self.theme.palette), self._views, self._camera)

    def _fresh(self, ratio: float, under: QPixmap | None = None) -> QPixmap:
        if under is not None:
            return under.copy()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _still_picture(self, ratio: float) -> QPixmap:
        """Boxes, titles and the bare bodies; made again when size, zoom, colours, text or screen change."""
        key = self._seen(ratio)
        if self._still is None or self._still[0] != key:
            self._placements()
            picture = self._fresh(ratio)
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                for placement in self._in_sight():
                    look = self._look(placement, ratio)
                    self._paint_frame(painter, placement, look)
                    px, air = look.text / placement.scale, placement.air / look.text
                    still = still_list(placement.view, px=px, air=air, words=self._sides)
                    paint(painter, prepared(placement.view, still), placement, look)
            self._still = (key, picture)
        return self._still[1]

    def _ground_picture(self, ratio: float) -> QPixmap:
        """The bodies with the areas on them."""
        key = self._seen(ratio)
        if self._ground is None or self._ground[0] != key:
            picture = self._fresh(ratio, self._still_picture(ratio))
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                for placement in self._in_sight():
                    paint(painter, self._ready_list(placement), placement, self._look(placement, ratio))
            self._ground = (key, picture)
        return self._ground[1]

    def kept_picture(self) -> QPixmap:
        """The picture as it is."""
        return self._ground_picture(self.devicePixelRatioF())

    def goal_picture(self, placement: Placement, rest: Sequence[Drawn], over: Sequence[Item]) -> QPixmap:
        """The picture as if all of one view were brushed: `rest` of the areas, then `over` on them."""
        ratio = self.devicePixelRatioF()
        still = self._still_picture(ratio)
        picture = self._fresh(ratio, self._ground_picture(ratio))
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room, look = room_of(placement), self._look(placement, ratio)
            painter.setClipRect(room)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            self._paint_kept(painter, room & QRectF(self.rect()), still)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            for ready in (self._listed(placement, rest), prepared(placement.view, over)):
                paint(painter, [pair for pair in ready if isinstance(pair[0], Path)], placement, look)
            numbers = [pair for pair in self._ready_list(placement) if not isinstance(pair[0], Path)]
            paint(painter, numbers, placement, look)
        return picture

    def _in_sight(self) -> list[Placement]:
        """The views of which something can be seen."""
        seen = QRectF(self.rect())
        return [one for one in self._placements() if room_of(one).intersects(seen)]

    def _ready_list(self, placement: Placement) -> list[Ready]:
        if placement.view not in self._ready:
            self._ready[placement.view] = self._listed(placement, self._areas)
        return self._ready[placement.view]

    def _room_of_first(self) -> QRectF:
        return room_of(self._placements()[0])

    def _listed(self, placement: Placement, areas: Sequence[Drawn]) -> list[Ready]:
        text = self._look(placement).text
        px, air = text / placement.scale, placement.air / text
        if self._items is not None:
            return prepared(placement.view, self._items(placement.view, px, air))
        items = mark_list(placement.view, areas, px=px, air=air, words=self._sides, shown=self._views)
        return prepared(placement.view, items)

    def _paint_frame(self, painter: QPainter, placement: Placement, look: Look) -> None:
        if placement.box is not None and self._words:
            painter.setPen(QPen(QColor(look.colours.color("line")), 1))
            painter.setBrush(QColor(look.colours.color("well")))
            radius = 8 * look.text
            painter.drawRoundedRect(QRectF(*placement.box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._words:
            painter.setPen(QColor(look.colours.color("ink")))
            painter.setFont(self.theme.font(15 if placement.box is None else 13, 600))
            painter.drawText(QPointF(*placement.title), say(f"view.{placement.view}"))


def room_of(placement: Placement) -> QRectF:
    """The room of a view in px: its box, else the drawing with its margins."""
    if placement.box is not None:
        return QRectF(*placement.box)
    drawn = load_view(placement.view)
    return QRectF(placement.x, placement.y, drawn.width * placement.scale, drawn.height * placement.scale)


def beside(room: QRectF, spot: QPointF) -> float:
    """How far a spot lies outside a room, px; 0 inside."""
    across = max(room.left() - spot.x(), 0.0, spot.x() - room.right())
    down = max(room.top() - spot.y(), 0.0, spot.y() - room.bottom())
    return max(across, down)
