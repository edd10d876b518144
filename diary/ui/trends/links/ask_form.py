"""Asking a question of one's own: this factor, that outcome, so many days between, read as a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from diary.charts.forest_picture import PAIN, SLEEP, is_night
from diary.charts.link_words import lag_phrase, question_words
from diary.models.inquiry import LAGS
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.wording import say
from diary.wording.answers import measure_words
from diary.wording.treatment_words import date_words

if TYPE_CHECKING:
    from diary.models.records import Measure
    from diary.ui.trends.links.asked import Asked

LEAST_LETTERS: Final = 24


class AskForm(QWidget):
    """Three choices and the question they make; `kept` follows once it is fixed."""

    kept = Signal()
    closed = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self._asked = asked
        self._measures: Mapping[str, Measure] = {}
        self._factors: Sequence[str] = ()
        self._sleep = SLEEP[0]
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        outcomes = [(key, say(f"links.choice.{key}")) for key in ("pain", "sleep")]
        self.outcome = SegmentedChoice(say("links.ask_outcome"), outcomes, "pain")
        self.factor, self.lag = QComboBox(), QComboBox()
        for one, key in ((self.factor, "links.ask_factor"), (self.lag, "links.ask_lag")):
            one.setAccessibleName(say(key))
            one.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(LEAST_LETTERS)
        self.words = Label("", "lead", wrap=True)
        self.note = Label("", "note", "quiet", wrap=True)
        self.keep = Button(say("links.ask_keep"), kind="primary")
        self.cancel = Button(say("links.ask_cancel"), kind="quiet")

    def _connect(self) -> None:
        self.outcome.changed.connect(self._on_outcome)
        self.factor.currentIndexChanged.connect(self._on_factor)
        self.lag.currentIndexChanged.connect(self._on_changed)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        row, buttons = QWidget(), QWidget()
        flow = FlowLayout(row, gap=12, line_gap=8)
        for key, control in (
            ("links.ask_factor", self.factor),
            ("links.ask_outcome", self.outcome),
            ("links.ask_lag", self.lag),
        ):
            flow.addWidget(_labelled(say(key), control))
        line = FlowLayout(buttons, gap=8, line_gap=8)
        line.addWidget(self.keep)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(8)
        for widget in (row, self.words, self.note, buttons):
            column.addWidget(widget)

    # --- what can be asked

    def offer(self, factors: Sequence[str], measures: Mapping[str, Measure], sleep: str | None) -> None:
        """Offer these factors; `sleep` is the measure that stands for sleep."""
        self._factors, self._measures = factors, measures
        self._sleep = sleep or SLEEP[0]
        self._fill_factors()

    @property
    def choice(self) -> tuple[str, str, int] | None:
        """Factor, outcome and lag as chosen; None where there is nothing to choose."""
        factor, lag = self.factor.currentData(), self.lag.currentData()
        if factor is None or lag is None:
            return None
        return str(factor), self._outcome, int(lag)

    @property
    def _outcome(self) -> str:
        return PAIN if self.outcome.value == "pain" else self._sleep

    def _fill_factors(self) -> None:
        """What may be held beside the outcome: not the night beside sleep, nor the pain beside itself."""
        chosen = self.factor.currentData()
        codes = [code for code in self._factors if code != PAIN]
        if self._outcome != PAIN:
            codes = [code for code in codes if not is_night(code, self._measures)]
            codes = [PAIN, *codes] if PAIN in self._measures else codes
        with QSignalBlocker(self.factor):
            self.factor.clear()
            for code in codes:
                words = say("links.choice.pain") if code == PAIN else measure_words(code, self._measures)
                self.factor.addItem(words, code)
            self.factor.setCurrentIndex(max(self.factor.findData(chosen), 0) if codes else -1)
        self._fill_lags()

    def _fill_lags(self) -> None:
        chosen, factor = self.lag.currentData(), self.factor.currentData()
        with QSignalBlocker(self.lag):
            self.lag.clear()
            for lag in LAGS if factor is not None else ():
                self.lag.addItem(lag_phrase(factor, self._outcome, lag, self._measures), lag)
            self.lag.setCurrentIndex(max(self.lag.findData(chosen), 0) if factor is not None else -1)
        self._say()

    def _say(self) -> None:
        choice = self.choice
        if choice is None:
            self.words.setText(say("links.ask_nothing"))
            self.note.setText("")
            self.keep.setEnabled(False)
            return
        seen, same = self._asked.seen_on(*choice), self._asked.is_asked(*choice)
        self.words.setText(question_words(*choice, self._measures))
        self.keep.setEnabled(not same and not self._asked.is_full)
        if same:
            self.note.setText(say("links.ask_same"))
        elif seen is not None:
            self.note.setText(say("links.ask_seen", day=date_words(seen)))
        else:
            self.note.setText(say("links.ask_date"))
        self.keep.setAccessibleDescription(" ".join((self.words.text(), self.note.text())))

    @Slot(object)
    def _on_outcome(self, _key: str) -> None:
        self._fill_factors()

    @Slot(int)
    def _on_factor(self, _at: int) -> None:
        self._fill_lags()

    @Slot(int)
    def _on_changed(self, _at: int) -> None:
        self._say()

    @Slot()
    def _on_keep(self) -> None:
        if self.choice is not None and self._asked.ask(*self.choice) is not None:
            self.kept.emit()


def _labelled(words: str, control: QWidget) -> QWidget:
    """A control under its words."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(words, "note", "quiet"))
    column.addWidget(control)
    return whole
