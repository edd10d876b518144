"""Types into Today right after its first paint, saves, opens pages, and keeps an eye on the event loop."""

from __future__ import annotations

import time
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.first_paint import FirstPaint
from benchmarks.room import resident_mb
from diary.ui.session import Session

NOTE: Final = "written at once"
SEVERITY: Final = 6
MEASURE: Final = "pain_average"
REST_MS: Final = 700
BEAT_MS: Final = 2


class Driver(QObject):
    """Sits beside one session; `told` is what it saw, moments in seconds of the monotonic clock."""

    def __init__(self, session: Session, words: list[str]) -> None:
        super().__init__(session)
        assert session.window is not None  # the child is given a diary that exists
        self._window = session.window
        self._types = "typing" in words
        self._pages = [word for word in words if word in ("history", "trends", "report", "settings")]
        self._moments: dict[str, float] = {}
        self._blocks: dict[str, float] = {}
        self._last_beat = 0.0
        self._resident = 0.0
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_beat)
        FirstPaint(self._window.today, self._on_painted)

    def told(self) -> dict[str, Any]:
        """Moments in s, the longest block of the event loop on each page in ms, and memory in MB."""
        return {"moments": self._moments, "blocks_ms": self._blocks, "resident_mb": self._resident}

    @Slot()
    def _on_painted(self) -> None:
        self._moments["painted"] = self._last_beat = time.monotonic()
        self._beat.start()
        if self._types:
            self._type()

    def _type(self) -> None:
        from PySide6.QtTest import QTest

        today = self._window.today
        today.note.setFocus()
        QTest.keyClicks(today.note, NOTE)
        row = today.measures.field(MEASURE)
        row.setFocus()
        focused = row.focusProxy() or row
        QTest.keyClick(focused, Qt.Key(Qt.Key.Key_0 + SEVERITY))
        self._moments["typed"] = time.monotonic()
        QTest.keyClick(focused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    @Slot()
    def _on_beat(self) -> None:
        now = time.monotonic()
        phase = self._window.current_key or "aside"
        self._blocks[phase] = max(self._blocks.get(phase, 0.0), (now - self._last_beat) * 1000)
        self._last_beat = now
        if "shown" not in self._moments and self._is_shown():
            if "loaded" in self._moments:
                # A turn of the event loop later all that was loaded is painted.
                self._moments["shown"] = now
                QTimer.singleShot(REST_MS, self._on_rested)
            else:
                self._moments["loaded"] = now

    def _is_shown(self) -> bool:
        return self._window.today.loaded

    @Slot()
    def _on_rested(self) -> None:
        if self._pages:
            self._window.open_page(self._pages.pop(0))
            QTimer.singleShot(REST_MS * 2, self._on_rested)
            return
        if self._types and not any(self._window.today.before.values()):
            QTimer.singleShot(REST_MS, self._on_rested)
            return
        self._beat.stop()
        self._resident = resident_mb()
        self._window.close()
