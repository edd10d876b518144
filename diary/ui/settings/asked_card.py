"""What Today asks: a short day, every question, or a choice of one's own; kept in the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.measures import BY_CODE
from diary.ui.parts.chip import Chip
from diary.ui.parts.emptying import empty
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.settings.card import SettingsCard
from diary.ui.settings.order_list import OrderList
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, PRESETS, can_be_asked, everything, with_code
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.models.records import Measure
    from diary.store.store import Store

GROUPS = {
    "pain": "settings.asked.pain",
    "sleep": "settings.asked.sleep",
    "day": "settings.asked.day",
    "flow": "factor.flow",
    "space": "factor.space",
    "movement": "factor.movement",
    "own": "settings.asked.other",
}
"""The groups of the chips, and what each is called."""
LONG, LEAST = 40, 64
"""Letters from which a name is told in full on its own; least width of a chip, px."""


def preset_of(asked: Sequence[str], measures: Mapping[str, Measure]) -> str:
    """The preset that asks exactly these measures: "short", "usual", "all" …, else "own"."""
    found = (key for key, codes in PRESETS.items() if set(codes) == set(asked))
    return "all" if set(everything(measures)) == set(asked) else next(found, "own")


class AskedCard(SettingsCard):
    """A word for each usual choice, a chip for each question, and their order."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.asked"), say("settings.asked_about"), parent=parent)
        self._store = store
        self._measures: Mapping[str, Measure] = {}
        self.asked: list[str] = []
        options = [(key, _preset_words(key)) for key in (*PRESETS, "all", "own")]
        self.preset = SegmentedChoice(say("settings.asked"), options)
        self._about = Label("", "note", "quiet", wrap=True)
        self.chips: dict[str, Chip] = {}
        self._chips = QWidget()
        self._rows = QVBoxLayout(self._chips)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.order = OrderList(store, self._keep)
        self.preset.changed.connect(self._on_preset)
        self.add(self.preset)
        self.add(self._about)
        self.add(self._chips)
        self.add(self.order)

    def refresh(self) -> None:
        """Show what the diary asks now."""
        from diary.storage import queries

        known = self._store.ask(queries.measures)
        self._measures = {code: one for code, one in known.items() if can_be_asked(one)}
        self.asked = [str(one) for one in self._store.setting(ASKED_SETTING, list(ASKED_DEFAULT))]
        if list(self.chips) != self._in_groups():
            self._build_chips()
        for code, chip in self.chips.items():
            chip.setChecked(code in self.asked)
            chip.setEnabled(not self._store.read_only)
        self.preset.setEnabled(not self._store.read_only)
        self._show_preset(preset_of(self.asked, self._measures))
        self.order.show_asked(self.asked, self._measures)

    def _in_groups(self) -> list[str]:
        return [code for group in GROUPS for code in self._of_group(group)]

    def _of_group(self, group: str) -> list[str]:
        return [code for code, one in self._measures.items() if _group(one) == group]

    def _build_chips(self) -> None:
        empty(self._rows)
        self.chips = {}
        for group in GROUPS:
            if codes := self._of_group(group):
                self._rows.addWidget(self._group_row(group, codes))

    def _group_row(self, group: str, codes: Sequence[str]) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        chips = QWidget()
        flow = FlowLayout(chips)
        for code in codes:
            chip = Chip(measure_words(code, self._measures), icon="plus")
            if code in BY_CODE:
                chip.setToolTip(say(f"measure.{code}.question"))
                chip.setAccessibleDescription(chip.toolTip())
            elif len(chip.text()) > LONG:
                chip.setToolTip(chip.text())
            chip.setMinimumWidth(LEAST)  # a long name is cut at the end of its line
            chip.clicked.connect(self._on_chip)
            self.chips[code] = chip
            flow.addWidget(chip)
        column.addWidget(Label(say(GROUPS[group]), "note", "quiet"))
        column.addWidget(chips)
        return row

    @Slot(object)
    def _on_preset(self, key: str) -> None:
        if key != "own" and preset_of(self.asked, self._measures) != key:
            self._keep(everything(self._measures) if key == "all" else list(PRESETS[key]))
        self._show_preset(key)

    @Slot(bool)
    def _on_chip(self, on: bool) -> None:
        code = next(code for code, chip in self.chips.items() if chip is self.sender())
        if on:
            self._keep(with_code(self.asked, code, self._measures))
        else:
            self._keep([one for one in self.asked if one != code])

    def _keep(self, asked: list[str]) -> None:
        self.hush()
        try:
            self._store.set_setting(ASKED_SETTING, asked, text=say("settings.asked"))
        except DiaryError as error:
            self.tell_problem(error)
        self.refresh()

    def _show_preset(self, key: str) -> None:
        if self.preset.value != key:
            self.preset.blockSignals(True)
            self.preset.set_value(key)
            self.preset.blockSignals(False)
        about = "none" if not self.asked else key
        self._about.setText(_preset_words(about, "_about"))


def _preset_words(key: str, more: str = "") -> str:
    return say(f"tracker.two{more}") if key == "two" else say(f"settings.asked.{key}{more}")


def _group(measure: Measure) -> str:
    return str(measure.group) if measure.code in BY_CODE else "own"
