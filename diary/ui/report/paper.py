"""The paper of a report, and what its file says and asks: size, large print, properties, password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from diary.exchange.report.choices import Paper
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.report.contents import Tick
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from diary.models.records import Person

MOST_BYTES = 127
"""A PDF takes no longer password in UTF-8."""


class PasswordFields(QWidget):
    """Two fields for one password; what is wrong with it stands under them."""

    def __init__(self) -> None:
        super().__init__()
        self.first = QLineEdit()
        self.second = QLineEdit()
        self.show_words = Button(say("consult.password_show"), kind="small")
        self.problem = Label("", "note", "problem_ink", wrap=True)
        self._announcer = Announcer(self)
        self._told = False
        self._build()

    def _build(self) -> None:
        names = (say("consult.password"), say("consult.password_again"))
        labels = []
        for edit, name in zip((self.first, self.second), names, strict=True):
            edit.setAccessibleName(name)
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._on_typed)
            labels.append(Label(name, "note", "quiet"))
            labels[-1].setBuddy(edit)
        self.problem.hide()
        self.show_words.clicked.connect(self._on_show)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for row, (label, edit) in enumerate(zip(labels, (self.first, self.second), strict=True)):
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(edit, 2 * row + 1, 0)
        grid.addWidget(self.show_words, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.problem)
        for words in (
            say("consult.password_lost"),
            say("consult.password_only"),
            say("consult.password_kept"),
        ):
            column.addWidget(Label(words, "note", "quiet", wrap=True))

    def wrong(self) -> str:
        """What is wrong with the password, in words; "" where nothing is."""
        if not self.first.text():
            return say("consult.password_empty")
        if len(self.first.text().encode("utf-8", "surrogatepass")) > MOST_BYTES:
            return say("consult.password_long")
        return "" if self.first.text() == self.second.text() else say("consult.password_differs")

    def tell(self) -> bool:
        """Say beside the fields what is wrong, and go there; whether anything is."""
        words = self.wrong()
        self._told = bool(words)
        self._show_problem(words)
        if words:
            field = self.first if words != say("consult.password_differs") else self.second
            field.setAccessibleDescription(words)
            field.setFocus()
            self._announcer.announce(words, urgent=True)
        return bool(words)

    def clear(self) -> None:
        """Forget what was typed."""
        self._told = False
        self.first.clear()
        self.second.clear()
        self._show_problem("")
        self._show_typed(False)

    def _show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        for edit in (self.first, self.second):
            edit.setAccessibleDescription("")

    @Slot()
    def _on_typed(self) -> None:
        """What was said to be wrong goes as soon as it is right."""
        if self._told:
            self._show_problem(self.wrong())

    @Slot()
    def _on_show(self) -> None:
        self._show_typed(self.first.echoMode() is QLineEdit.EchoMode.Password)

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for edit in (self.first, self.second):
            edit.setEchoMode(mode)
        self.show_words.set_words(say("consult.password_hide") if shown else say("consult.password_show"))


class PaperChoices(Card):
    """Paper, large print, the name in the file, and a password for it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("consult.paper_card"))
        sizes = [(str(one), say(f"consult.paper.{one}")) for one in Paper]
        self.paper = SegmentedChoice(say("consult.paper_card"), sizes, Paper.A4)
        self._large = Tick(say("consult.large"), say("consult.large_about"))
        self._author = Tick(say("consult.author"), say("consult.author_about"))
        self._locked = Tick(say("consult.lock"))
        self.password = PasswordFields()
        self._is_card = False
        self._has_name = False
        for part in (self.paper, self._large, self._author, self._locked, self.password):
            self.add(part)
        self.password.hide()
        self._author.hide()
        self.paper.changed.connect(self.changed)
        self.large_print.toggled.connect(self.changed)
        self.with_author.toggled.connect(self.changed)
        self.locked.toggled.connect(self._on_locked)

    @property
    def large_print(self) -> QCheckBox:
        """Larger letters on two pages."""
        return self._large.box

    @property
    def with_author(self) -> QCheckBox:
        """Puts the name into the properties of the file."""
        return self._author.box

    @property
    def locked(self) -> QCheckBox:
        """Asks for a password."""
        return self._locked.box

    def refresh(self, person: Person | None) -> None:
        """Offer the name for the properties only where there is one."""
        self._has_name = person is not None and bool(person.name.strip())
        self._author.setVisible(self._has_name and not self._is_card)

    def show_for_card(self, is_card: bool) -> None:
        """The emergency card has one size of letters, and no name in its properties."""
        self._is_card = is_card
        self._large.setVisible(not is_card)
        self._author.setVisible(self._has_name and not is_card)

    @Slot(bool)
    def _on_locked(self, on: bool) -> None:
        self.password.setVisible(on)
        if on:
            self.password.first.setFocus()
        else:
            self.password.clear()
