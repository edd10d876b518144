"""A button that shows what is chosen and opens a menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from diary.ui.parts.button import Button


class ChoiceMenu(Button):
    """One of several, `changed(key)`; `frame` is what the button says around the chosen word."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "down", trailing=True)
        self._words: dict[str, str] = {}
        self._value = ""
        self._menu = QMenu(self)
        self._group: QActionGroup | None = None
        self._menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """The key that is chosen."""
        return self._value

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that can be chosen."""
        return tuple(self._words)

    def offer(self, choices: list[tuple[str, str, str]], value: str) -> None:
        """Offer (key, word in the menu, words on the button) and choose one of them."""
        self._menu.clear()
        self._group = group = QActionGroup(self._menu)
        self._words = {key: words for key, _, words in choices}
        for key, word, _ in choices:
            action = self._menu.addAction(word.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            group.addAction(action)
        self.choose(value)

    def choose(self, value: str) -> None:
        """Show a key as the chosen one, silently."""
        self._value = value
        self.set_words(self._words[value].replace("&", "&&"))
        for action in self._menu.actions():
            action.setChecked(action.data() == value)

    @Slot()
    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.pick(str(action.data()))

    def pick(self, key: str) -> None:
        """Choose as a person does."""
        if key != self._value:
            self.choose(key)
            self.changed.emit(key)
