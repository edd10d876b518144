"""Who writes here: helpers by name and role, and who of them writes in this window now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import AuthorRole, Verb
from diary.models.records import Author, Replace
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.settings.card import SettingsCard
from diary.ui.writers.words import writer_words
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store

ROLES = (AuthorRole.PARTNER, AuthorRole.CARER)


class WriterRow(QWidget):
    """One who may write: a button to write as them, and one to take them off the list."""

    def __init__(self, author: Author, *, writes: bool, removable: bool) -> None:
        super().__init__()
        self.author = author
        name = writer_words(author)
        self.words = Label(name, "strong" if writes else "body", wrap=True)
        helper = author.role is not AuthorRole.SELF
        key = "writer.writes_now" if writes else "writer.write_as" if helper else "writer.back"
        self.write_as = Button(say(key), kind="small")
        self.write_as.setAccessibleName(say("writer.named_button", words=self.write_as.text(), name=name))
        self.write_as.setEnabled(not writes)
        self.remove = Button(say("writer.remove"), kind="small")
        self.remove.setAccessibleName(say("writer.named_button", words=self.remove.text(), name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.remove)
        row.addWidget(self.write_as)
        self.remove.setVisible(removable)


class WritersCard(SettingsCard):
    """The list stays with the diary; who writes now is for this window, until it is closed."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("writer.card"), say("writer.card_about"), parent=parent)
        self._store = store
        self.rows: dict[str, WriterRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.name = QLineEdit()
        self.name.setAccessibleName(say("writer.name"))
        roles = [(str(role), say(f"writer.role.{role}")) for role in ROLES]
        self.role = SegmentedChoice(say("writer.role"), roles, str(AuthorRole.PARTNER))
        self.add_button = Button(say("writer.add"), "plus", "small")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name.returnPressed.connect(self.add_button.click)
        self.add_button.clicked.connect(self._on_add)
        store.author_changed.connect(self._on_author_changed)
        self.add(self._list)
        self.add(self._build_new())
        self.add(Label(say("writer.until_closed"), "note", "quiet", wrap=True))
        self.restyle()

    def _build_new(self) -> QWidget:
        new = QWidget()
        flow = FlowLayout(new, gap=8, line_gap=8)
        for widget in (Label(say("writer.name")), self.name, self.role, self.add_button):
            flow.addWidget(widget)
        return new

    def restyle(self) -> None:
        """Keep the field as wide as a name."""
        super().restyle()
        if hasattr(self, "name"):
            self.name.setFixedWidth(self.theme.px(180))

    def refresh(self) -> None:
        """Show who may write, and who does."""
        from diary.storage import author_queries, queries

        authors = self._store.ask(queries.authors)
        wrote = self._store.ask(author_queries.wrote)
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        writable = not self._store.read_only
        for author in sorted(authors.values(), key=_self_first):
            helper = author.role is not AuthorRole.SELF
            writes = author.uid == self._store.author
            free = helper and not writes and author.uid not in wrote
            row = WriterRow(author, writes=writes, removable=free and writable)
            row.write_as.setEnabled(writable and not writes)
            row.write_as.clicked.connect(self._on_write_as)
            row.remove.clicked.connect(self._on_remove)
            self.rows[author.uid] = row
            self._list.addWidget(row)
        for field in (self.name, self.role, self.add_button):
            field.setEnabled(writable)

    def _pressed(self) -> WriterRow:
        button = self.sender()
        assert isinstance(button, Button)  # both slots hear the buttons of rows alone
        row = button.parentWidget()
        assert isinstance(row, WriterRow)
        return row

    @Slot()
    def _on_write_as(self) -> None:
        self.hush()
        self._store.set_author(self._pressed().author.uid)

    @Slot()
    def _on_author_changed(self) -> None:
        if self.rows:
            self.refresh()

    @Slot()
    def _on_add(self) -> None:
        self.hush()
        name = self.name.text().strip()
        if not name:
            self.tell(say("writer.name_first"), "problem")
            self.name.setFocus()
            return
        author = Author(uid=self._store.make_uid(), role=AuthorRole(self.role.value or ROLES[0]), name=name)
        words = say("writer.added", name=writer_words(author))
        if self._change(Replace(before=None, after=author), words, Verb.SAVE):
            self.name.clear()

    @Slot()
    def _on_remove(self) -> None:
        author = self._pressed().author
        words = say("writer.removed", name=writer_words(author))
        self._change(Replace(before=author, after=None), words, Verb.DELETE)

    def _change(self, step: Replace, words: str, verb: Verb) -> bool:
        self.hush()
        try:
            self._store.save([step], text=words, verb=verb)
        except DiaryError as error:
            self.tell_problem(error)
            return False
        self.refresh()
        self.tell(words)
        return True


def _self_first(author: Author) -> tuple[bool, str]:
    return (author.role is not AuthorRole.SELF, author.name.casefold())
