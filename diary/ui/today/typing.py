"""Keeps what is typed at most two seconds behind the fingers, and brings it back."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.errors import DiaryError
from diary.models.plain import NotPlainError
from diary.models.records import Draft
from diary.store.store import Store
from diary.ui.today.drafts import Typed, from_draft, to_draft

BEHIND_MS = 1000

ASIDE = "unreadable "
"""What stands before the key of a draft that no form can show."""


class Typing(QObject):
    """The draft of one form; `kept` is emitted with the key each time it is kept."""

    kept = Signal(str)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._soon = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._soon.timeout.connect(self.keep_now)
        self._key = ""
        self._typed: Callable[[], Typed] | None = None

    def changed(self, key: str, typed: Callable[[], Typed]) -> None:
        """Something was typed in the form `key`; what `typed` then gives is kept soon."""
        self._key, self._typed = key, typed
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep_now(self) -> None:
        """Keeps at once what was typed and not kept yet; tries again while the disk refuses."""
        self._soon.stop()
        if self._typed is None:
            return
        if not self._store.is_open:
            # A draft from before may lie in the file; it is read first.
            self._soon.start()
            return
        typed = self._typed()
        self._store.keep_draft(self._key, json.dumps(to_draft(typed), ensure_ascii=False))
        if self._store.drafts_refused:
            # As it is now: another day may be open when it is tried again.
            self._typed = partial(_same, typed)
            self._soon.start()
        else:
            self._typed = None
        self.kept.emit(self._key)

    def set_aside(self, draft: Draft) -> None:
        """Keeps a draft that no form can show where new typing does not overwrite it."""
        self._store.keep_draft(f"{ASIDE}{draft.key}", draft.content)
        if not self._store.drafts_refused:
            with suppress(DiaryError):  # it then stays where it is, and is told of again
                self._store.drop_draft(draft.key)

    def forget(self) -> None:
        """Keeps nothing more of what was typed: it was saved or discarded."""
        self._soon.stop()
        self._typed = None


def _same(typed: Typed) -> Typed:
    return typed


def read_draft(draft: Draft | None) -> Typed | None:
    """What a draft holds; None where there is none, or none that can be read."""
    if draft is None:
        return None
    try:
        return from_draft(json.loads(draft.content))
    except (NotPlainError, ValueError, AttributeError, TypeError):
        return None
