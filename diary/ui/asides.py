"""The pages without a place in the rail: forms of single records, questionnaires, erasing, one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.codes import Noun
from diary.store.store import Store
from diary.ui.page import Page

if TYPE_CHECKING:
    from diary.ui.erase.page import ErasePage
    from diary.ui.forms.record_page import RecordPage
    from diary.ui.one_question.page import OneQuestionPage
    from diary.ui.paper.page import PaperPage
    from diary.ui.questionnaires.page import QuestionnairePage

P = TypeVar("P", bound=Page)

OF_MOOD, HARM = ("phq4",), "harm"
"""Questionnaires of mood and worry, and the section of Get help they lead to."""


class Asides(QObject):
    """Builds each page when it is first wanted; the window shows what `wanted` brings and hears `left`."""

    wanted = Signal(object)
    left = Signal()
    told = Signal(str)
    """Words to stand above the page that one comes back to."""
    undoable = Signal(str)
    """The same, of something that one press brings back."""
    help_requested = Signal()

    def __init__(self, store: Store, join: Callable[[Page], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._join = join
        self._pages: dict[str, Page] = {}
        store.author_changed.connect(self._on_author_changed)

    def keep_now(self) -> None:
        """Keeps what is typed in a form this moment, before the window closes."""
        page = self._pages.get("record")
        if page is not None and self._store.is_open:
            cast("RecordPage", page).drafting.keep_now()

    @property
    def help_section(self) -> str:
        """The section of Get help that the page in sight leads to; "" for its beginning."""
        page = self._pages.get("questionnaire")
        sheet = None if page is None or not page.isVisible() else cast("QuestionnairePage", page).sheet
        return HARM if sheet is not None and sheet.asked.code in OF_MOOD else ""

    def _page(self, name: str, make: Callable[[], P]) -> P:
        if name not in self._pages:
            page = make()
            self._pages[name] = page
            self._join(page)
        return cast("P", self._pages[name])

    @Slot()
    def _on_author_changed(self) -> None:
        """Another person writes: a form that is open, and one under it, hold what somebody else typed."""
        if any(page.isVisible() for page in self._pages.values()):
            self.left.emit()
            self.left.emit()

    @Slot(object, str, object)
    def open_record(self, noun: Noun, uid: str, preset: Mapping[str, object]) -> None:
        """Opens the form of a record, or of a new one with `preset`; a questionnaire its own form."""
        if noun is Noun.RESPONSE:
            self.edit_questionnaire(uid)
            return
        page = self._page("record", self._make_record)
        self.wanted.emit(page)
        if uid:
            page.edit(noun, uid, preset or {})
        else:
            page.begin(noun, preset or {})

    def _make_record(self) -> RecordPage:
        from diary.ui.forms.record_page import RecordPage

        page = RecordPage(self._store)
        page.done.connect(self.left)
        page.deleted.connect(self.undoable)
        page.record_requested.connect(self.open_record)
        page.erase_requested.connect(self.open_erase)
        return page

    @Slot(str)
    def open_questionnaire(self, code: str) -> None:
        """Opens a questionnaire to be filled in."""
        page = self._page("questionnaire", self._make_questionnaire)
        self.wanted.emit(page)
        page.begin(code)

    def edit_questionnaire(self, uid: str) -> None:
        """Opens a questionnaire that was filled in."""
        page = self._page("questionnaire", self._make_questionnaire)
        self.wanted.emit(page)
        page.edit(uid)

    def _make_questionnaire(self) -> QuestionnairePage:
        from diary.ui.questionnaires.page import QuestionnairePage

        page = QuestionnairePage(self._store)
        page.done.connect(self.left)
        page.help_requested.connect(self.help_requested)
        page.deleted.connect(self.undoable)
        return page

    @Slot(object, str)
    def open_erase(self, noun: Noun, uid: str) -> None:
        """Opens what of a record can be erased for good."""
        page = self._page("erase", self._make_erase)
        self.wanted.emit(page)
        page.begin(noun, uid)

    def _make_erase(self) -> ErasePage:
        from diary.ui.erase.page import ErasePage

        page = ErasePage(self._store)
        page.done.connect(self._on_erased)
        return page

    @Slot(str)
    def _on_erased(self, words: str) -> None:
        self.left.emit()
        record = self._pages.get("record")
        if words and record is not None and record.isVisible():
            self.left.emit()  # the form it was opened from shows what is no more
        if words:
            self.told.emit(words)

    def open_one_question(self, day: date | None) -> None:
        """Opens a day one question at a time; today unless one is named."""
        page = self._page("one", self._make_one_question)
        self.wanted.emit(page)
        page.begin(day)

    def _make_one_question(self) -> OneQuestionPage:
        from diary.ui.one_question.page import OneQuestionPage

        page = OneQuestionPage(self._store)
        page.done.connect(self.left)
        page.told.connect(self.told)
        return page

    @Slot()
    def open_paper(self) -> None:
        """Opens the grid in which days from paper are typed in."""
        page = self._page("paper", self._make_paper)
        self.wanted.emit(page)
        page.begin()

    def _make_paper(self) -> PaperPage:
        from diary.ui.paper.page import PaperPage

        page = PaperPage(self._store)
        page.done.connect(self.left)
        return page
