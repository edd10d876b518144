"""The tools of drawing in one line: what a drag does, how large the brush is, undo, redo, and the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from diary.ui.body.keys import act_of
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.segmented import Segment, SegmentedChoice
from diary.ui.theme import current
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from diary.ui.body.figure_view import FigureView

TOOLS = ("paint", "erase", "fill")
BRUSHES = {"fingertip": 3.0, "fingers": 5.0, "palm": 8.0}
"""Brushes with the radius of their dot, px at 100 %."""

GAP = 4
"""Room between the tools, px."""


class _Dot(Segment):
    """A brush, as a dot."""

    def sizeHint(self) -> QSize:
        """A square to press."""
        return QSize(self.theme.px(32), self.theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot; the frame paints the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            token = "dash" if not self.isEnabled() else "on_tint" if self.isChecked() else "ink"
            painter.setBrush(self.theme.color(token))
            radius = BRUSHES[self.key] * self.theme.scale
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)


class BrushChoice(SegmentedChoice):
    """One of the brushes, each a dot of its own size; the words are names and tool tips."""

    def segment_of(self, key: str, word: str) -> Segment:
        """A dot with its tool tip."""
        dot = _Dot(key, word, self)
        dot.setToolTip(word)
        return dot


class DrawingTools(QWidget):
    """Tools that can be chosen before there is a figure; `attach` gives them one."""

    tool_chosen = Signal(str)
    brush_chosen = Signal(str)
    sheet_chosen = Signal(str)
    steady_chosen = Signal(bool)
    undo_pressed = Signal()
    redo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: FigureView | None = None
        self._wanted: dict[str, str | bool] = {}
        self.setAccessibleName(say("body.tools"))
        tools = [(tool, say(f"body.tool.{tool}")) for tool in TOOLS]
        brushes = [(brush, say(f"body.brush.{brush}")) for brush in BRUSHES]
        self.tools = SegmentedChoice(say("body.tool"), tools, TOOLS[0])
        self.brushes = BrushChoice(say("body.brush"), brushes, "fingers")
        self.undo = IconButton("undo", say("body.tool.undo"), size=18)
        self.redo = IconButton("redo", say("body.tool.redo"), size=18)
        self.view = Button(say("body.view"), "down", "small", trailing=True)
        self.view.setToolTip(say("body.view.hint"))
        self._menu: QMenu | None = None

        self.tools.changed.connect(self._on_tool)
        self.brushes.changed.connect(self._on_brush)
        self.undo.clicked.connect(self.undo_pressed)
        self.redo.clicked.connect(self.redo_pressed)
        self.view.clicked.connect(self._on_view)
        current().changed.connect(self.updateGeometry)

        line = FlowLayout(self, gap=GAP, line_gap=4)
        for part in self._parts():
            line.addWidget(part)
        self.set_can_undo(False)
        self.set_can_redo(False)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.tools, self.brushes, self.undo, self.redo, self.view

    def sizeHint(self) -> QSize:
        """All in one line; with less room they break it."""
        sizes = [part.sizeHint() for part in self._parts()]
        width = sum(size.width() for size in sizes) + GAP * (len(sizes) - 1)
        return QSize(width, max(size.height() for size in sizes))

    def attach(self, figure: FigureView) -> None:
        """Work on this figure; what was chosen before is chosen on it, the rest is as the figure has it."""
        self._figure = figure
        wanted, self._wanted = self._wanted, {}
        for name, value in wanted.items():
            figure.set_sheet(str(value)) if name == "sheet" else setattr(figure, name, value)
        figure.toolChanged.connect(self._on_figure_changed)
        self._on_figure_changed()

    def set_can_undo(self, can: bool) -> None:
        """Whether there is a stroke to take back."""
        self._enable(self.undo, can)

    def set_can_redo(self, can: bool) -> None:
        """Whether there is a stroke to bring back."""
        self._enable(self.redo, can)

    def set_drawing(self, drawing: bool) -> None:
        """Leave what draws and looks at the figure to be pressed only where there is one to draw on."""
        for part in (self.tools, self.brushes, self.view):
            part.setEnabled(drawing)

    def _enable(self, button: IconButton, can: bool) -> None:
        """The focus stays with the tools when the button that has it can no more be pressed."""
        if not can and button.hasFocus():
            self.tools.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(can)

    def _choose(self, name: str, value: str | bool) -> None:
        figure = self._figure
        if figure is None:
            self._wanted[name] = value
        elif name == "sheet":
            figure.set_sheet(str(value))
        else:
            setattr(figure, name, value)

    @Slot(object)
    def _on_tool(self, tool: str) -> None:
        self._choose("tool", tool)
        self.tool_chosen.emit(tool)

    @Slot(object)
    def _on_brush(self, brush: str) -> None:
        self._choose("brush", brush)
        self.brush_chosen.emit(brush)

    @Slot()
    def _on_figure_changed(self) -> None:
        if self._figure is not None:
            self.tools.set_value(self._figure.tool)
            self.brushes.set_value(self._figure.brush)

    # --- the view

    @Slot()
    def _on_view(self) -> None:
        menu = self.menu()
        corner = self.view.rect().bottomLeft() + QPoint(0, 4)
        menu.popup(self.view.mapToGlobal(corner))

    def menu(self) -> QMenu:
        """The menu of sheets, zoom and the steady hand, as things are now."""
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        from diary.anatomy.sheets import available

        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        menu.setAccessibleName(say("body.view"))
        sheets = QActionGroup(menu)
        shown = self._figure.sheet if self._figure is not None else self._wanted.get("sheet", "body")
        for key in available():
            sheets.addAction(_action(menu, "sheet", key, checked=key == shown))
        menu.addSeparator()
        for act in ("zoom_in", "zoom_out", "zoom_reset"):
            _action(menu, "act", act)
        menu.addSeparator()
        steady = self._figure.steady if self._figure is not None else bool(self._wanted.get("steady"))
        _action(menu, "steady", "steady", checked=steady)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        kind, key = action.data()
        if kind == "sheet":
            self._choose("sheet", key)
            self.sheet_chosen.emit(key)
        elif kind == "steady":
            self._choose("steady", action.isChecked())
            self.steady_chosen.emit(action.isChecked())
        elif self._figure is not None:
            self._figure.do(key)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Keys of drawing are the tools' own while one of them has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same letters and signs as on the figure."""
        act = act_of(event)
        if act in ("undo", "redo"):
            (self.undo if act == "undo" else self.redo).click()
        elif act in TOOLS:
            self.tools.set_value(act)
        elif act and self._figure is not None and not (act == "zoom_reset" and self._figure.zoom == 1.0):
            self._figure.do(act)
        else:
            super().keyPressEvent(event)


def _action(menu: QMenu, kind: str, key: str, *, checked: bool | None = None) -> QAction:
    action = menu.addAction(say(f"body.view.{key}"))
    action.setData((kind, key))
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    return action
