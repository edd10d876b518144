"""Controls that stay where they are: a button is as wide as the longest of the words it may show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


def hold_width(button: QPushButton, words: Iterable[str]) -> None:
    """Give a button room for each of these words at the text size of now."""
    button.ensurePolished()
    metrics = button.fontMetrics()
    around = button.sizeHint().width() - metrics.horizontalAdvance(button.text())
    button.setMinimumWidth(around + max(metrics.horizontalAdvance(one) for one in words))
