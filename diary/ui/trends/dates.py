"""Choosing the days by hand: a small panel with the first and the last day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.theme import current
from diary.ui.trends.spans import LEAST_DAYS, Span
from diary.wording import say


class DatesPanel(QFrame):
    """Opens under a button; `chosen` has a `Span` of at least a week. Escape closes it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._since, self._until = (self._edit(say(key)) for key in ("trends.from", "trends.to"))
        self._show = Button(say("trends.show_days"), kind="primary")
        self._show.clicked.connect(self._on_shown)
        self._since.dateChanged.connect(self._on_changed)
        self._until.dateChanged.connect(self._on_changed)
        form = QFormLayout()
        for key, edit in (("trends.from", self._since), ("trends.to", self._until)):
            label = QLabel(say(key))
            label.setBuddy(edit)
            form.addRow(label, edit)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignRight)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)

    @staticmethod
    def _edit(name: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(name)
        edit.setMinimumWidth(current().px(160))
        return edit

    def open_under(self, widget: QWidget, span: Span, today: int) -> None:
        """Open under `widget` with the days shown now."""
        for edit, day in ((self._since, span.since), (self._until, span.until)):
            edit.blockSignals(True)
            edit.setMaximumDate(_qdate(today))
            edit.setDate(_qdate(day))
            edit.blockSignals(False)
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        self._since.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        self._show.setEnabled(self._since.date() <= self._until.date())

    @Slot()
    def _on_shown(self) -> None:
        since, until = _ordinal(self._since.date()), _ordinal(self._until.date())
        self.hide()
        self.chosen.emit(Span(min(since, until - LEAST_DAYS + 1), until))


def _qdate(day: int) -> QDate:
    found = date.fromordinal(day)
    return QDate(found.year, found.month, found.day)


def _ordinal(found: QDate) -> int:
    return date(found.year(), found.month(), found.day()).toordinal()
