"""One export in the thread: how far it is, whether it was cancelled, and what it says in the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.exchange.archive import Form, Wanted
    from diary.storage.diary import Diary
    from diary.store.store import Store


class ExportJob:
    """Called with the diary in the thread; `done` is read, and `cancel` called, on the window's."""

    def __init__(self, store: Store, form: Form, to: Path, wanted: Wanted, *, warned: bool) -> None:
        self._store = store
        self._form = form
        self._to = to
        self._wanted = wanted
        self._warned = warned
        self._cancelled = False
        self.done = 0.0

    def cancel(self) -> None:
        """The export ends soon, and leaves no file."""
        self._cancelled = True

    def _tick(self, done: float) -> None:
        from diary.exchange.whole_file import CancelledError

        self.done = done
        if self._cancelled or self._store.leaving:
            raise CancelledError

    def __call__(self, diary: Diary) -> tuple[str, str]:
        """Writes; says where, and that it is no problem."""
        from diary.exchange.archive import Form, export
        from diary.exchange.given import keep_given

        written = export(diary, self._form, self._to, self._wanted, self._tick)
        keep_given(diary, self._form, self._to, warned=self._warned)
        if self._form is Form.CSV:
            return say(
                "exchange.tables_saved", n=len(written), file=written[0], other=written[1].name
            ), "info"
        if self._form is Form.DRAWINGS:
            return say_n("archive.drawings_saved", len(written), folder=self._to), "info"
        return say("settings.export_saved", file=self._to), "info"
