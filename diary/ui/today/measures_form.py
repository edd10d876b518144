"""The cards with the day's measures: pain in three rows, the night, then the rest; only what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.measures import BY_CODE
from diary.models.records import Measure
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import RING, SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.theme import current
from diary.ui.today.yes_no import YesNo
from diary.wording import say
from diary.wording.answers import measure_words

SLEEP_STEP_MIN = 10
SLEEP_START_MIN = 7 * 60
MOST = 999
PAIN_CARD = ("pain_average", "pain_worst", "pain_least", "pain_now")


Field = SeverityRow | Stepper | YesNo


def severity_row(measure: Measure, *, show_anchors: bool = True) -> SeverityRow:
    """The row of a 0 to 10 measure, with its anchors in words where it has any."""
    low, high = _anchors(measure)
    name = measure_words(measure.code, {measure.code: measure}, short=True)
    accent = "pain" if measure.group is Group.PAIN else "plain"
    return SeverityRow(name, low, high, accent, show_anchors=show_anchors)


def _anchors(measure: Measure) -> tuple[str, str]:
    if measure.code in PAIN_CARD:
        return say("measure.pain.low"), say("measure.pain.high_short")
    if measure.code in BY_CODE:
        return say(f"measure.{measure.code}.low"), say(f"measure.{measure.code}.high")
    return "", ""


class MeasuresForm(QWidget):
    """The measures that are asked, as two cards; `changed` tells the code and its answer or None."""

    changed = Signal(str, object)
    help_closed = Signal(str)

    def __init__(self, helps: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._helps = helps
        self._asked: tuple[Measure, ...] = ()
        self._compact = False
        self._rows: dict[str, Field] = {}
        self._pain: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._filling = False

    @property
    def asked(self) -> tuple[str, ...]:
        """The codes of the measures on the screen, in order."""
        return tuple(one.code for one in self._asked)

    @property
    def kept_in(self) -> dict[str, EntryKind]:
        """The kind of entry that each measure on the screen is kept in."""
        return {one.code: one.kept_in for one in self._asked}

    def field(self, code: str) -> Field:
        """The control of one measure; KeyError where it is not asked."""
        return self._rows[code]

    def set_asked(self, measures: Sequence[Measure]) -> None:
        """Shows these measures; answers given before are to be set again with `set_values`."""
        if tuple(measures) == self._asked:
            return
        self._asked = tuple(measures)
        focused = self._focused()
        self._rows.clear()
        self._pain = None
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        pain = [one for one in measures if one.code in PAIN_CARD]
        rest = [one for one in measures if one.code not in PAIN_CARD]
        if pain:
            self._column.addWidget(self._pain_card(pain))
        if rest:
            self._column.addWidget(self._day_card(rest), 1)
        if focused is not None and self._asked:
            # The digit that is about to be typed keeps its row.
            self._rows[focused if focused in self._rows else self.asked[0]].setFocus()

    def first_open(self, values: Mapping[str, float]) -> Field | None:
        """The first question without an answer, None where each has one."""
        return next((self._rows[code] for code in self.asked if code not in values), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a row from 0 to 10 goes on to the next such row."""
        rows = [code for code, field in self._rows.items() if isinstance(field, SeverityRow)]
        focused = self._focused()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or focused not in rows[:-1]:
            super().keyPressEvent(event)
        elif not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            following = self._rows[rows[rows.index(focused) + 1]]
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> str | None:
        """The code of the measure whose control has the focus."""
        focus = self.window().focusWidget() if self._rows else None
        if focus is None:
            return None
        return next((code for code, field in self._rows.items() if field.isAncestorOf(focus)), None)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Shows these answers, and every other measure as not answered; emits nothing."""
        self._filling = True
        for code, field in self._rows.items():
            number = values.get(code)
            field.set_value(None if number is None else round(number))
        self._filling = False

    def set_compact(self, compact: bool) -> None:
        """Moves the anchors of the day's rows beside their labels, for windows with little height."""
        if compact == self._compact:
            return
        self._compact = compact
        for code, field in self._rows.items():
            if isinstance(field, SeverityRow) and code not in PAIN_CARD:
                field.set_compact(compact)

    @property
    def compact(self) -> bool:
        """Whether the anchors stand beside the labels."""
        return self._compact

    @property
    def cards(self) -> list[Card]:
        """The cards, from above."""
        return self.findChildren(Card, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def saved_by_compact(self, compact: bool) -> int:
        """How many px lower the form is, where it is compact, than with its anchors under the cells."""
        rows = [code for code, field in self._rows.items() if isinstance(field, SeverityRow)]
        lines = sum(code not in PAIN_CARD for code in rows)
        return lines * (current().metrics("note").height() + RING) if compact else 0

    def set_pain_title(self, title: str) -> None:
        """Calls the card of the pain rows something else."""
        if self._pain is not None:
            self._pain.set_title(title)

    def _pain_card(self, measures: Sequence[Measure]) -> Card:
        now = measures[0].kept_in is EntryKind.MOMENT
        card = self._pain = self._card("now.title" if now else "today.pain", "today.pain_help")
        for measure in measures:
            row = severity_row(measure, show_anchors=measure is measures[-1])
            self._join(measure.code, row)
            card.add(row)
        return card

    def _day_card(self, measures: Sequence[Measure]) -> Card:
        card = self._card("today.day", "today.day_help")
        amounts = [one for one in measures if one.kind in (MeasureKind.MINUTES, MeasureKind.COUNT)]
        if amounts:
            card.add(self._amounts(amounts))
        for measure in measures:
            if measure.kind is MeasureKind.SCALE:
                row_of_cells = severity_row(measure)
                row_of_cells.set_compact(self._compact)
                self._join(measure.code, row_of_cells)
                card.add(row_of_cells)
            elif measure.kind is MeasureKind.YES_NO:
                yes_no = YesNo(measure_words(measure.code, {measure.code: measure}))
                self._join(measure.code, yes_no)
                card.add(yes_no)
        card.body.addStretch(1)
        return card

    def _card(self, title: str, help_key: str) -> Card:
        shown = help_key not in self._helps
        card = Card(say(title), help_text=say(help_key) if shown else "", spacing=2)
        card.setProperty("help", help_key)
        card.help_closed.connect(self._on_help_closed)
        return card

    def _amounts(self, measures: Sequence[Measure]) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, gap=6, line_gap=4)
        codes = {one.code for one in measures}
        for measure in measures:
            known = {measure.code: measure}
            minutes = measure.kind is MeasureKind.MINUTES
            stepper = Stepper(
                measure_words(measure.code, known),
                most=int(measure.high) if measure.high is not None else MOST,
                step=SLEEP_STEP_MIN if minutes else 1,
                start=SLEEP_START_MIN if measure.code == "sleep_min" else 0,
                minutes=minutes,
            )
            self._join(measure.code, stepper)
            by_pain = measure.code == "wakings_pain" and "wakings" in codes
            words = say("today.by_pain") if by_pain else measure_words(measure.code, known, short=True)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(Label(words, "note", "quiet"))
            row.addWidget(stepper, 0, Qt.AlignmentFlag.AlignVCenter)
            flow.addWidget(pair)
        return room

    def _join(self, code: str, field: Field) -> None:
        self._rows[code] = field
        field.setObjectName(code)
        field.changed.connect(self._on_field_changed)

    @Slot(object)
    def _on_field_changed(self, value: object) -> None:
        field = self.sender()
        if not self._filling and isinstance(field, Field):
            self.changed.emit(field.objectName(), value)

    @Slot()
    def _on_help_closed(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self._helps |= {card.property("help")}
            self.help_closed.emit(card.property("help"))
