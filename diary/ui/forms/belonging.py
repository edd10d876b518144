"""The records that belong to the one in the form: steps, relief, weeks of a goal, questions for a visit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot

from diary.models.care import Relief
from diary.models.codes import Noun
from diary.models.nouns import PLAIN
from diary.models.records import Record
from diary.store.store import Store
from diary.ui.forms.link import Link
from diary.ui.forms.naming import record_name
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.wording import say

BELONGS: dict[Noun, tuple[Noun, str]] = {
    Noun.TREATMENT: (Noun.DOSE_STEP, "treatment"),
    Noun.DOSE: (Noun.RELIEF, "dose"),
    Noun.GOAL: (Noun.ATTAINMENT, "goal"),
    Noun.CONSULT: (Noun.QUESTION, "consult"),
}
"""The noun that belongs to another, and its field that names it."""


class BelongingCard(Card):
    """Each opens in the form; one more can be added."""

    record_requested = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self._owner: Record | None = None
        self.buttons: list[Button] = []
        self.add_one = Button("", "plus", "small")
        self.add_one.clicked.connect(self._on_add)
        self.body.addWidget(self.add_one)
        self.hide()

    def show_of(self, store: Store, owner: Record | None) -> None:
        """Shows what belongs to a record; nothing for others and for a new one."""
        from diary.storage import life_queries

        self._owner = owner
        for button in self.buttons:
            self.body.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        if owner is None or owner.noun not in BELONGS:
            self.hide()
            return
        noun, field = BELONGS[owner.noun]
        found: list[Any] = store.ask(life_queries.naming, PLAIN[noun], field, owner.uid)
        self.set_title(say(f"form.belonging.{noun}"))
        self.add_one.set_words(say(f"form.add.{noun}"))
        self.add_one.setEnabled(not store.read_only)
        for one in sorted(found, key=_when):
            button = Link(record_name(one))
            button.setObjectName(one.uid)
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            self.body.insertWidget(self.body.count() - 1, button)
        self.show()

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and self._owner is not None:
            self.record_requested.emit(BELONGS[self._owner.noun][0], button.objectName(), {})

    @Slot()
    def _on_add(self) -> None:
        if self._owner is not None:
            noun, field = BELONGS[self._owner.noun]
            self.record_requested.emit(noun, "", {field: self._owner.uid})


def _when(record: Any) -> str:
    if isinstance(record, Relief):
        return f"{record.after_min:03}"
    since = getattr(record, "since", None)
    day = since.first if since is not None else getattr(record, "day", getattr(record, "asked", ""))
    return str(day)
