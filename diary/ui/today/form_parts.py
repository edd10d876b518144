"""What stands on Today and Pain now: the body beside the questions, the note and Save."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.help import keys
from diary.ui.page import Page
from diary.ui.parts.columns import Columns
from diary.ui.today.body_card import BodyCard
from diary.ui.today.figure_room import give_room
from diary.ui.today.lasting import lasting_places
from diary.ui.today.measures_form import TIMES, MeasuresForm
from diary.ui.today.note import NOTE, NoteCard
from diary.ui.today.said import Said
from diary.ui.today.save_row import SaveRow

BODY, MEASURES = 640, 496
"""Widths of the two columns in px at 100 %, as a ratio."""
WIDE = 1500
"""Widest content, px at 100 %: the figure grows with the window."""
FOLDED = "today.folded"
"""Under this name the looks keep which sections are folded, with commas between."""


class FormParts(Page):
    """The widgets of a form, their places, and what it says above itself."""

    widest = WIDE

    def _build_form(self, save_words: str, note_words: str, *, whole_day: bool) -> None:
        looks = self.store.looks
        folded = self.folded
        self.said = Said()
        self.body = BodyCard(self.store.make_uid, looks, whole_day=whole_day)
        self.body.tabs.sites = partial(lasting_places, self.store)
        self.measures = MeasuresForm(looks.help_closed, folded)
        self.note_card = NoteCard(note_words, looks, folded=NOTE in folded)
        self.note = self.note_card.note
        self.save_row = SaveRow(save_words)
        self.right = QWidget()
        self._right_column = QVBoxLayout(self.right)
        self._save_key = self._key(keys.SAVE)
        self._confirm_key = self._key(keys.CONFIRM)
        self._confirm_all_key = self._key(keys.CONFIRM_ALL)
        self._find_key = self._key(keys.SEARCH)
        self.measures.help_closed.connect(looks.close_help)
        self.measures.turned.connect(self._on_section)
        self.note_card.turned.connect(self._on_section)
        self.said.changed.connect(self._on_said)
        self._find_key.activated.connect(self.body.views.find_place)
        self._confirm_key.activated.connect(self.body.confirm_selected)
        self._confirm_all_key.activated.connect(self.body.confirm_every)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(8)
        self._right_column.addWidget(self.measures)
        self._right_column.addWidget(self.note_card, 100)
        self._right_column.addWidget(self.save_row)
        self._right_column.addStretch(1)
        columns = [self.body, self.right]
        self.columns = Columns(columns, [BODY, MEASURES], least=1000, last_first=not whole_day)
        self.add(self.said)
        self.add(self.columns, 1)
        self.restyle()

    def _key(self, keys_of: str) -> QShortcut:
        key = QShortcut(QKeySequence(keys_of), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return key

    def add_above_note(self, card: QWidget) -> None:
        """Hosts a card of one's own between the questions and the note."""
        self._right_column.insertWidget(self._right_column.indexOf(self.note_card), card)

    def restyle(self) -> None:
        """Keep the note two lines high at the text size."""
        super().restyle()
        if hasattr(self, "note"):
            self.note.setMinimumHeight(self.theme.metrics("body").lineSpacing() * 2 + self.theme.px(8))

    # --- sections

    @property
    def folded(self) -> frozenset[str]:
        """The names of the sections that are folded on this computer."""
        return frozenset(one for one in self.store.looks.value(FOLDED, TIMES).split(",") if one)

    @Slot(str, bool)
    def _on_section(self, name: str, folded: bool) -> None:
        """Remembers what was folded or opened; it changes no answer."""
        now = self.folded | {name} if folded else self.folded - {name}
        self.store.looks.set_value(FOLDED, ",".join(sorted(now)))
        self.refit()

    # --- saying and asking

    def tell(self, words: str, kind: str = "info") -> None:
        """Says something above the form; it stays until closed or until the next save."""
        self.said.tell(words, kind)

    def ask(self, words: str, choices: list[tuple[str, str]], kind: str = "info") -> None:
        """Asks something above the form; `answer` hears the key."""
        self.said.ask(words, choices, kind)

    @Slot()
    def _on_said(self) -> None:
        self.refit()

    def refit(self) -> None:
        """Gives the body its room anew."""
        give_room(self)

    @property
    def asking(self) -> QWidget | None:
        """The message or question above the form, if any."""
        return self.said.now
