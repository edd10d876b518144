"""Text size, appearance, contrast and motion: controls that act at once and are kept for this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.theme import APPEARANCES
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.looks import Looks
    from diary.ui.theme import Theme

DEAF_MS = 60
"""How long presses pass by after a new text size: they were aimed at where the words stood before."""

SIZES_PERCENT = (100, 125, 150, 175, 200)
"""The text sizes that can be chosen."""


def dress(theme: Theme, looks: Looks) -> None:
    """Give `theme` the looks that are kept for this computer."""
    theme.no_motion = looks.no_motion
    theme.set_appearance(looks.appearance)
    theme.set_contrast(looks.contrast)
    theme.set_scale(looks.text_scale)


class TextSize(SegmentedChoice):
    """The text size in percent."""

    def __init__(self, looks: Looks, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._looks = looks
        options = [(str(one), say("settings.percent", percent=one)) for one in SIZES_PERCENT]
        super().__init__(say("settings.text_size"), options, _percent(theme), parent=parent)
        self._deaf = QTimer(self, singleShot=True, interval=DEAF_MS)
        self._deaf.timeout.connect(self._on_hearing)
        self.changed.connect(self._on_chosen)
        theme.changed.connect(self._on_theme_scaled)

    @Slot(object)
    def _on_chosen(self, percent: str) -> None:
        scale = int(percent) / 100
        if scale != self.theme.scale:
            self._looks.text_scale = scale
            self.repaint()  # the choice is seen at once, before all pages take their new size
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.theme.set_scale(scale)
            self._deaf.start()

    @Slot()
    def _on_hearing(self) -> None:
        """Presses meant for the old places have passed by."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    @Slot()
    def _on_theme_scaled(self) -> None:
        if _percent(self.theme) != self.value:
            self.set_value(_percent(self.theme))


class Appearance(SegmentedChoice):
    """Light, dark, or as the system."""

    def __init__(self, looks: Looks, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._looks = looks
        options = [(one, say(f"settings.appearance.{one}")) for one in APPEARANCES]
        super().__init__(say("settings.appearance"), options, theme.appearance, parent=parent)
        self.changed.connect(self._on_chosen)
        theme.changed.connect(self._on_theme_renewed)

    @Slot(object)
    def _on_chosen(self, appearance: str) -> None:
        if appearance != self.theme.appearance:
            self._looks.appearance = appearance
            self.theme.set_appearance(appearance)

    @Slot()
    def _on_theme_renewed(self) -> None:
        if self.theme.appearance != self.value:
            self.set_value(self.theme.appearance)


class Contrast(QCheckBox):
    """High contrast, on or off."""

    def __init__(self, looks: Looks, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.contrast"), parent)
        self._looks = looks
        self._theme = theme
        self.setChecked(theme.contrast)
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._on_theme_renewed)

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        if wanted != self._theme.contrast:
            self._looks.contrast = wanted
            self._theme.set_contrast(wanted)

    @Slot()
    def _on_theme_renewed(self) -> None:
        self.setChecked(self._theme.contrast)


class NoMotion(QCheckBox):
    """No motion, on or off."""

    def __init__(self, looks: Looks, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.no_motion"), parent)
        self._looks = looks
        self._theme = theme
        self.setChecked(theme.no_motion)
        self.toggled.connect(self._on_toggled)

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self._looks.no_motion = wanted
        self._theme.no_motion = wanted


class Labelled(QWidget):
    """A choice with its name before it."""

    def __init__(self, words: str, choice: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Label(words, "note", "quiet")
        label.setBuddy(choice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(choice)


def _percent(theme: Theme) -> str:
    return str(round(theme.scale * 100))
