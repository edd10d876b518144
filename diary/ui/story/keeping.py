"""Small changes made on the page itself, each one act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diary.errors import ConflictError, DiaryError
from diary.models.codes import Verb
from diary.models.records import Record, Replace
from diary.store.store import Store
from diary.ui.forms.naming import short_name
from diary.wording import say


class Keeping(QObject):
    """Saves steps and tells of trouble: `trouble` gives words, after which the page reads anew."""

    trouble = Signal(str)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store

    def keep(self, before: Record | None, after: Record) -> bool:
        """Keeps one record, new or changed; whether it was."""
        return self.keep_all([Replace(before=before, after=after)], after)

    def keep_all(self, steps: list[Replace], named: Record) -> bool:
        """Keeps several records as one act, named after one of them; whether it was."""
        text = say("form.act", what=say(f"form.noun.{named.noun}"), name=short_name(named))
        is_new = all(step.before is None for step in steps)
        try:
            self._store.save(steps, text=text, verb=Verb.SAVE if is_new else Verb.EDIT)
        except ConflictError:
            self.trouble.emit(say("story.conflict"))
            return False
        except DiaryError as error:
            self.trouble.emit(str(error))
            return False
        return True
