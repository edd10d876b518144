"""What was done on a day, marked whether or not pain rose: in groups, with one tap for none of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.codes import Answered, MeasureKind
from diary.models.measures import FACTOR_GROUPS
from diary.models.records import Measure
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.today.factor_chip import FactorChip
from diary.ui.today.fields import Field, field_of, labelled, name_of
from diary.ui.today.section import Section
from diary.wording import say, say_n

FACTORS = "factors"
COUNTED = (MeasureKind.YES_NO, MeasureKind.COUNT, MeasureKind.MINUTES)
"""What can be none; a number with a unit, as a temperature, cannot."""


def factors_answer(values: Mapping[str, float], counted: Collection[str]) -> Answered | None:
    """*Some* where any of these was, *none* where all are answered and none was, else no answer."""
    given = [values[code] for code in counted if code in values]
    if any(given):
        return Answered.SOME
    return Answered.NONE if given and len(given) == len(counted) else None


class FactorsCard(Section):
    """The chosen factors; `fields` by code. `said` tells what one tap did."""

    said = Signal(str)

    def __init__(self, measures: Sequence[Measure], *, help_text: str = "", folded: bool = False) -> None:
        super().__init__(FACTORS, say("section.factors"), help_text=help_text, folded=folded)
        self.fields: dict[str, Field] = {}
        self.counted = tuple(one.code for one in measures if one.kind in COUNTED)
        self._by_one_tap: tuple[str, ...] = ()
        self.none = Button(say("factor.none"), "check", "small")
        self.none.clicked.connect(self._on_none)
        self.add_control(self.none)
        self.none.setVisible(not folded)
        for group in FACTOR_GROUPS:
            if of_group := [one for one in measures if one.group is group]:
                self.rows.addWidget(self._group(say(f"factor.{group}"), of_group))
        self.rows.addStretch(1)
        for code in self.counted:
            self.fields[code].changed.connect(self._on_changed)
        self._show_none()

    def _group(self, title: str, measures: Iterable[Measure]) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, gap=6, line_gap=4)
        flow.addWidget(Label(title, "note_strong"))
        for measure in measures:
            field = self.fields[measure.code] = field_of(measure)
            alone = isinstance(field, FactorChip)
            flow.addWidget(field if alone else labelled(name_of(measure, short=True), field))
        room.setAccessibleName(title)
        return room

    def set_folded(self, folded: bool) -> None:
        """Folds it to its line: what is out of sight is not answered by one tap."""
        super().set_folded(folded)
        if hasattr(self, "none"):
            self.none.setVisible(not folded)

    def _open(self) -> list[str]:
        return [code for code in self.counted if self.fields[code].value is None]

    @Slot()
    def _on_none(self) -> None:
        """Answers no for what is not answered yet, or takes just that back."""
        back, self._by_one_tap = self._by_one_tap, ()
        if back:
            for code in back:
                if self.fields[code].value == 0:
                    self._answer(code, None)
            self.said.emit(say("factor.taken_back"))
        else:
            filled = tuple(self._open())
            for code in filled:
                self._answer(code, 0)
            self._by_one_tap = filled
            self.said.emit(say_n("factor.none_said", len(filled)))
        self._show_none()

    def _answer(self, code: str, answer: int | None) -> None:
        field = self.fields[code]
        field.set_value(answer)  # type: ignore[arg-type]  # counted fields take whole numbers

    @Slot(object)
    def _on_changed(self, _value: object) -> None:
        self._by_one_tap = tuple(code for code in self._by_one_tap if self.fields[code].value == 0)
        self._show_none()

    def _show_none(self) -> None:
        some = any(self.fields[code].value for code in self.counted)
        key = "factor.take_back" if self._by_one_tap else "factor.none_else" if some else "factor.none"
        self.none.set_words(say(key))
        self.none.setEnabled(bool(self._by_one_tap or self._open()))
        self._place_help()
