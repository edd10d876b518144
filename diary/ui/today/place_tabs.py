"""The places of a day as tabs: name, how it feels, confirm, and what else can be done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.anatomy.naming import qualities_line, quality_name, short_place_name
from diary.models.codes import SENSATIONS
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import PaintedButton, box
from diary.ui.theme import current
from diary.ui.today.drawing import name_of, named_regions
from diary.ui.today.figure_room import LINE_GAP
from diary.ui.today.place import Place
from diary.ui.today.place_editor import swatch
from diary.ui.today.sitting import Sitting
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.ui.today.area_menu import AreaMenu

WIDEST = 190
"""Widest words on a tab, px at 100 %."""


def place_line(place: Place) -> str:
    """What stands under a place's name: "Burning 6, touch hurts", or the last time's severity.

    The number is the pain's; beside a sensation that may be there without pain it says so.
    """
    if place.carried:
        last = place.last_severity
        told = say("today.carried") if last is None else say("today.last_time", severity=last)
        first = qualities_line(place.qualities)
        return say("today.line_carried", first=first, rest=told) if first else told
    if place.severity is None or not place.qualities:
        return qualities_line(place.qualities) or ("" if place.severity is None else str(place.severity))
    if place.qualities[0].code in SENSATIONS or any(one.strength is not None for one in place.qualities):
        rest = qualities_line(place.qualities)
        pain = say("today.line_pain", severity=place.severity)
        return say("today.line", first=pain, rest=rest[:1].lower() + rest[1:])
    first = say("today.line_severity", first=quality_name(place.qualities[0]), severity=place.severity)
    others = qualities_line(place.qualities[1:])
    return say("today.line", first=first, rest=others[:1].lower() + others[1:]) if others else first


class Tab(PaintedButton):
    """One place, `name_shown` its name in short; digits typed on it set its severity."""

    digit_typed = Signal(object)
    delete_pressed = Signal()

    def __init__(self, place: Place, parent: QWidget, *, short: bool) -> None:
        super().__init__(name_of(place), parent)
        self.place = place
        self.name_shown = short_place_name(named_regions(place)) if short else self.text()
        self._line = place_line(place)
        self.more: IconButton | None = None
        self.setCheckable(True)
        self.setAccessibleDescription(self._line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._room = 0

    def keep_free(self, room: int) -> None:
        """Keeps `room` px at the end free for the buttons that lie on the tab."""
        self._room = room
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Two lines of words beside the swatch, px."""
        theme = current()
        words = min(self._words(), theme.px(WIDEST))
        return QSize(words + self._left() + theme.px(10) + self._room, theme.px(44))

    def _left(self) -> int:
        """Where the words begin, px: after the swatch, if there is one."""
        return self.theme.px(42 if self.place.qualities else 14)

    def _words(self) -> int:
        """Width of the longer line, px."""
        theme = current()
        name = theme.metrics("strong").horizontalAdvance(self.name_shown)
        return max(name, theme.metrics("note").horizontalAdvance(self._line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole name where it is shortened."""
        super().resizeEvent(event)
        shortened = self.sizeHint().width() > self.width() or self._words() > self.theme.px(WIDEST)
        whole = shortened or self.name_shown != self.text()
        self.setToolTip(self.text() if whole else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the severity row, Delete takes the place away; the rest is a button's."""
        if event.text().isascii() and event.text().isdigit():
            self.digit_typed.emit(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, swatch and the two lines."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if self.isChecked() else "control"), 2 if self.isChecked() else 1)
        if self.place.carried:
            pen.setDashPattern([4, 3])
        fill = "tint" if self.isChecked() and not self.place.carried else "card"
        box(painter, QRectF(self.rect()), theme.px(8), theme.color(fill), pen)
        side = theme.px(20)
        where = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        codes = [one.code or "own" for one in self.place.qualities]
        if codes:
            swatch(codes[0])(painter, where)
        left = self._left()
        room = self.width() - left - theme.px(8) - self._room
        name, note = theme.metrics("strong"), theme.metrics("note")
        tall = name.height() + (note.height() if self._line else 0)
        top = (self.height() - tall) // 2
        painter.setFont(theme.text("strong"))
        painter.setPen(theme.color("on_tint" if fill == "tint" else "ink"))
        shown = name.elidedText(self.name_shown, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + name.ascent(), shown)
        painter.setFont(theme.text("note"))
        painter.setPen(theme.color("on_tint" if fill == "tint" else "quiet"))
        line = note.elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + name.height() + note.ascent(), line)


class PlaceTabs(QWidget):
    """All places of the form; the selected one is edited below."""

    selected = Signal(str)
    confirmed = Signal(str)
    removed = Signal(str)
    chosen = Signal(str, str)
    """A place and what its menu is to do with it."""
    added = Signal()
    digit_typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sites: Callable[[], Sequence[tuple[str, str]]] = tuple
        """Gives uid and name of the lasting places that a place can be a part of."""
        self._flow = FlowLayout(self, gap=8, line_gap=LINE_GAP)
        self.add_area = Button(say("today.add_area"), "plus", "link")
        self.confirm_all = Button(say("today.confirm_all"), "check", "small")
        self.add_area.clicked.connect(self.added)
        self._shown: tuple[tuple[Place, ...], str | None] | None = None
        self._tabs: dict[str, Tab] = {}
        self._flow.addWidget(self.confirm_all)
        self._flow.addWidget(self.add_area)

    def show_places(self, sitting: Sitting, selected: str | None) -> None:
        """Shows the places of a form with one selected."""
        if self._shown == (sitting.places, selected):
            return
        focused = self._focused()
        self._shown = (sitting.places, selected)
        self._clear()
        short = {one.uid: short_place_name(named_regions(one)) for one in sitting.places}
        names = Counter(short.values())
        for place in sitting.places:
            alone = names[short[place.uid]] == 1
            self._add_tab(place, chosen=place.uid == selected, short=alone)
        self._flow.addWidget(self.confirm_all)
        self._flow.addWidget(self.add_area)
        self.confirm_all.setVisible(len(sitting.unconfirmed) > 1)
        if focused is not None and self._tabs:
            uid, at = focused
            uid = uid if uid in self._tabs else list(self._tabs)[min(at, len(self._tabs) - 1)]
            self._tabs[uid].setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is on a tab or on a button of one."""
        return self._focused() is not None

    def _focused(self) -> tuple[str, int] | None:
        """The place whose tab, or a button on it, has the focus, and which one it is."""
        focus = self.window().focusWidget()
        if focus is not None and focus is self.confirm_all:
            return (self._shown[1] or "", 0) if self._shown is not None else None
        for at, (uid, tab) in enumerate(self._tabs.items()):
            if focus is not None and (focus is tab or tab.isAncestorOf(focus)):
                return uid, at
        return None

    def tab(self, uid: str) -> Tab:
        """The tab of a place; KeyError where it is not shown."""
        return self._tabs[uid]

    def _clear(self) -> None:
        self._flow.removeWidget(self.confirm_all)
        self._flow.removeWidget(self.add_area)
        for tab in self._tabs.values():
            self._flow.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self._tabs.clear()

    def _add_tab(self, place: Place, *, chosen: bool, short: bool) -> None:
        tab = Tab(place, self, short=short)
        tab.setChecked(chosen)
        tab.clicked.connect(self._on_tab)
        tab.digit_typed.connect(self.digit_typed)
        tab.delete_pressed.connect(self._on_remove)
        row = QHBoxLayout(tab)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        free = 0
        if place.carried:
            confirm = Button(say("today.confirm"), "check", "small")
            confirm.setAccessibleName(say("today.confirm_place", place=tab.text()))
            confirm.clicked.connect(self._on_confirm)
            row.addWidget(confirm)
            free += confirm.sizeHint().width() + 6
        if chosen:
            tab.more = IconButton("more", say("today.more_of", place=tab.text()))
            tab.more.clicked.connect(self._on_more)
            row.addWidget(tab.more)
            free += tab.more.sizeHint().width()
        tab.keep_free(free)
        self._tabs[place.uid] = tab
        self._flow.addWidget(tab)
        tab.show()

    def _uid_of(self, widget: object) -> str | None:
        found = widget.parent() if isinstance(widget, Button | IconButton) else widget
        return found.place.uid if isinstance(found, Tab) else None

    @Slot()
    def _on_tab(self) -> None:
        tab = self.sender()
        if not isinstance(tab, Tab):
            return
        if tab.place.carried and self._shown is not None and self._shown[1] == tab.place.uid:
            self.confirmed.emit(tab.place.uid)
        else:
            tab.setChecked(True)
            self.selected.emit(tab.place.uid)

    @Slot()
    def _on_confirm(self) -> None:
        if (uid := self._uid_of(self.sender())) is not None:
            self.confirmed.emit(uid)

    def menu(self, uid: str) -> AreaMenu:
        """The menu of a place; KeyError where it is not shown."""
        from diary.ui.today.area_menu import AreaMenu

        menu = AreaMenu(self._tabs[uid].place, self, self.sites())
        menu.chosen.connect(self.chosen)
        return menu

    @Slot()
    def _on_more(self) -> None:
        button = self.sender()
        if (uid := self._uid_of(button)) is not None and isinstance(button, QWidget):
            menu = self.menu(uid)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    @Slot()
    def _on_remove(self) -> None:
        if (uid := self._uid_of(self.sender())) is not None:
            self.removed.emit(uid)
