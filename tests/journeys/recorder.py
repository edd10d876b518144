"""Hears every key, press and drawn line that reaches a window, and how long one then had to wait."""

from __future__ import annotations

import json
import os
import time
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

FOLDER = "NERVE_DIARY_JOURNEYS"
"""Environment variable: the folder into which records are written, none where it is not set."""

PX_PER_CM = 96 / 2.54
STILL_PX = 8
"""A press that moves less than this is no line."""

MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ALONE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Recorder(QObject):
    """Keeps what was done: keys with what was held, presses, lines in cm; each with group and wait."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.acts: list[dict[str, Any]] = []
        self._group = ""
        self._path: list[tuple[float, float]] = []
        self._began = 0.0
        self._heard = 0
        app = QGuiApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def group(self, label: str) -> None:
        """Begin the next labelled group of actions: one thinks before its first."""
        self._group = label

    def settled(self) -> None:
        """The window answers again: what has passed since the last action began was waiting."""
        if self.acts and len(self.acts) != self._heard:
            self.acts[-1]["wait_s"] = time.perf_counter() - self._began
            self._heard = len(self.acts)

    def close(self) -> None:
        """Stop listening; the record is written where a folder for it is named."""
        app = QGuiApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if folder := os.environ.get(FOLDER):
            text = json.dumps({"name": self.name, "acts": self.acts}, indent=1)
            (Path(folder) / f"{self.name}.json").write_text(text, encoding="utf-8")

    @property
    def actions(self) -> int:
        """How many keys, presses and lines there were."""
        return len(self.acts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes part in nothing: it only hears what comes to the window itself."""
        if isinstance(watched, QWindow):
            # A key that is a shortcut arrives as this alone, every other key as this first.
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
                self._on_key(event)
            elif isinstance(event, QMouseEvent):
                self._on_mouse(event)
        return False

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() not in ALONE:
            held = sum(bool(event.modifiers() & one) for one in MODIFIERS)
            self._act("key", keys=1 + held)

    def _on_mouse(self, event: QMouseEvent) -> None:
        spot = (event.position().x(), event.position().y())
        if event.type() == QEvent.Type.MouseButtonPress:
            self._path = [spot]
        elif event.type() == QEvent.Type.MouseMove and self._path:
            self._path.append(spot)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._path:
            path = [*self._path, spot]
            self._path = []
            length = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(path))
            if length < STILL_PX:
                self._act("press")
            else:
                self._act("line", cm=round(length / PX_PER_CM, 2))

    def _act(self, kind: str, **more: Any) -> None:
        self._began = time.perf_counter()
        self.acts.append({"group": self._group, "kind": kind, **more, "wait_s": 0.0})
