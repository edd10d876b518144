"""Name and date of birth: optional, kept in the diary, and in a report only when ticked there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from diary.errors import ConflictError, DiaryError
from diary.models.records import Person, Replace
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store

BORN = ("day", "month", "year")


def read_born(day: str, month: str, year: str) -> date | None:
    """The date in three fields, None where all are empty; ValueError where they are no date."""
    parts = [part.strip() for part in (day, month, year)]
    if not any(parts):
        return None
    if len(parts[2]) != 4:
        raise ValueError(year)
    return date(int(parts[2]), int(parts[1]), int(parts[0]))


class PersonCard(SettingsCard):
    """What is typed here is kept with one button, as one change."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.you"), say("settings.you_about"), parent=parent)
        self._store = store
        self._before: Person | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(say("settings.name"))
        self.born = {part: QLineEdit() for part in BORN}
        self.save = Button(say("settings.you_save"))
        for field in (self.name, *self.born.values()):
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._on_save)
        self.add(self._build())
        self.add(self.save)
        self.restyle()

    def _build(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(Label(say("settings.name")), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.setVerticalSpacing(8)
        dates = QHBoxLayout()
        dates.setSpacing(8)
        for part, field in self.born.items():
            word = say(f"settings.born_{part}")
            field.setAccessibleName(say("settings.born_part", born=say("settings.born"), part=word))
            dates.addWidget(Label(word, "note", "quiet"))
            dates.addWidget(field)
        dates.addStretch(1)
        grid.addWidget(Label(say("settings.born")), 1, 0)
        grid.addLayout(dates, 1, 1)
        return grid

    def restyle(self) -> None:
        """Keep the fields as wide as what belongs in them."""
        super().restyle()
        for part, field in getattr(self, "born", {}).items():
            field.setFixedWidth(self.theme.px(72 if part == "year" else 52))

    def refresh(self) -> None:
        """Show what is kept, unless something here is not saved yet."""
        from diary.storage import queries

        if self.save.isEnabled() and self._typed_anything():
            return
        self._before = self._store.ask(queries.person)
        self._show(self._before)

    def _show(self, person: Person | None) -> None:
        born = person.born if person is not None else None
        self.name.setText(person.name if person is not None else "")
        self.born["day"].setText(str(born.day) if born else "")
        self.born["month"].setText(str(born.month) if born else "")
        self.born["year"].setText(f"{born.year:04d}" if born else "")
        self.save.setEnabled(False)
        for field in (self.name, *self.born.values()):
            field.setReadOnly(self._store.read_only)

    def _typed_anything(self) -> bool:
        kept = self._before.name if self._before is not None else ""
        return self.name.text() != kept or self._born_words() != self._kept_born()

    def _born_words(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in self.born.values())

    def _kept_born(self) -> tuple[str, ...]:
        born = self._before.born if self._before is not None else None
        return (str(born.day), str(born.month), f"{born.year:04d}") if born else ("", "", "")

    @Slot()
    def _on_edited(self) -> None:
        self.save.setEnabled(True)

    @Slot()
    def _on_save(self) -> None:
        self.hush()
        try:
            born = read_born(*(field.text() for field in self.born.values()))
        except ValueError:
            self._refuse("settings.born_wrong")
            return
        if born is not None and born > self._store.today():
            self._refuse("settings.born_ahead")
            return
        before = self._before if self._before is not None else Person(uid=self._store.make_uid())
        after = replace(before, name=self.name.text().strip(), born=born)
        try:
            self._store.save([Replace(before=self._before, after=after)], text=say("settings.you"))
        except ConflictError as error:
            # What is typed stays; saving it again then replaces what was written elsewhere.
            self._before = error.current if isinstance(error.current, Person) else None
            self.tell_problem(error)
            return
        except DiaryError as error:
            self.tell_problem(error)
            return
        self.save.setEnabled(False)
        self.refresh()
        self.tell(say("settings.you_saved"))

    def _refuse(self, key: str) -> None:
        self.tell(say(key), "problem")
        self.born["day"].setFocus(Qt.FocusReason.OtherFocusReason)
