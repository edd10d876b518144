"""Where the keyboard is: the order of the Tab key, and sight of what has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(root: QWidget) -> None:
    """Has the Tab key walk through all controls in `root` as its layouts set them, however late made."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def see_focus(area: QScrollArea) -> None:
    """Brings what has the keyboard into sight, where the page scrolls."""
    focus = area.window().focusWidget()
    if focus is not None and area.isAncestorOf(focus):
        area.ensureWidgetVisible(focus)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        widget = None if item is None else item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield from _stops(widget)
