"""The control of each kind of measure, and what is drawn beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.models.codes import Group, MeasureKind
from diary.models.measures import BY_CODE, FACTOR_GROUPS
from diary.models.records import Measure
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.today.choice_field import ChoiceField
from diary.ui.today.factor_chip import FactorChip
from diary.ui.today.number_field import NumberField
from diary.ui.today.seconds import SecondsStepper
from diary.ui.today.yes_no import YesNo
from diary.wording import say
from diary.wording.answers import measure_words

PAIN_ROWS = ("pain_average", "pain_worst", "pain_least", "pain_now", "pain_peak")
"""The rows that share the words of pain at their ends."""
STEP_MIN = 10
START_MIN = {"sleep_min": 7 * 60}
"""Lengths of hours: what the first press gives, in minutes, where it is not `OTHER_START_MIN`."""
OTHER_START_MIN = 30
MOST = 999
LONG = 40
"""Letters from which a name takes a second line."""
SECONDS = "s"

Field = SeverityRow | Stepper | YesNo | FactorChip | NumberField | ChoiceField
Answer = float | str | None


def is_factor(measure: Measure) -> bool:
    """Whether a measure tells what was done: a yes or no, or an amount, of a factor group."""
    scored = (MeasureKind.SCALE, MeasureKind.CHOICE)
    return measure.group in FACTOR_GROUPS and measure.kind not in scored


def is_marked(measure: Measure) -> bool:
    """Whether a measure stands among what was done.

    An own amount may as well be a blood sugar or a temperature: it always stands with the day.
    """
    return is_factor(measure) and (measure.group is not Group.OWN or measure.kind is MeasureKind.YES_NO)


def factors_of(measures: Sequence[Measure]) -> list[Measure]:
    """Those among the measures of a form that stand among what was done, in their order."""
    return [one for one in measures if is_marked(one)]


def name_of(measure: Measure, *, short: bool = False) -> str:
    """What a measure is called."""
    return measure_words(measure.code, {measure.code: measure}, short=short)


def question_of(measure: Measure) -> str:
    """The whole question of a built-in measure; "" for an own tracker, whose name is its question."""
    return say(f"measure.{measure.code}.question") if measure.code in BY_CODE else ""


def severity_row(measure: Measure, *, show_anchors: bool = True) -> SeverityRow:
    """The row of a 0 to 10 measure, with its anchors in words where it has any."""
    low, high = anchors(measure)
    accent = "pain" if measure.group is Group.PAIN else "plain"
    return SeverityRow(name_of(measure, short=True), low, high, accent, show_anchors=show_anchors)


def anchors(measure: Measure) -> tuple[str, str]:
    """The words at 0 and at 10; "" where there are none."""
    if measure.code in PAIN_ROWS:
        return say("measure.pain.low"), say("measure.pain.high_short")
    if measure.code in BY_CODE:
        return say(f"measure.{measure.code}.low"), say(f"measure.{measure.code}.high")
    return measure.low_words or "", measure.high_words or ""


def field_of(measure: Measure) -> Field:
    """The control that answers a measure."""
    if measure.kind is MeasureKind.SCALE:
        return severity_row(measure)
    if measure.kind is MeasureKind.YES_NO:
        if is_factor(measure):
            return FactorChip(name_of(measure, short=True), question_of(measure))
        return YesNo(name_of(measure))
    if measure.kind is MeasureKind.CHOICE:
        return ChoiceField(name_of(measure), measure.choices)
    if measure.kind is MeasureKind.NUMBER:
        return NumberField(name_of(measure), measure.unit or "", measure.low, measure.high)
    if measure.unit == SECONDS:
        return SecondsStepper(name_of(measure))
    return _stepper(measure)


def _stepper(measure: Measure) -> Stepper:
    minutes = measure.kind is MeasureKind.MINUTES
    return Stepper(
        name_of(measure),
        most=int(measure.high) if measure.high is not None else 24 * 60 if minutes else MOST,
        step=STEP_MIN if minutes else 1,
        start=START_MIN.get(measure.code, OTHER_START_MIN) if minutes else 0,
        minutes=minutes,
        hours=measure.code in START_MIN,
    )


def show_answer(field: Field, answer: Answer) -> None:
    """Shows an answer in a control, or none."""
    if isinstance(field, ChoiceField):
        field.set_value(answer if isinstance(answer, str) else None)
    elif isinstance(answer, str):
        return
    elif isinstance(field, NumberField):
        field.set_value(answer)
    else:
        field.set_value(None if answer is None else round(answer))


def labelled(words: str, field: QWidget) -> QWidget:
    """A control with its name before it, and below both why it cannot be read, where that is so."""
    pair = QWidget()
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(Label(words, "note", "quiet", wrap=len(words) > LONG))
    row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(row)
    if isinstance(field, Stepper):
        column.addWidget(Doubt(field))
    return pair


class Doubt(Label):
    """Why what is typed in a stepper cannot be read; there only while it cannot."""

    def __init__(self, field: Stepper) -> None:
        super().__init__("", "note", "problem_ink")
        field.doubted.connect(self._on_doubted)
        self.hide()

    @Slot(str)
    def _on_doubted(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))
