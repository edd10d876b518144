"""The keys of drawing, the same on the figure and on its tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_CTRL = Qt.KeyboardModifier.ControlModifier
_OTHER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier | _CTRL

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Steps across and down."""

TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""Steps among the views of a sheet."""

TAPS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)

_SIGNS = {
    "+": "zoom_in",
    "=": "zoom_in",
    "-": "zoom_out",
    "\N{MINUS SIGN}": "zoom_out",
    "0": "zoom_reset",
    "[": "smaller",
    "]": "larger",
}
_LETTERS = {"p": "paint", "e": "erase", "f": "fill"}
_WITH_CTRL = {
    Qt.Key.Key_Plus: "zoom_in",
    Qt.Key.Key_Equal: "zoom_in",
    Qt.Key.Key_Minus: "zoom_out",
    Qt.Key.Key_0: "zoom_reset",
    Qt.Key.Key_Left: "pan_left",
    Qt.Key.Key_Right: "pan_right",
    Qt.Key.Key_Up: "pan_up",
    Qt.Key.Key_Down: "pan_down",
}


def act_of(event: QKeyEvent) -> str:
    """What a key asks for: a tool, "smaller", "larger", "zoom_in", "pan_left", "undo" …; "" for nothing."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    with_ctrl = bool(event.modifiers() & _CTRL)
    if event.matches(QKeySequence.StandardKey.Redo) or (
        with_ctrl and event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Z)
    ):
        return "redo"
    # Brackets need AltGr on many keyboards, which some systems tell as Ctrl and Alt together.
    sign = _SIGNS.get(event.text(), "")
    if sign:
        return sign
    if with_ctrl:
        return _WITH_CTRL.get(Qt.Key(event.key()), "")
    return "" if event.modifiers() & _OTHER else _LETTERS.get(event.text().lower(), "")
