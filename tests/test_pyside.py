"""The fault for which PySide6 stays below 6.12: lost references to None and True end the process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Teller(QObject):
    """Says yes or no."""

    told = Signal(bool)


def test_calls_and_signals_keep_the_references_they_were_given(qtbot: QtBot) -> None:
    label, teller, heard = QLabel(), Teller(), list[bool]()
    qtbot.addWidget(label)
    teller.told.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(3000):
        teller.told.emit(True)
        label.setText(str(number))
    after = sys.getrefcount(None), sys.getrefcount(True) - len(heard)
    assert len(heard) == 3000
    if sys.version_info < (3, 12):
        assert all(abs(now - then) < 100 for now, then in zip(after, before, strict=True))
