"""A page that says what was done above its content, with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.errors import ConflictError, DiaryError
from diary.store.store import Store
from diary.ui.page import Page
from diary.ui.parts.message import InlineMessage
from diary.wording import say

NO_STEP = (-1, -1)
"""No step of the window's undo belongs to what was said."""


class SayingPage(Page):
    """Base of History: messages in `messages_room`, and Undo for what the last of them says."""

    def __init__(self, store: Store, title: str) -> None:
        super().__init__(store, title)
        self._undo = ""
        self._step = NO_STEP
        self.messages_room = QVBoxLayout()
        store.undo_stack.indexChanged.connect(self._on_undo_index)

    def say_done(self, text: str, change: str | None) -> InlineMessage:
        """Say what was done, with Undo where there is something to undo; it stays until closed."""
        self._clear_messages()
        self._step = NO_STEP
        message = InlineMessage(text, action=say("history.undo") if change else "")
        self._undo = change or ""
        message.acted.connect(self._on_undo)
        message.closed.connect(self._clear_messages)
        self.messages_room.addWidget(message)
        self.announce(text)
        return message

    def say_trouble(self, error: DiaryError) -> InlineMessage:
        """Say what stands in the way."""
        self._clear_messages()
        message = InlineMessage(str(error), "problem")
        message.closed.connect(self._clear_messages)
        self.messages_room.addWidget(message)
        return message

    @property
    def messages(self) -> list[InlineMessage]:
        """The messages that stand above the days."""
        items = [self.messages_room.itemAt(at) for at in range(self.messages_room.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [one for one in widgets if isinstance(one, InlineMessage)]

    @Slot()
    def _clear_messages(self) -> None:
        for message in self.messages:
            self.messages_room.removeWidget(message)
            message.hide()
            message.deleteLater()

    @Slot()
    def _on_undo_index(self) -> None:
        """Something was undone or saved elsewhere: the offer to undo would be about something else."""
        if not self.store.is_open:
            return  # the stack tells of its own end too
        stack = self.store.undo_stack
        if self._step not in (NO_STEP, (stack.count(), stack.index())):
            self._step = NO_STEP
            self._clear_messages()

    def undo_here(self) -> None:
        """The step that was just said is the window's newest."""
        stack = self.store.undo_stack
        self._step = (stack.count(), stack.index())

    @Slot()
    def _on_undo(self) -> None:
        """Takes the step back that was just said; as the window's own undo while it is its newest step."""
        stack = self.store.undo_stack
        if self._step != (stack.count(), stack.index()):
            self.take_back(self._undo, say("history.undone"))
            return
        before = stack.index()
        stack.undo()
        if stack.index() < before:
            self.say_done(say("history.undone"), None)
            self._refresh()

    def take_back(self, change: str, done: str) -> None:
        """Undoes a change of the record as a new change, and says so."""
        try:
            taken = self.store.undo_change(change)
        except ConflictError:
            self.say_trouble(DiaryError(say("history.recent.conflict"), say("error.nothing_changed")))
        except DiaryError as error:
            self.say_trouble(error)
        else:
            self.say_done(done, taken.change)
            self._refresh()
