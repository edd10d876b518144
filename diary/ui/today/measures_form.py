"""The questions of a form as cards: pain first, then the night and the day, then what was done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.records import Measure
from diary.ui.parts.card import Card
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.severity_row import RING, SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.theme import current
from diary.ui.today.attacks_row import AttacksRow
from diary.ui.today.factors import FACTORS, FactorsCard
from diary.ui.today.fields import (
    PAIN_ROWS,
    Answer,
    Field,
    factors_of,
    field_of,
    labelled,
    name_of,
    severity_row,
    show_answer,
)
from diary.ui.today.number_field import NumberField
from diary.ui.today.section import Section
from diary.ui.today.sitting import LENGTH_OF
from diary.ui.today.unclear import unclear
from diary.wording import say

DAY, TIMES = "day", "times"
AMOUNTS = (MeasureKind.MINUTES, MeasureKind.COUNT)
_ATTACKS = (*LENGTH_OF, *LENGTH_OF.values())


class MeasuresForm(QWidget):
    """The measures that are asked; `changed` tells a code and its answer or None.

    `turned` names a section that was folded (True) or opened; `said` is what one tap on many answers did.
    """

    changed = Signal(str, object)
    help_closed = Signal(str)
    turned = Signal(str, bool)
    said = Signal(str)

    def __init__(
        self,
        helps: frozenset[str],
        folded: frozenset[str] = frozenset({TIMES}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._helps = helps
        self._folded = folded
        self._asked: tuple[Measure, ...] = ()
        self._slept = False
        self._compact = False
        self._rows: dict[str, Field] = {}
        self._pain: Card | None = None
        self._attacks: AttacksRow | None = None
        self._sections: dict[str, Section] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._hosted: dict[str, QWidget] = {}
        self._times: Chip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._filling = False

    # --- what is asked

    @property
    def asked(self) -> tuple[str, ...]:
        """The codes of the measures in the form, in order."""
        return tuple(one.code for one in self._asked)

    @property
    def standing(self) -> tuple[str, ...]:
        """The codes of those whose section is open: only these are asked."""
        away = {code for one in self._sections.values() if one.folded for code in self._codes(one)}
        if self._attacks is not None and not self._attacks.asks_length:
            away |= {*LENGTH_OF.values()}
        return tuple(code for code in self.asked if code not in away)

    @property
    def kept_in(self) -> dict[str, EntryKind]:
        """The kind of entry that each measure in the form is kept in."""
        return {one.code: one.kept_in for one in self._asked}

    @property
    def wordings(self) -> dict[str, int]:
        """The version of each question and its anchors."""
        return {one.code: one.wording for one in self._asked}

    @property
    def factors(self) -> tuple[str, ...]:
        """The codes of the factors that can be none, in order; () where none is asked."""
        card = self._sections.get(FACTORS)
        return card.counted if isinstance(card, FactorsCard) else ()

    def field(self, code: str) -> Field:
        """The control of one measure; KeyError where it is not asked."""
        return self._rows[code]

    def section(self, name: str) -> Section:
        """A section by name, "day" or "factors"; KeyError where nothing of it is asked."""
        return self._sections[name]

    def add_below(self, group: Group, make: Callable[[], QWidget]) -> None:
        """Hosts a form of one's own under the questions of a group, made when its word is first pressed.

        Only the night has room for one: it stands there where sleep is asked or is known.
        """
        self._makers[group] = make

    def set_asked(self, measures: Sequence[Measure], *, slept: bool = False) -> None:
        """Shows these measures; answers given before are to be set again with `set_values`.

        `slept`: times of the night are known, so that their form stands there whatever is asked.
        """
        if (tuple(measures), slept) == (self._asked, self._slept):
            return
        self._asked, self._slept = tuple(measures), slept
        focused = self._focused()
        self._build()
        if focused is not None and self._asked:
            # The digit that is about to be typed keeps its row; what is not shown yet would not take it.
            for card in self.cards:
                card.show()
            self._rows[focused if focused in self._rows else self.asked[0]].setFocus()

    def _build(self) -> None:
        self._rows.clear()
        self._sections.clear()
        self._pain = self._attacks = self._times = None
        for widget in self._hosted.values():
            widget.setParent(self)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        pain = [one for one in self._asked if one.code in PAIN_ROWS or one.code in _ATTACKS]
        factors = factors_of(self._asked)
        rest = [one for one in self._asked if one not in pain and one not in factors]
        if pain:
            self._column.addWidget(self._pain_card(pain))
        if rest or self._slept:
            self._column.addWidget(self._day_card(rest), 1)
        if factors:
            self._column.addWidget(self._factors_card(factors))
        for section in self._sections.values():
            section.turned.connect(self._on_turned)
        self._show_states()

    # --- walking through it

    def first_open(self, answered: Collection[str]) -> Field | None:
        """The first question in sight without an answer, None where each has one."""
        return next((self._rows[code] for code in self.standing if code not in answered), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a row from 0 to 10 goes on to the next such row."""
        rows = [code for code in self.standing if isinstance(self._rows[code], SeverityRow)]
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
        found = (code for code, field in self._rows.items() if field is focus or field.isAncestorOf(focus))
        return next(found, None)

    # --- answers

    def set_values(
        self,
        values: Mapping[str, float],
        texts: Mapping[str, str] | None = None,
        *,
        keep_unclear: bool = False,
    ) -> None:
        """Shows these answers, and every other measure as not answered; emits nothing.

        `keep_unclear`: words that cannot be read stay where they stand over the same answer.
        """
        self._filling = True
        for code, field in self._rows.items():
            answer = (texts or {}).get(code, values.get(code))
            if not (keep_unclear and unclear(field) and field.value == answer):
                show_answer(field, answer)
        self._filling = False
        self._show_states()

    def open_to(self, widget: QWidget) -> None:
        """Opens what is folded around a control of the form, the times of the night as well."""
        for section in self._sections.values():
            if section.folded and section.isAncestorOf(widget):
                section.set_folded(False)
                self._on_turned(section.name, False)
        night = self._hosted.get(Group.SLEEP)
        if night is not None and self._times is not None and night.isAncestorOf(widget):
            self._times.setChecked(True)

    def _show_states(self) -> None:
        for section in self._sections.values():
            codes = self._codes(section)
            section.show_state(sum(self._rows[code].value is not None for code in codes), len(codes))

    def _codes(self, section: Section) -> list[str]:
        return [code for code, field in self._rows.items() if section.isAncestorOf(field)]

    # --- room

    def set_compact(self, compact: bool) -> None:
        """Moves the anchors of the day's rows beside their labels, for windows with little height."""
        if compact == self._compact:
            return
        self._compact = compact
        for row in self._day_rows():
            row.set_compact(compact)

    def _day_rows(self) -> Iterator[SeverityRow]:
        for code, field in self._rows.items():
            if isinstance(field, SeverityRow) and code not in PAIN_ROWS:
                yield field

    @property
    def compact(self) -> bool:
        """Whether the anchors stand beside the labels."""
        return self._compact

    @property
    def cards(self) -> list[Card]:
        """The cards, from above."""
        found = self.findChildren(Card, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in found if self._column.indexOf(one) >= 0]

    def saved_by_compact(self, compact: bool) -> int:
        """How many px lower the form is, where it is compact, than with its anchors under the cells."""
        day = self._sections.get(DAY)
        lines = 0 if day is None or day.folded else sum(row.has_anchors for row in self._day_rows())
        return lines * (current().metrics("note").height() + RING) if compact else 0

    def set_pain_title(self, title: str) -> None:
        """Calls the card of the pain rows something else."""
        if self._pain is not None:
            self._pain.set_title(title)

    # --- cards

    def _pain_card(self, measures: Sequence[Measure]) -> Card:
        now = measures[0].kept_in is EntryKind.MOMENT
        help_key = "today.pain_help"
        card = self._pain = Card(
            say("now.title" if now else "today.pain"), help_text=self._help(help_key), spacing=2
        )
        self._hear_help(card, help_key)
        by_code = {one.code: one for one in measures}
        rows = [one for one in measures if one.code in PAIN_ROWS]
        for measure in rows:
            row = severity_row(measure, show_anchors=measure is rows[-1])
            self._join(measure.code, row)
            card.add(row)
        for count, length in LENGTH_OF.items():
            if count in by_code and length in by_code:
                attacks = self._attacks = AttacksRow(by_code[count], by_code[length])
                self._join(count, attacks.count)
                self._join(length, attacks.length)
                card.add(attacks)
        return card

    def _day_card(self, measures: Sequence[Measure]) -> Card:
        help_key = "today.day_help"
        card = Section(DAY, say("today.day"), help_text=self._help(help_key), folded=DAY in self._folded)
        self._sections[DAY] = card
        self._hear_help(card, help_key)
        amounts = [one for one in measures if one.kind in AMOUNTS]
        slept = self._slept or any(one.group is Group.SLEEP for one in measures)
        hosts = slept and Group.SLEEP in self._makers
        if amounts or hosts:
            card.rows.addWidget(self._amounts(amounts, hosts=hosts))
        self._show_times()
        for measure in measures:
            if measure.kind in AMOUNTS:
                continue
            field = field_of(measure)
            if isinstance(field, SeverityRow):
                field.set_compact(self._compact)
            self._join(measure.code, field)
            number = measure.kind is MeasureKind.NUMBER
            card.rows.addWidget(labelled(name_of(measure, short=True), field) if number else field)
        card.rows.addStretch(1)
        return card

    def _factors_card(self, measures: Sequence[Measure]) -> Card:
        help_key = "section.factors_help"
        card = FactorsCard(measures, help_text=self._help(help_key), folded=FACTORS in self._folded)
        self._sections[FACTORS] = card
        self._hear_help(card, help_key)
        card.said.connect(self.said)
        for code, field in card.fields.items():
            self._join(code, field)
        return card

    def _amounts(self, measures: Sequence[Measure], *, hosts: bool) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, gap=6, line_gap=4)
        codes = {one.code for one in measures}
        for measure in measures:
            field = field_of(measure)
            self._join(measure.code, field)
            by_pain = measure.code == "wakings_pain" and "wakings" in codes
            words = say("today.by_pain") if by_pain else name_of(measure, short=True)
            flow.addWidget(labelled(words, field))
        if hosts:
            times = self._times = Chip(say("section.times"), icon="clock")
            times.setToolTip(say("section.times_of"))
            times.setAccessibleName(say("section.times_of"))
            times.setChecked(TIMES not in self._folded)
            times.toggled.connect(self._on_times)
            flow.addWidget(times)
        return room

    def _show_times(self) -> None:
        """Shows the times of the night, or not; they are made when they are first shown."""
        shown = self._times is not None and self._times.isChecked()
        if shown and Group.SLEEP not in self._hosted:
            self._hosted[Group.SLEEP] = self._makers[Group.SLEEP]()
        night = self._hosted.get(Group.SLEEP)
        if night is None:
            return
        day = self._sections.get(DAY)
        if shown and day is not None and not day.isAncestorOf(night):
            day.rows.insertWidget(1, night)
        night.setVisible(shown)

    def _join(self, code: str, field: Field) -> None:
        self._rows[code] = field
        field.setObjectName(code)
        field.changed.connect(self._on_field_changed)
        if isinstance(field, Stepper | NumberField):
            field.doubted.connect(self._on_doubted)

    def _help(self, key: str) -> str:
        return "" if key in self._helps else say(key)

    def _hear_help(self, card: Card, key: str) -> None:
        card.setProperty("help", key)
        card.help_closed.connect(self._on_help_closed)

    @Slot(object)
    def _on_field_changed(self, value: Answer) -> None:
        field = self.sender()
        if not self._filling and isinstance(field, Field):
            self.changed.emit(field.objectName(), value)
            self._show_states()

    @Slot(str)
    def _on_doubted(self, words: str) -> None:
        if words:
            self.said.emit(words)

    @Slot()
    def _on_help_closed(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self._helps |= {card.property("help")}
            self.help_closed.emit(card.property("help"))

    @Slot(bool)
    def _on_times(self, shown: bool) -> None:
        self._show_times()
        self._on_turned(TIMES, not shown)

    @Slot(str, bool)
    def _on_turned(self, name: str, folded: bool) -> None:
        self._folded = self._folded | {name} if folded else self._folded - {name}
        self.turned.emit(name, folded)
