"""Where the keyboard is: the way of the Tab key through a window, and sight of what has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget


def step(root: QWidget, *, forward: bool) -> bool:
    """Gives the keyboard to the control after or before the one that has it, as the layouts set them.

    After the last comes the first. False where `root` shows no control that takes the Tab key.
    """
    # Qt's own chain is in the order of making, and a row that hands its focus on may turn it into a loop.
    stops = [one for one in _stops(root) if one.isVisibleTo(root) and one.isEnabled()]
    focus: QWidget | None = root.window().focusWidget()
    while focus is not None and focus not in stops:
        focus = focus.parentWidget()
    if not stops:
        return False
    at = stops.index(focus) + (1 if forward else -1) if focus is not None else 0 if forward else -1
    found = stops[at % len(stops)]
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _see(found)
    return True


def see_focus(area: QScrollArea) -> None:
    """Brings what has the keyboard into sight, where the page scrolls."""
    focus = area.window().focusWidget()
    if focus is not None and area.isAncestorOf(focus):
        area.ensureWidgetVisible(focus)


def _see(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    laid = [] if layout is None else list(_laid_out(layout))
    for child in (*laid, *(one for one in widget.children() if one not in laid)):
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    order = range(layout.count())
    if isinstance(layout, QBoxLayout) and layout.direction() == QBoxLayout.Direction.BottomToTop:
        order = order[::-1]
    for at in order:
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        widget = None if item is None else item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
