"""What assistive software calls a widget that Qt knows no role for: a heading, a graphic."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class _Spoken(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role, name: str) -> None:
        super().__init__(widget, role, name)


class _Once:
    installed = False


def speak_as(widget: QWidget, role: QAccessible.Role, name: str = "") -> None:
    """Tell the widget in this role; its accessible name is said unless a `name` is given."""
    # Qt does not keep the Python half of an interface: the widget does.
    widget.spoken_as, widget.spoken = (role, name), None  # type: ignore[attr-defined]
    if not _Once.installed:
        _Once.installed = True
        QAccessible.installFactory(_make)


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    wanted = getattr(thing, "spoken_as", None)
    if wanted is None or not isinstance(thing, QWidget):
        return None
    spoken = _Spoken(thing, *wanted)
    thing.spoken = spoken  # type: ignore[attr-defined]
    return spoken
