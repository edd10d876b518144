"""A part of a questionnaire over time: a small line with the published cut-off, and the same in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.insight.instruments import ANXIETY, DEPRESSION, SCORED_FROM, instrument
from diary.insight.questionnaires import WORTH_TALKING_FROM, line_rows, score_rows
from diary.ui.parts.painted import Label
from diary.ui.questionnaires.line import LinePicture
from diary.ui.questionnaires.said import value_words
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.storage.life_queries import DayRow

PARTS = {"phq4": (ANXIETY, DEPRESSION)}
"""The parts drawn of a questionnaire, beside its headline score."""


class PartLine(QWidget):
    """Hidden while no answers count; the thin line stands at 3 [Kroenke 2009]. It says numbers only."""

    def __init__(self, code: str, part: str) -> None:
        super().__init__()
        self._code, self._part = code, part
        self.picture = LinePicture()
        self.words = Label("", "note", "quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.picture)
        row.addWidget(self.words, 1)
        self.hide()

    def show_rows(self, rows: Sequence[DayRow], helped: Collection[str]) -> None:
        """Shows the part of these responses; those in `helped` are by helpers."""
        asked = instrument(self._code)
        most = asked.high * len(SCORED_FROM[self._code][self._part])
        slots = line_rows(score_rows(rows, self._code, self._part), asked.slot_days, helped=helped)
        values = [None if one is None else one.value for one in slots]
        there = [value for value in values if value is not None]
        self.setVisible(bool(there))
        if not there:
            return
        words = say_n(
            "instrument.part_words",
            len(there),
            part=say(f"instrument.score.{self._part}"),
            last=value_words(there[-1]),
            most=most,
            cut=WORTH_TALKING_FROM,
            some=sum(1 for value in there if value >= WORTH_TALKING_FROM),
        )
        self.words.setText(words)
        self.picture.show_values(values, asked.low, most, words, cut=WORTH_TALKING_FROM)
