"""The keyboard, one table: Get help shows it, and the window takes its shortcuts from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

PAGE: Final = "Ctrl+{number}"
HELP: Final = "F1"
BACK: Final = "Esc"
SAVE: Final = "Ctrl+S"
CONFIRM: Final = "Ctrl+Return"
CONFIRM_ALL: Final = "Ctrl+Shift+Return"
PAIN_NOW: Final = "Ctrl+N"
ONE_QUESTION: Final = "Ctrl+Shift+O"
SAME: Final = "Ctrl+L"
SEARCH: Final = "Ctrl+F"
PRINT: Final = "Ctrl+P"
UNDO: Final = "Ctrl+Z"
REDO: Final = "Ctrl+Shift+Z"
NEXT_TAB: Final = "Ctrl+Tab"
TAB_BEFORE: Final = "Ctrl+Shift+Tab"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What one or more keys do; `words` is the key of the text, `of` the pages or parts it works in."""

    keys: tuple[str, ...]
    words: str
    of: str = "everywhere"


TABLE: Final = (
    Key(keys=("Ctrl+1", "Ctrl+8"), words="help.key.page"),
    Key(keys=(SAVE,), words="help.key.save"),
    Key(keys=(PAIN_NOW,), words="help.key.pain_now"),
    Key(keys=(SAME,), words="help.key.same"),
    Key(keys=(ONE_QUESTION,), words="help.key.one_question"),
    Key(keys=(UNDO,), words="help.key.undo"),
    Key(keys=(REDO,), words="help.key.redo"),
    Key(keys=(HELP,), words="help.key.help"),
    Key(keys=(SEARCH,), words="help.key.search"),
    Key(keys=(PRINT,), words="help.key.print"),
    Key(keys=(BACK,), words="help.key.back"),
    Key(keys=("Tab",), words="help.key.tab"),
    Key(keys=("Shift+Tab",), words="help.key.back_tab"),
    Key(keys=("Space", "Return"), words="help.key.press"),
    Key(keys=("Left", "Right", "Up", "Down"), words="help.key.arrows"),
    Key(keys=("0", "9"), words="help.key.digits", of="row"),
    Key(keys=("Left", "Right"), words="help.key.step", of="row"),
    Key(keys=("Home", "End"), words="help.key.ends_of_row", of="row"),
    Key(keys=("Del", "Backspace"), words="help.key.clear", of="row"),
    Key(keys=("Return",), words="help.key.next_row", of="row"),
    Key(keys=("Left", "Right", "Up", "Down"), words="help.key.walk", of="places"),
    Key(keys=("Space", "Return"), words="help.key.confirm", of="places"),
    Key(keys=(CONFIRM,), words="help.key.confirm_one", of="places"),
    Key(keys=(CONFIRM_ALL,), words="help.key.confirm_all", of="places"),
    Key(keys=("0", "9"), words="help.key.place_digit", of="places"),
    Key(keys=("Del",), words="help.key.remove", of="places"),
    Key(keys=("PgUp", "PgDown"), words="help.key.view", of="drawing"),
    Key(keys=("P", "E", "F"), words="help.key.tool", of="drawing"),
    Key(keys=("[", "]"), words="help.key.brush", of="drawing"),
    Key(keys=(UNDO, REDO), words="help.key.stroke", of="drawing"),
    Key(keys=("Esc",), words="help.key.cancel_stroke", of="drawing"),
    Key(keys=("+", "-", "0"), words="help.key.nearer", of="drawing"),
    Key(keys=("Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down"), words="help.key.shift", of="drawing"),
    Key(keys=(NEXT_TAB, TAB_BEFORE), words="help.key.face", of="charts"),
    Key(keys=("Left", "Right"), words="help.key.cursor", of="charts"),
    Key(keys=("PgUp", "PgDown"), words="help.key.week", of="charts"),
    Key(keys=("Home", "End"), words="help.key.ends", of="charts"),
    Key(keys=("+", "-"), words="help.key.zoom", of="charts"),
    Key(keys=("0",), words="help.key.unzoom", of="charts"),
    Key(keys=("Shift+Left", "Shift+Right"), words="help.key.pan", of="charts"),
    Key(keys=("Left", "Right", "Up", "Down"), words="help.key.day", of="calendar"),
    Key(keys=("PgUp", "PgDown"), words="help.key.month", of="calendar"),
    Key(keys=("Home", "End"), words="help.key.ends_of_month", of="calendar"),
    Key(keys=("Return",), words="help.key.open_day", of="calendar"),
)

RANGES: Final = frozenset({("Ctrl+1", "Ctrl+8"), ("0", "9")})
"""Keys of the table that stand for all keys from the first to the last."""


def native(key: str) -> str:
    """A key as this platform writes it, "Ctrl+S" or "⌘S"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
