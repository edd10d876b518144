"""The card of the time slider: the length of the period, and both periods on one line."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from diary.ui.body_page.periods import LENGTHS
from diary.ui.body_page.slider import PeriodSlider
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.trends.spans import Span
from diary.wording import say


class PeriodCard(Card):
    """`length_chosen` has a key of `LENGTHS`; the slider tells what its handles were moved to."""

    length_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        lengths = [(key, say(f"bodymap.length.{key}")) for key in LENGTHS]
        self.length = SegmentedChoice(say("bodymap.period"), lengths, "4w")
        self.slider = PeriodSlider()
        self.length.changed.connect(self._on_length)
        self.add(Columns([self.length, self.slider], [0, 1], least=760, gap=24))
        self.setAccessibleName(say("bodymap.period"))

    @Slot(object)
    def _on_length(self, key: str | None) -> None:
        if key is not None:
            self.length_chosen.emit(key)

    def show_periods(self, axis: Span, before: Span, now: Span) -> None:
        """Show both periods on their axis."""
        self.slider.show_spans(axis, before, now)
