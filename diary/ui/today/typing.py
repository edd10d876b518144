"""Keeps what is typed at most two seconds behind the fingers, and brings it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.models.plain import NotPlainError
from diary.models.records import Draft, Entry
from diary.store.store import Store
from diary.ui.today.sitting import Sitting, from_draft, to_draft

BEHIND_MS = 1000


class Typing(QObject):
    """The draft of one form; `kept` is emitted with the key each time it is kept."""

    kept = Signal(str)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._soon = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._soon.timeout.connect(self.keep_now)
        self._key = ""
        self._content: Callable[[], str] | None = None

    def changed(self, key: str, sitting: Callable[[], Sitting], began: Iterable[Entry | None]) -> None:
        """Something was typed in the form `key`; it is kept soon."""
        entries = tuple(began)

        def content() -> str:
            return json.dumps(to_draft(sitting(), entries), ensure_ascii=False)

        self._key, self._content = key, content
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep_now(self) -> None:
        """Keeps at once what was typed and not kept yet."""
        self._soon.stop()
        if self._content is not None:
            content, self._content = self._content, None
            self._store.keep_draft(self._key, content())
            self.kept.emit(self._key)

    def forget(self) -> None:
        """Keeps nothing more of what was typed: it was saved or discarded."""
        self._soon.stop()
        self._content = None


def read_draft(draft: Draft | None) -> tuple[Sitting, dict[str, str]] | None:
    """The form in a draft and the versions it began from; None where there is none that can be read."""
    if draft is None:
        return None
    try:
        return from_draft(json.loads(draft.content))
    except (NotPlainError, ValueError, AttributeError):
        return None
