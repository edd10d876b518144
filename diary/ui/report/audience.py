"""For whom a report is: one of a few, which sets what is usual, and a name in one's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from diary.exchange.report.choices import Audience
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.wording import say

TYPING_MS = 300
LONGEST = 200


class AudienceCard(Card):
    """`chosen` says for whom, by hand; `changed` that the name was typed."""

    chosen = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("consult.audience_card"))
        self._room = QWidget()
        self.radios = {one: QRadioButton(say(f"consult.audience.{one}"), self._room) for one in Audience}
        self.to = QLineEdit()
        self._about = Label("", "note", "quiet", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self.restyle()

    def _build(self) -> None:
        self._room.setAccessibleName(say("consult.audience_card"))
        self.to.setAccessibleName(say("consult.to"))
        self.to.setPlaceholderText(say("report.for_hint"))
        self.to.setMaxLength(LONGEST)
        to = Label(say("consult.to"), "note", "quiet")
        to.setBuddy(self.to)

        for radio in self.radios.values():
            radio.clicked.connect(self._on_clicked)
        self._soon.timeout.connect(self.changed)
        self.to.textEdited.connect(self._on_typed)

        line = FlowLayout(self._room, gap=16, line_gap=0)
        for radio in self.radios.values():
            line.addWidget(radio)
        for part in (self._room, self._about, to, self.to):
            self.add(part)
        self.show_audience(Audience.PAIN_CLINIC)

    def restyle(self) -> None:
        """Keep the circles round at every text size: their line does not grow with them."""
        super().restyle()
        if hasattr(self, "_room"):
            px = self.theme.px
            open_half, chosen_half = (px(20) + 2) // 2, (px(10) + 2 * px(6)) // 2
            self._room.setStyleSheet(
                f"QRadioButton::indicator {{ border-radius: {open_half}px; }}"
                f"QRadioButton::indicator:checked {{ border-radius: {chosen_half}px; }}"
            )

    @property
    def audience(self) -> Audience:
        """For whom the report is now."""
        return next(one for one, radio in self.radios.items() if radio.isChecked())

    def show_audience(self, audience: Audience) -> None:
        """Show for whom the report is. The Tab key stops at the chosen one; arrows move the choice."""
        self.radios[audience].setChecked(True)
        for one, radio in self.radios.items():
            stop = one is audience
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._about.setText(say(f"consult.audience_about.{audience}"))

    @Slot()
    def _on_clicked(self) -> None:
        self.show_audience(self.audience)
        self.chosen.emit(self.audience)

    @Slot()
    def _on_typed(self) -> None:
        self._soon.start()
