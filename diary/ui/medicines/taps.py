"""Two taps on the same medicine at once are one: a hand that trembles records no second dose."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

DOUBLE_MS = 500
"""A second tap on the same medicine within this time counts as one."""


class Taps:
    """Remembers the last tap."""

    def __init__(self) -> None:
        self._tapped = ""
        self._since = QElapsedTimer()

    def is_second(self, uid: str) -> bool:
        """Takes a tap, and tells whether it came too soon after another on the same."""
        second = self._tapped == uid and self._since.elapsed() < DOUBLE_MS
        self._tapped = uid
        self._since.start()
        return second

    def forget(self) -> None:
        """The next tap is one of its own, however soon."""
        self._tapped = ""
