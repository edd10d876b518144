"""A link to a record by its own words: cut short where room ends, told whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.parts.button import Button

LEAST = 96
MARK, PLAIN = "&", "&&"
"""Qt underlines the letter after a single one."""
"""Least width, px at 100 %."""


class Link(Button):
    """A button of kind "link" that takes no more room than there is."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text.replace(MARK, PLAIN), kind="link", parent=parent)
        self.setAccessibleName(text)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The whole words."""
        return self._whole

    def set_words(self, text: str) -> None:
        """Changes the words."""
        self._whole = text
        super().set_words(text.replace(MARK, PLAIN))
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where the room ends."""
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """Room around the words, px."""
        return super().sizeHint().width() - self._wide(self.text().replace(PLAIN, MARK))

    def _fit(self) -> None:
        room = self.width() - self._around()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        if shown.replace(MARK, PLAIN) != self.text():
            self.setText(shown.replace(MARK, PLAIN))
        self.setToolTip("" if shown == self._whole else self._whole)
        self.setAccessibleName(self._whole)

    def sizeHint(self) -> QSize:
        """Room for the whole words, px."""
        return QSize(self._around() + self._wide(self._whole) + 2, super().sizeHint().height())

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def minimumSizeHint(self) -> QSize:
        """Room for some of the words, px."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.px(LEAST)), hint.height())
