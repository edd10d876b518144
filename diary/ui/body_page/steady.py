"""How steady is my drawing? Today's map drawn once more, blind, and what the two have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.anatomy.figure import Drawn
from diary.errors import DiaryError
from diary.insight.redrawing import is_soon
from diary.models.records import Replace
from diary.ui.body.figure_view import FigureView
from diary.ui.body.tools import DrawingTools
from diary.ui.body_page.again import Strokes, ToRedraw, redrawing_of
from diary.ui.body_page.both import BothDrawings
from diary.ui.body_page.faces import Faces
from diary.ui.body_page.periods import long_day_words
from diary.ui.body_page.redrawn import RedrawnRow, agreement_words
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Entry, Redrawing, Stroke
    from diary.store.store import Store

SHOWN = 6
"""Earlier redrawings listed; older ones stay in the diary."""


class SteadyPanel(Columns):
    """Draws today's map blind, or the latest one where today has none; nothing is kept before Done.

    `left` when it is done with.
    """

    left = Signal()
    said = Signal(str)

    def __init__(self, store: Store) -> None:
        self.store = store
        self._entry: Entry | None = None
        self._strokes = Strokes()
        self.rows: list[RedrawnRow] = []
        self._build()
        super().__init__([self.board, self.side], [8, 5], least=900)
        self._connect()

    def _build(self) -> None:
        self.board, self.side = Card(), Card(say("steady.ask"), spacing=8)
        self.tools, self.figure = DrawingTools(), FigureView()
        self.tools.attach(self.figure)
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tools)
        column.addWidget(self.figure, 1)
        self.drawing, self.both = drawing, BothDrawings()
        self.faces = Faces(drawing, self.both)
        self.board.add(self.faces, 1)
        self.told = Label("", "body", wrap=True)
        self.result = Label("", "body", wrap=True)
        self.done, self.cancel = Button(say("steady.done"), kind="primary"), Button(say("steady.cancel"))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.done)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.earlier = Label(say("steady.earlier"), "strong")
        for part in (self.told, self.result, buttons, self.earlier):
            self.side.add(part)
        self.side.body.addStretch(1)

    def _connect(self) -> None:
        self.figure.strokeDrawn.connect(self._on_stroke)
        self.figure.regionTapped.connect(self._on_tapped)
        self.figure.undoPressed.connect(self._on_undo)
        self.figure.redoPressed.connect(self._on_redo)
        self.tools.undo_pressed.connect(self._on_undo)
        self.tools.redo_pressed.connect(self._on_redo)
        self.done.clicked.connect(self._on_done)
        self.cancel.clicked.connect(self.left)

    def begin(self) -> None:
        """Begin with an empty figure."""
        self.faces.show_face(self.drawing)
        for one in (self.told, self.done):
            one.show()
        self._show_strokes(Strokes())
        self.result.hide()
        self.cancel.set_words(say("steady.cancel"))
        self.read()

    def read(self) -> None:
        """Read what to redraw and what was redrawn; what is being drawn stays."""
        self.store.run(ToRedraw(self.store.today()), self._on_read)

    def _on_read(self, found: tuple[Entry | None, tuple[Redrawing, ...]]) -> None:
        self._entry, drawn = found
        if self._entry is None:
            self.told.setText(say("steady.nothing"))
        elif self._entry.day == self.store.today():
            self.told.setText(say("steady.how_today"))
        else:
            day = long_day_words(self._entry.day.toordinal())
            self.told.setText(say("steady.how_old", day=day))
        self._enable()
        for row in self.rows:
            self.side.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RedrawnRow(one) for one in reversed(drawn[-SHOWN:])]
        for number, row in enumerate(self.rows):
            row.delete_requested.connect(self._on_delete)
            self.side.body.insertWidget(self.side.body.indexOf(self.earlier) + 1 + number, row)
        self.earlier.setVisible(bool(self.rows))

    # --- drawing

    def _show_strokes(self, strokes: Strokes) -> None:
        self._strokes = strokes
        shown = (Drawn(area="again", regions=(), strokes=strokes.done, selected=True),)
        self.figure.set_areas(shown if strokes.done else ())
        self.tools.set_can_undo(bool(strokes.done))
        self.tools.set_can_redo(bool(strokes.undone))
        self._enable()

    def _enable(self) -> None:
        has_entry = self._entry is not None
        self.board.setEnabled(has_entry)
        self.done.setEnabled(has_entry and not self._strokes.is_empty)

    @Slot(object)
    def _on_stroke(self, stroke: Stroke) -> None:
        self._show_strokes(self._strokes.drawn(stroke))

    @Slot(str, str)
    def _on_tapped(self, view: str, region: str) -> None:
        self._show_strokes(self._strokes.tapped(view, region))

    @Slot()
    def _on_undo(self) -> None:
        self._show_strokes(self._strokes.back())

    @Slot()
    def _on_redo(self) -> None:
        self._show_strokes(self._strokes.again())

    # --- the end

    @Slot()
    def _on_done(self) -> None:
        if self._entry is None or self._strokes.is_empty:
            return
        found = redrawing_of(self._entry, self._strokes, self.store.now(), self.store.make_uid)
        if not self._saved(Replace(before=None, after=found), say("steady.saved")):
            return
        words = agreement_words(found)
        self._say(words if is_soon(found) else say("steady.agree_old", words=words))
        self.both.show_both(self._entry.areas, found.areas)
        self.faces.show_face(self.both)
        for one in (self.told, self.done):
            one.hide()
        self._show_strokes(Strokes())
        self.cancel.set_words(say("steady.back"))
        self.cancel.setFocus()
        self.read()

    @Slot(object)
    def _on_delete(self, redrawing: Redrawing) -> None:
        if self._saved(Replace(before=redrawing, after=None), say("steady.deleted")):
            self.result.hide()
            self.read()

    def _saved(self, step: Replace, words: str) -> bool:
        """Save one step; where that cannot be, say why and keep what is drawn."""
        try:
            self.store.save([step], text=words)
        except DiaryError as error:
            self._say(str(error))
            return False
        return True

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.show()
        self.said.emit(words)
