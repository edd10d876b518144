"""One undo command for each saved change; taking it back is itself a change of the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class Take(QUndoCommand):
    """A change that was saved; undo and redo both take back the newest change of the pair."""

    def __init__(
        self,
        text: str,
        change_uid: str,
        take_back: Callable[[str], str | None],
        tell: Callable[[str, bool], None],
    ) -> None:
        super().__init__(text)
        self._change = change_uid
        self._take_back = take_back
        self._tell = tell
        self._pushed = False

    def redo(self) -> None:
        """Does nothing when pushed, since the change is saved already; later takes back the undoing."""
        if self._pushed:
            self._turn(undone=False)
        self._pushed = True

    def undo(self) -> None:
        """Takes back the newest change; where that cannot be, the command is spent."""
        self._turn(undone=True)

    def _turn(self, *, undone: bool) -> None:
        taken = self._take_back(self._change)
        if taken is None:
            self.setObsolete(True)
        else:
            self._change = taken
            self._tell(self.text(), undone)
