"""What else belongs to treatment, one list at a time: tried before, allergies, implants, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from diary.models.codes import Noun
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label, PaintedButton, box
from diary.ui.treatments.view import weeks_words
from diary.wording import say
from diary.wording.treatment_words import (
    date_words,
    listed,
    procedure_words,
    rough_words,
    session_words,
    stop_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from diary.models.care import CareRecord, Implant, Intolerance, Procedure, Session, TriedBefore
    from diary.ui.treatments.view import HeldTreatments

SHELVES: Final = (Noun.TRIED_BEFORE, Noun.INTOLERANCE, Noun.IMPLANT, Noun.PROCEDURE, Noun.SESSION)
ICONS: Final = {
    Noun.TRIED_BEFORE: "history",
    Noun.INTOLERANCE: "warning",
    Noun.IMPLANT: "body",
    Noun.PROCEDURE: "place",
    Noun.SESSION: "today",
}
MOST_ROWS = 50
"""Rows shown at first; the rest come on request."""


class ShelfRow(PaintedButton):
    """One record in one line, 40 px high: its name, and quietly what is said of it."""

    def __init__(self, icon: str, name: str, note: str) -> None:
        super().__init__(name)
        self._icon = icon
        self._note = note
        words = listed([name, note]) if note else name
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_radius", 8)

    def sizeHint(self) -> QSize:
        """A line that is easy to press."""
        return QSize(self.theme.px(320), self.theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, name and note; what has no room is cut with "…"."""
        theme, px = self.theme, self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.color("well" if self.underMouse() else "card")
        box(painter, QRectF(self.rect()), px(8), fill, QPen(theme.color("line"), 1))
        painter.drawPixmap(px(12), (self.height() - px(18)) // 2, theme.pixmap(self._icon, "quiet", 18))
        room = self.rect().adjusted(px(40), 0, -px(12), 0)
        self._paint_words(painter, room, self.text(), "strong", "ink", 0.55)
        used = min(theme.metrics("strong").horizontalAdvance(self.text()), round(room.width() * 0.55))
        rest = room.adjusted(used + px(12), 0, 0, 0)
        self._paint_words(painter, rest, self._note, "note", "quiet", 1)

    def _paint_words(
        self, painter: QPainter, room: QRect, words: str, role: str, token: str, share: float
    ) -> None:
        painter.setFont(self.theme.text(role))
        painter.setPen(self.theme.color(token))
        width = round(room.width() * share)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


class MoreCard(Card):
    """A chip for each list with its number; the chosen list opens under them, its rows open their form."""

    record_requested = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._records: Mapping[Noun, Sequence[CareRecord]] = {}
        self._weeks = ""
        self._open: Noun | None = None
        self._all = False
        self.chips = {noun: Chip(say(f"treatments.more.{noun}")) for noun in SHELVES}
        self.rows: list[ShelfRow] = []
        self.add_button = Button("", "plus")
        self.rest = Button("", kind="link")
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        top = FlowLayout(gap=8, line_gap=6)
        top.addWidget(Label(say("treatments.more"), "strong"))
        for chip in self.chips.values():
            chip.clicked.connect(self._on_chip)
            top.addWidget(chip)
        self.add_button.clicked.connect(self._on_add)
        self.rest.clicked.connect(self._on_rest)
        self.add(top)
        self.add(self.list)
        self.list.hide()
        self.setAccessibleName(say("treatments.more"))

    def show_held(self, held: HeldTreatments) -> None:
        """Show what was read."""
        rows = held.rows
        self._weeks = weeks_words(*held.four_weeks(), with_doses=False)
        procedures = sorted(rows.procedures, key=_when, reverse=True)
        sessions = sorted(rows.sessions, key=_day, reverse=True)
        self._records = {
            Noun.TRIED_BEFORE: rows.tried,
            Noun.INTOLERANCE: rows.intolerances,
            Noun.IMPLANT: rows.implants,
            Noun.PROCEDURE: procedures,
            Noun.SESSION: sessions,
        }
        for noun, chip in self.chips.items():
            words = say(
                "treatments.more_count", name=say(f"treatments.more.{noun}"), n=len(self._records[noun])
            )
            chip.setText(words)
            chip.setAccessibleName(words)
            chip.updateGeometry()
        self._show_list()

    def open_shelf(self, noun: Noun | None) -> None:
        """Open one list, or none."""
        self._open, self._all = noun, False
        for one, chip in self.chips.items():
            chip.setChecked(one is noun)
        self._show_list()

    @Slot()
    def _on_chip(self) -> None:
        sender = self.sender()
        noun = next(one for one, chip in self.chips.items() if chip is sender)
        self.open_shelf(None if noun is self._open else noun)

    def _show_list(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self.add_button, self.rest):
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self.list.setVisible(self._open is not None)
        if self._open is None:
            return
        records = self._records.get(self._open, ())
        shown = records if self._all else records[:MOST_ROWS]
        if self._open is Noun.SESSION and self._weeks:
            self._column.addWidget(Label(self._weeks, "body", wrap=True))
        for record in shown:
            row = ShelfRow(ICONS[self._open], *row_words(record))
            row.setProperty("uid", record.uid)
            row.clicked.connect(self._on_row)
            self._column.addWidget(row)
            self.rows.append(row)
        if not records:
            self._column.addWidget(Label(say("treatments.more_none"), "body", "quiet"))
        self.rest.setVisible(len(shown) < len(records))
        self.rest.set_words(say("treatments.more_rest", n=len(records) - len(shown)))
        self.add_button.set_words(say(f"treatments.more_add.{self._open}"))
        self._column.addWidget(self.rest)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _on_rest(self) -> None:
        self._all = True
        self._show_list()

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        assert isinstance(row, QAbstractButton)  # rows alone are connected
        self.record_requested.emit(self._open, str(row.property("uid")), {})

    @Slot()
    def _on_add(self) -> None:
        self.record_requested.emit(self._open, "", {})


def row_words(record: CareRecord) -> tuple[str, str]:
    """A record of these lists in two lines; KeyError for one of another noun."""
    words = {
        Noun.TRIED_BEFORE: _tried,
        Noun.INTOLERANCE: _intolerance,
        Noun.IMPLANT: _implant,
        Noun.PROCEDURE: _procedure,
        Noun.SESSION: _session,
    }
    found: tuple[str, str] = words[record.noun](record)  # type: ignore[operator]  # each takes its own noun
    return found


def _tried(one: TriedBefore) -> tuple[str, str]:
    parts = [say("treatments.up_to", dose=one.highest_dose.strip())] if one.highest_dose.strip() else []
    parts += [rough_words(one.when)] if one.when is not None else []
    parts += [say("treatments.for_long", how_long=one.how_long.strip())] if one.how_long.strip() else []
    parts += [say(f"treatments.helped.{one.helped}")] if one.helped is not None else []
    why = stop_words(one.stopped, "")
    parts += [say("treatments.stopped_for", why=why)] if why else []
    return one.name.strip(), listed(parts)


def _intolerance(one: Intolerance) -> tuple[str, str]:
    parts = [say(f"treatments.allergy.{one.kind}")]
    parts += [one.reaction.strip()] if one.reaction.strip() else []
    parts += [say("treatments.since", since=rough_words(one.since))] if one.since is not None else []
    return one.substance.strip(), listed(parts)


def _implant(one: Implant) -> tuple[str, str]:
    parts = [one.place.strip()] if one.place.strip() else []
    parts += [say("treatments.since", since=rough_words(one.since))] if one.since is not None else []
    return one.name.strip(), listed(parts)


def _procedure(one: Procedure) -> tuple[str, str]:
    parts = [rough_words(one.when), *(words.strip() for words in (one.by, one.settings) if words.strip())]
    return procedure_words(one), listed(parts)


def _session(one: Session) -> tuple[str, str]:
    parts = [date_words(one.day), *(words.strip() for words in (one.by, one.note) if words.strip())]
    return session_words(one), listed(parts)


def _when(one: Procedure) -> date:
    return one.when.last


def _day(one: Session) -> date:
    return one.day
