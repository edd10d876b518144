"""The figure seen nearer: wheel, pinch and keys zoom and move it, one button shows all of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from diary.anatomy.views import MIRRORED, ONE_SIDE
from diary.ui.body.camera import STEP, Camera
from diary.ui.body.picture import FigurePicture, beside, room_of
from diary.ui.parts.button import Button
from diary.ui.parts.painted import box
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.body.walking import Place

NOTCH = 120
"""What a wheel tells for one notch, eighths of a degree."""

MARGIN = 8
"""Room around the way back and around what is brought into sight, px at 100 %."""


class ZoomableFigure(FigurePicture):
    """A figure that can be zoomed 1 to 8 times and moved, never out of sight."""

    zoomChanged = Signal(float)  # noqa: N815  written as Qt writes its own signals

    _whole: Button | None = None

    @property
    def zoom(self) -> float:
        """How much nearer than the whole body, 1 to 8."""
        return self._camera.zoom

    def zoom_by(self, by: float, at: QPointF) -> None:
        """Nearer or farther by a factor; what stands at `at` stays there."""
        self._look_through(self._camera.zoomed(by, (at.x(), at.y()), self._size()))

    def pan_by(self, across: float, down: float) -> None:
        """Move the page by px."""
        self._look_through(self._camera.panned(across, down, self._size()))

    @Slot()
    def zoom_in(self) -> None:
        """One step nearer to what matters now."""
        self.zoom_by(STEP, self._heart())

    @Slot()
    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_by(1 / STEP, self._heart())

    @Slot()
    def zoom_reset(self) -> None:
        """The whole body."""
        self._look_through(Camera())

    def set_sheet(self, key: str) -> None:
        """Show the views of a sheet, whole; KeyError for one of which nothing is drawn."""
        self.zoom_reset()
        super().set_sheet(key)

    def reveal(self, place: Place) -> None:
        """Move as little as brings a view's region into sight."""
        if self._camera.whole:
            return
        spot, room = self.place_of(place[1], place[0]), 5 * self.theme.px(MARGIN)
        low, high = (spot.x() - room, spot.y() - room), (spot.x() + room, spot.y() + room)
        self._look_through(self._camera.showing(low, high, self._size()))

    def _heart(self) -> QPointF:
        """What keys and menus zoom about: the selected area, else the middle of the first view."""
        for area in self._areas:
            for view in self._views if area.selected else ():
                for region in area.regions:
                    try:
                        return self.place_of(region, view)
                    except KeyError:
                        continue
        return self._room_of_first().center()

    def _look_through(self, camera: Camera) -> None:
        if camera == self._camera:
            return
        nearer = camera.zoom != self._camera.zoom
        self._see(camera)
        self._show_way_back()
        if nearer:
            self.zoomChanged.emit(camera.zoom)

    # --- the way back

    @property
    def whole_button(self) -> Button | None:
        """The button that shows the whole body again, once there was a need of it."""
        return self._whole

    def _show_way_back(self) -> None:
        if self._whole is None and not self._camera.whole:
            self._whole = Button(say("body.view.zoom_reset"), "body", "small", parent=self)
            self._whole.clicked.connect(self._on_whole)
        if self._whole is not None:
            if self._camera.whole and self._whole.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._whole.setVisible(not self._camera.whole)
            self._place_way_back()

    def _place_way_back(self) -> None:
        if self._whole is not None:
            self._whole.adjustSize()
            margin = self.theme.px(MARGIN)
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = self.width() - self._whole.width() - margin if right_to_left else margin
            self._whole.move(x, self.height() - self._whole.height() - margin)

    @Slot()
    def _on_whole(self) -> None:
        self.zoom_reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the way back in its corner."""
        super().resizeEvent(event)
        self._place_way_back()

    def restyle(self) -> None:
        """Arrange anew for the text size of now."""
        super().restyle()
        self._place_way_back()

    def near_words(self) -> str:
        """While zoomed: the view in the middle and which side is where; its own words may be out of sight."""
        if self._camera.whole or not self._words:
            return ""
        middle = QRectF(self.rect()).center()
        view = min(self._placements(), key=lambda one: beside(room_of(one), middle)).view
        title = say(f"view.{view}")
        if view in ONE_SIDE:
            return title
        return say("body.near.left" if view in MIRRORED else "body.near.right", view=title)

    def _paint_near(self, painter: QPainter) -> None:
        """Write those words beside the way back."""
        words = self.near_words()
        if not words or self._whole is None:
            return
        metrics = self.theme.metrics("note")
        margin = self.theme.px(MARGIN)
        back = self._whole.geometry()
        wide = metrics.horizontalAdvance(words) + 2 * margin
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = back.left() - margin - wide if right_to_left else back.right() + margin
        place = QRectF(x, back.top(), wide, back.height())
        line = QPen(self.theme.color("line"), 1)
        box(painter, place, self.theme.px(8), self.theme.color("card"), line)
        painter.setPen(self.theme.color("ink"))
        painter.setFont(self.theme.text("note"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    # --- wheel and gestures

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel always zooms; alone it does where the page has nothing to scroll."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turned = event.angleDelta().y()
        if not turned or not (with_ctrl or not self._page_scrolls()) or not self._may_move():
            event.ignore()
            return
        self.zoom_by(STEP ** (turned / NOTCH), event.position())
        event.accept()

    def _page_scrolls(self) -> bool:
        above: QWidget | None = self.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea):
                bar = above.verticalScrollBar()
                if bar.maximum() > bar.minimum():
                    return True
            above = above.parentWidget()
        return False

    def event(self, event: QEvent) -> bool:
        """Pinching on a touchpad zooms."""
        if isinstance(event, QNativeGestureEvent) and self._may_move():
            return self._gestured(event)
        return super().event(event)

    def _gestured(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
            case Qt.NativeGestureType.SmartZoomNativeGesture if self._camera.whole:
                self.zoom_by(STEP**3, event.position())
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self.zoom_reset()
            case Qt.NativeGestureType.PanNativeGesture:
                self.pan_by(event.delta().x(), event.delta().y())
            case _:
                return False
        event.accept()
        return True

    def _may_move(self) -> bool:
        """Whether the page may be zoomed and moved now."""
        return True
