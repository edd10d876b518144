"""Bringing in another app's record: first told, then carried out as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.models.records import Changes
from diary.ui.files import asked_file, asked_folder
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.wording import say, say_n

if TYPE_CHECKING:
    from pathlib import Path

    from diary.errors import DiaryError
    from diary.exchange.importers.plan import ImportPlan
    from diary.storage.diary import Diary
    from diary.store.store import Store


NEVER = -1


class BringInCard(SettingsCard):
    """Choose a file or folder, see what would come in, then bring it in or leave it."""

    offered = Signal()

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.bring_in"), say("settings.bring_in_about"), parent=parent)
        self._store = store
        self._planned: ImportPlan | None = None
        self._after = NEVER
        self.choose_file = Button(say("settings.bring_in_file"), "import", "small")
        self.choose_folder = Button(say("settings.bring_in_folder"), "folder", "small")
        self.bring_in = Button(say("settings.bring_in_now"), kind="primary")
        self.leave = Button(say("settings.bring_in_not"))
        self.choose_file.clicked.connect(self._on_choose_file)
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.bring_in.clicked.connect(self._on_bring_in)
        self.leave.clicked.connect(self._on_leave)
        store.undo_stack.indexChanged.connect(self._on_index)
        self._build()

    def _build(self) -> None:
        choices = QWidget()
        row = FlowLayout(choices, gap=8, line_gap=8)
        row.addWidget(self.choose_file)
        row.addWidget(self.choose_folder)
        self.told = Label("", "body", wrap=True)
        self._undo = Label(say("settings.bring_in_undo"), "note", "quiet", wrap=True)
        answers = QWidget()
        line = FlowLayout(answers, gap=8, line_gap=8)
        line.addWidget(self.bring_in)
        line.addWidget(self.leave)
        self.offer = QWidget()
        column = QVBoxLayout(self.offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self._undo)
        column.addWidget(answers)
        self.offer.hide()
        self.add(Label(say("settings.bring_in_first"), "note", "quiet", wrap=True))
        self.add(choices)
        self.add(self.offer)

    def refresh(self) -> None:
        """A diary that can only be read takes nothing in."""
        for button in (self.choose_file, self.choose_folder):
            button.setEnabled(not self._store.read_only)

    @Slot()
    def _on_choose_file(self) -> None:
        title, kinds = say("settings.bring_in"), say("settings.bring_in_kinds")
        self.look_at(asked_file(self, self._store.looks, title, kinds))

    @Slot()
    def _on_choose_folder(self) -> None:
        self.look_at(asked_folder(self, self._store.looks, say("settings.bring_in")))

    def look_at(self, chosen: Path | None) -> None:
        """Work out what would come in from the file or folder `chosen`; nothing where none was."""
        if chosen is not None:
            self._wait()
            self._store.run(_Plan(chosen), self._on_planned, self._on_problem)

    @Slot(object)
    def _on_planned(self, made: tuple[ImportPlan, tuple[str, ...]]) -> None:
        self._planned, lines = made
        brings = self._planned.entries > 0
        self.hush()
        self._wait_no_more()
        self.told.setText("\n".join(lines))
        self.bring_in.setVisible(brings)
        self._undo.setVisible(brings)
        self.leave.set_words(say("settings.bring_in_not" if brings else "settings.bring_in_close"))
        self.offer.show()
        (self.bring_in if brings else self.leave).setFocus()
        self.offered.emit()

    @Slot()
    def _on_bring_in(self) -> None:
        if self._planned is not None:
            self._wait()
            self._store.run(_CarryOut(self._planned), self._on_brought_in, self._on_problem)

    @Slot(object)
    def _on_brought_in(self, changes: Changes) -> None:
        entries = self._planned.entries if self._planned is not None else 0
        self._wait_no_more()
        self._drop()
        if changes.change is None:
            self._store.changed.emit(changes)
        self._store.took_place(changes, say("settings.bring_in"))
        if changes.change is None:
            self.tell(say_n("settings.bring_in_done", entries))
            return
        self._after = self._store.undo_stack.index()
        self.tell(say_n("settings.bring_in_done_undo", entries), action=say("settings.undo"))
        assert self.message is not None  # it was told just now
        self.message.acted.connect(self._on_undo)

    @Slot()
    def _on_undo(self) -> None:
        if self._store.undo_stack.index() == self._after:
            self._store.undo_stack.undo()

    @Slot(int)
    def _on_index(self, index: int) -> None:
        """Once it was undone, or something was saved after it, this Undo would take something else away."""
        if self._after not in (NEVER, index):
            self._after = NEVER
            self.hush()

    @Slot(object)
    def _on_problem(self, error: DiaryError) -> None:
        self._wait_no_more()
        self._drop()
        self.tell_problem(error)

    @Slot()
    def _on_leave(self) -> None:
        self._drop()
        self.choose_file.setFocus()

    def _drop(self) -> None:
        self._planned = None
        self.offer.hide()

    def _wait(self) -> None:
        self.offer.hide()
        for button in (self.choose_file, self.choose_folder):
            button.setEnabled(False)
        self.tell(say("settings.working"))

    def _wait_no_more(self) -> None:
        self.refresh()


class _Plan:
    """Reads the file and tells what would come in; writes nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, diary: Diary) -> tuple[ImportPlan, tuple[str, ...]]:
        from diary.exchange.importers.plan import plan
        from diary.exchange.importers.telling import told

        planned = plan(self._path, diary)
        return planned, told(planned)


class _CarryOut:
    """Brings in what was planned."""

    def __init__(self, planned: ImportPlan) -> None:
        self._planned = planned

    def __call__(self, diary: Diary) -> Changes:
        from diary.exchange.importers.plan import carry_out

        return carry_out(diary, self._planned)
