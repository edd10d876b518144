"""A heading: words that assistive software can jump to."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from diary.ui.parts.painted import Label


class Heading(Label):
    """Words in the text role "page", "title" or "strong", told to assistive software as a heading."""

    spoken: QAccessibleInterface | None = None
    """Kept here because Qt does not keep the Python half of it."""

    def __init__(self, text: str, role: str = "title", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, wrap=True, parent=parent)
        _install()


class _Spoken(QAccessibleWidget):
    def __init__(self, heading: Heading) -> None:
        super().__init__(heading, QAccessible.Role.Heading, heading.text())


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Heading):
        return None
    thing.spoken = _Spoken(thing)
    return thing.spoken


class _Once:
    installed = False


def _install() -> None:
    if not _Once.installed:
        _Once.installed = True
        QAccessible.installFactory(_make)
