"""How the window looks on this computer; every control acts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.ui.settings.looks import Appearance, Contrast, NoMotion, TextSize
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.looks import Looks
    from diary.ui.theme import Theme


class LookCard(SettingsCard):
    """Text size, appearance, contrast, motion, and the help lines that were closed."""

    def __init__(self, looks: Looks, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.look"), say("settings.look_about"), parent=parent)
        self._looks = looks
        self.text_size = TextSize(looks, theme)
        self.appearance = Appearance(looks, theme)
        self.contrast = Contrast(looks, theme)
        self.no_motion = NoMotion(looks, theme)
        self.show_help = Button(say("settings.show_help"), kind="small")
        self.show_help.clicked.connect(self._on_show_help)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(12)
        rows = (("settings.text_size", self.text_size), ("settings.appearance", self.appearance))
        for row, (key, choice) in enumerate(rows):
            grid.addWidget(Label(say(key)), row, 0)
            grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignLeading)
        checks = QWidget()
        line = FlowLayout(checks, gap=24)
        line.addWidget(self.contrast)
        line.addWidget(self.no_motion)
        foot = QWidget()
        closed = FlowLayout(foot, gap=12)
        closed.addWidget(self.show_help)
        self.add(grid)
        self.add(checks)
        self.add(Label(say("settings.help_lines"), "note", "quiet", wrap=True))
        self.add(foot)

    @Slot()
    def _on_show_help(self) -> None:
        self._looks.show_help_again()
        self.tell(say("settings.help_back"))
