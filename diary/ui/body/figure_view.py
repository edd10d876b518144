"""The figure as a control: shows marks, names the place under the pointer, is clicked or walked by keys."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.anatomy.figure import arrange, mark_list, still_list
from diary.anatomy.regions import all_regions
from diary.anatomy.views import STANDING, load_view
from diary.ui.body.painter import Look, paint, painter_path, prepared
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Painted, told
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from diary.anatomy.figure import Drawn, Item, Placement

REACH = 6
"""How far beside a region a press still counts, px."""

TALL = 388
"""Height at which patterns have their full size, px at 100 %."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FigureView(Painted):
    """The views of the body side by side; a press or Space on a region emits its id."""

    regionClicked = Signal(str)  # noqa: N815  written as Qt writes its own signals
    regionHovered = Signal(str)  # noqa: N815  written as Qt writes its own signals

    def __init__(
        self,
        views: Sequence[str] = ("front", "back", "sole", "palm"),
        *,
        interactive: bool = True,
        words: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = tuple(views)
        self._interactive = interactive
        self._words = words
        self._areas: tuple[Drawn, ...] = ()
        self._placed: tuple[Placement, ...] = ()
        self._ready: dict[str, list[tuple[Item, QPainterPath | None]]] = {}
        self._hovered: tuple[str, str] | None = None
        self._cursor: tuple[str, str] | None = None
        self._pressed: str | None = None
        self._by_keys = False
        self._inset = 3.0 if interactive else 1.0
        self._still: tuple[tuple[object, ...], QPixmap] | None = None
        self._announcer = Announcer(self)
        self.setAccessibleName(say("body.figure"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("no_ring", not interactive)
        if interactive:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(say("body.figure.keys"))

    def set_areas(self, areas: Sequence[Drawn]) -> None:
        """Show these areas; what lies in no view shown is passed over."""
        self._areas = tuple(areas)
        self._ready = {}
        self.update()

    def restyle(self) -> None:
        """Arrange anew for the text size of now."""
        self._arrange()

    def sizeHint(self) -> QSize:
        """Room for the figure at the height of the Today page."""
        return QSize(self.theme.px(600), self.theme.px(TALL)) if self._words else QSize(200, 180)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a detail card, large enough to be pressed where it can be."""
        return QSize(320, 240) if self._interactive else QSize(60, 100)

    # ------------------------------------------------------------------ geometry

    def _text(self) -> float:
        return self.theme.scale if self._words else 1.0

    def _arrange(self) -> None:
        inset = self._inset
        placed = arrange(
            self._views,
            self.width() - 2 * inset,
            self.height() - 2 * inset,
            text=self._text(),
            words=self._words,
        )
        self._placed = placed
        self._ready = {}

    def _spot(self, placement: Placement, x: float, y: float) -> QPointF:
        return QPointF(
            placement.x + self._inset + x * placement.scale, placement.y + self._inset + y * placement.scale
        )

    def place_of(self, region_id: str, view: str) -> QPointF:
        """Where a region's label point stands in this widget, px; KeyError if it is not in that view."""
        x, y = load_view(view).regions[region_id].label
        (placement,) = (placement for placement in self._placements() if placement.view == view)
        return self._spot(placement, x, y)

    def region_at(self, spot: QPointF) -> tuple[str, str] | None:
        """View and region at a point of this widget, or None beside the body."""
        for reach in (0, REACH):
            for placement in self._placements():
                x = (spot.x() - self._inset - placement.x) / placement.scale
                y = (spot.y() - self._inset - placement.y) / placement.scale
                found = load_view(placement.view).region_at(x, y, reach / placement.scale)
                if found is not None:
                    return placement.view, found
        return None

    def _placements(self) -> tuple[Placement, ...]:
        if not self._placed:
            self._arrange()
        return self._placed

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange the views in the new space."""
        self._arrange()

    # ------------------------------------------------------------------ painting

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the still body from its kept picture, then marks, then what pointer and keyboard point at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = painter.deviceTransform().m11()
        painter.drawPixmap(0, 0, self._still_picture(ratio))
        painter.translate(self._inset, self._inset)
        for placement in self._placements():
            look = self._look(placement, ratio)
            paint(painter, self._ready_list(placement), placement, look)
            self._paint_pointed(painter, placement, look)

    def _still_picture(self, ratio: float) -> QPixmap:
        """Boxes, titles and the bare bodies; made again when size, colours, text size or screen change."""
        key = (self.width(), self.height(), ratio, self._text(), id(self.theme.palette))
        if self._still is None or self._still[0] != key:
            self._placements()
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._inset, self._inset)
            for placement in self._placements():
                look = self._look(placement, ratio)
                self._paint_frame(painter, placement, look)
                still = still_list(placement.view, px=look.text / placement.scale, words=self._words)
                paint(painter, prepared(placement.view, still), placement, look)
            painter.end()
            self._still = (key, picture)
        return self._still[1]

    def _ready_list(self, placement: Placement) -> list[tuple[Item, QPainterPath | None]]:
        if placement.view not in self._ready:
            px = self._look(placement).text / placement.scale
            items = mark_list(placement.view, self._areas, px=px, words=self._words)
            self._ready[placement.view] = prepared(placement.view, items)
        return self._ready[placement.view]

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

    def _paint_pointed(self, painter: QPainter, placement: Placement, look: Look) -> None:
        cursor = self._cursor if self.hasFocus() and self._by_keys else None
        for pointed, width, share in ((self._hovered, 1.4, 0.14), (cursor, 2.6, 0.10)):
            if pointed is None or pointed[0] != placement.view:
                continue
            path = painter_path(load_view(placement.view).regions[pointed[1]].rings)
            accent = QColor(look.colours.color("accent"))
            pen = QPen(accent, width * look.text / placement.scale)
            accent.setAlphaF(share)
            painter.save()
            painter.translate(placement.x, placement.y)
            painter.scale(placement.scale, placement.scale)
            painter.fillPath(path, accent)
            painter.strokePath(path, pen)
            painter.restore()

    # ------------------------------------------------------------------ pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the region under the pointer."""
        self._hover(self.region_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Forget the region under the pointer."""
        self._hover(None)

    def _hover(self, found: tuple[str, str] | None) -> None:
        if not self._interactive or found == self._hovered:
            return
        self._hovered = found
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.regionHovered.emit(all_regions()[found[1]].label if found else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press began; a read-only figure leaves it to what lies below."""
        if not self._interactive or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        found = self.region_at(event.position())
        self._by_keys = False
        self._pressed = found[1] if found else None
        if found:
            self._cursor = found

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press and release in one region is a click on it."""
        if not self._interactive or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        found = self.region_at(event.position())
        pressed, self._pressed = self._pressed, None
        if found and found[1] == pressed:
            self.regionClicked.emit(found[1])

    # ------------------------------------------------------------------ keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk to the nearest region in that direction; Space and Enter click; other keys go on."""
        key = Qt.Key(event.key())
        self._by_keys = True
        if self._interactive and key in ARROWS:
            self._walk(*ARROWS[key])
        elif (
            self._interactive
            and self._cursor
            and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.regionClicked.emit(self._cursor[1])
            self._tell()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard starts at the chest of the first view, or where it was."""
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._cursor is None and self._interactive and self._by_keys:
            self._walk(0, 0)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is hidden, and kept."""
        super().focusOutEvent(event)
        self.update()

    def _walk(self, across: int, down: int) -> None:
        """Move the keyboard's place: nearest region that way in the same view, else in any view."""
        if self._cursor is None:
            view = self._views[0]
            drawn = load_view(view)
            middle = (drawn.width / 2 + 1, drawn.height * 0.25)
            found = drawn.region_at(*middle) or next(iter(drawn.regions))
            self._cursor = (view, found)
        else:
            self._cursor = self._next(across, down) or self._cursor
        view, region_id = self._cursor
        self.regionHovered.emit(all_regions()[region_id].label)
        self._tell()
        self.update()

    def _next(self, across: int, down: int) -> tuple[str, str] | None:
        if self._cursor is None:
            return None
        view, here = self._cursor[0], self.place_of(self._cursor[1], self._cursor[0])
        for same_view in (True, False):
            best: tuple[float, tuple[str, str]] | None = None
            for placement in self._placements():
                if (placement.view == view) != same_view:
                    continue
                for region_id in load_view(placement.view).regions:
                    step = self.place_of(region_id, placement.view) - here
                    ahead = step.x() * across + step.y() * down
                    aside = abs(step.x() * down) + abs(step.y() * across)
                    if ahead > 0.5 and (aside <= 1.5 * ahead or not same_view):
                        cost = hypot(ahead, 2 * aside)
                        if best is None or cost < best[0]:
                            best = (cost, (placement.view, region_id))
            if best is not None:
                return best[1]
        return None

    def _tell(self) -> None:
        """Say the region under the keyboard and its state to assistive software."""
        if self._cursor is None:
            return
        view, region_id = self._cursor
        words = say(
            "body.region_in_view",
            view=say(f"view.{view}"),
            region=say(
                "body.region_state", region=all_regions()[region_id].label, state=self.state_of(region_id)
            ),
        )
        self.setAccessibleDescription(words)
        told(self, QAccessible.Event.DescriptionChanged)
        self._announcer.announce(words)

    def state_of(self, region_id: str) -> str:
        """What is marked in a region, in words."""
        marked = [one for one in self._areas if region_id in one.regions]
        if not marked:
            return say("body.not_marked")
        if marked[-1].carried:
            return say("body.carried")
        if marked[-1].severity is None:
            return say("body.marked")
        return say("body.marked_severity", severity=marked[-1].severity)
