"""Keeps what is typed in a form of one record a second behind the fingers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Slot

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.store.store import Store
from diary.ui.forms.ask import Way
from diary.ui.forms.specs import ASKS

BEHIND_MS = 1000
NEW = "new"
START = "record:"
"""How the keys of these drafts begin."""


def draft_key(noun: Noun, uid: str, preset: Mapping[str, object]) -> str:
    """The key of the draft of a record; a new one (`uid` is "") has one for each record it belongs to."""
    if uid:
        return f"{START}{noun}:{uid}"
    links = [preset.get(ask.name) for ask in ASKS[noun] if ask.way in (Way.LINK, Way.SHOWN)]
    return ":".join([f"{START}{noun}", NEW, *(one for one in links if isinstance(one, str))])


class Drafting(QObject):
    """The draft of the form that is open; nothing is kept before something was typed."""

    def __init__(self, store: Store, typed: Callable[[], dict[str, object]], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._typed = typed
        self.key = ""
        self._soon = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._soon.timeout.connect(self.keep_now)
        store.author_leaving.connect(self.keep_now)

    def wait(self) -> None:
        """Something was typed: it is kept soon."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep_now(self) -> None:
        """Keeps at once what waits."""
        if self._soon.isActive() or self.sender() is self._soon:
            self._soon.stop()
            if self.key and not self._store.read_only:
                self._store.keep_draft(self.key, json.dumps(self._typed(), ensure_ascii=False))

    def kept(self) -> dict[str, object] | None:
        """What was typed before and not saved; None where there is none that can be read."""
        draft = self._store.draft(self.key)
        if draft is None:
            return None
        try:
            typed = json.loads(draft.content)
        except ValueError:
            return None
        return typed if isinstance(typed, dict) and typed else None

    def forget(self) -> None:
        """Keeps nothing more, and lets go of what was kept."""
        self._soon.stop()
        with suppress(DiaryError):  # a draft that stays is offered once more
            self._store.drop_draft(self.key)

    def stop(self) -> None:
        """Keeps nothing more of what is typed: it was saved."""
        self._soon.stop()
