"""The cards with the day's measures: pain in three rows, the night, then the rest; only what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.models.codes import Group, MeasureKind
from diary.models.measures import BY_CODE
from diary.models.records import Measure
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.theme import current
from diary.wording import say

SLEEP_STEP_MIN = 10
SLEEP_START_MIN = 7 * 60
PAIN_CARD = ("pain_average", "pain_worst", "pain_least", "pain_now")


def severity_row(measure: Measure, *, show_anchors: bool = True) -> SeverityRow:
    """The row of a 0 to 10 measure, with its anchors in words."""
    pain = measure.code in PAIN_CARD
    stem = "pain" if pain else measure.code
    high = say("measure.pain.high_short") if pain else say(f"measure.{stem}.high")
    return SeverityRow(
        say(f"measure.{measure.code}.short"),
        say(f"measure.{stem}.low"),
        high,
        "pain" if measure.group is Group.PAIN else "plain",
        show_anchors=show_anchors,
    )


class MeasuresForm(QWidget):
    """The measures that are asked, as two cards; `changed` tells the code and its answer or None."""

    changed = Signal(str, object)
    help_closed = Signal(str)

    def __init__(self, helps: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._helps = helps
        self._asked: tuple[str, ...] = ()
        self._compact = False
        self._rows: dict[str, SeverityRow | Stepper] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._filling = False

    @property
    def asked(self) -> tuple[str, ...]:
        """The codes of the measures on the screen, in order."""
        return self._asked

    def field(self, code: str) -> SeverityRow | Stepper:
        """The control of one measure; KeyError where it is not asked."""
        return self._rows[code]

    def set_asked(self, codes: Sequence[str]) -> None:
        """Shows these measures; answers given before are to be set again with `set_values`."""
        if tuple(codes) == self._asked:
            return
        self._asked = tuple(codes)
        self._rows.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        pain = [code for code in codes if code in PAIN_CARD]
        rest = [code for code in codes if code not in PAIN_CARD]
        if pain:
            self._column.addWidget(self._pain_card(pain))
        if rest:
            self._column.addWidget(self._day_card(rest), 1)

    def set_values(self, values: Mapping[str, int]) -> None:
        """Shows these answers, and every other measure as not answered; emits nothing."""
        self._filling = True
        for code, field in self._rows.items():
            field.set_value(values.get(code))
        self._filling = False

    def set_compact(self, compact: bool) -> None:
        """Moves the anchors of the day's rows beside their labels, for windows with little height."""
        if compact == self._compact:
            return
        self._compact = compact
        for code, field in self._rows.items():
            if isinstance(field, SeverityRow) and code not in PAIN_CARD:
                field.set_compact(compact)

    def saved_by_compact(self) -> int:
        """How many px lower the form is now than it would be with its anchors under the cells."""
        rows = [code for code, field in self._rows.items() if isinstance(field, SeverityRow)]
        lines = sum(code not in PAIN_CARD for code in rows)
        return lines * current().metrics("note").height() if self._compact else 0

    def _pain_card(self, codes: Sequence[str]) -> Card:
        card = self._card("today.pain", "today.pain_help")
        for at, code in enumerate(codes):
            row = severity_row(BY_CODE[code], show_anchors=at == len(codes) - 1)
            self._join(code, row)
            card.add(row)
        return card

    def _day_card(self, codes: Sequence[str]) -> Card:
        card = self._card("today.day", "today.day_help")
        steppers = [code for code in codes if BY_CODE[code].kind is not MeasureKind.SCALE]
        if steppers:
            card.add(self._night_row(steppers))
        for code in codes:
            if BY_CODE[code].kind is MeasureKind.SCALE:
                row = severity_row(BY_CODE[code])
                row.set_compact(self._compact)
                self._join(code, row)
                card.add(row)
        card.body.addStretch(1)
        return card

    def _card(self, title: str, help_key: str) -> Card:
        shown = help_key not in self._helps
        card = Card(say(title), help_text=say(help_key) if shown else "", spacing=2)
        card.setProperty("help", help_key)
        card.help_closed.connect(self._on_help_closed)
        return card

    def _night_row(self, codes: Sequence[str]) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, gap=6, line_gap=4)
        for code in codes:
            measure = BY_CODE[code]
            minutes = measure.kind is MeasureKind.MINUTES
            stepper = Stepper(
                say(f"measure.{code}.name"),
                most=int(measure.high or 0),
                step=SLEEP_STEP_MIN if minutes else 1,
                start=SLEEP_START_MIN if minutes else 0,
                minutes=minutes,
            )
            self._join(code, stepper)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            by_pain = code == "wakings_pain" and "wakings" in codes
            row.addWidget(
                Label(say("today.by_pain" if by_pain else f"measure.{code}.short"), "note", "quiet")
            )
            row.addWidget(stepper, 0, Qt.AlignmentFlag.AlignVCenter)
            flow.addWidget(pair)
        return room

    def _join(self, code: str, field: SeverityRow | Stepper) -> None:
        self._rows[code] = field
        field.setObjectName(code)
        field.changed.connect(self._on_field_changed)

    @Slot(object)
    def _on_field_changed(self, value: object) -> None:
        field = self.sender()
        if not self._filling and isinstance(field, SeverityRow | Stepper):
            self.changed.emit(field.objectName(), value)

    @Slot()
    def _on_help_closed(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self._helps |= {card.property("help")}
            self.help_closed.emit(card.property("help"))
