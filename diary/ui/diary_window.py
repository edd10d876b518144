"""The window of one diary: its pages, what leads from one to the other, and what the diary says to all."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from diary.errors import DiaryError
from diary.store.store import Store
from diary.ui.asides import Asides
from diary.ui.help import keys
from diary.ui.page import Page
from diary.ui.parts.message import InlineMessage
from diary.ui.theme import Theme
from diary.ui.today.page import TodayPage
from diary.ui.today.waiting import is_new
from diary.ui.window import DONE, MainWindow
from diary.wording import say

if TYPE_CHECKING:
    from diary.storage.diary import Diary
    from diary.ui.closed_page import ClosedPage
    from diary.ui.help.page import HelpPage
    from diary.ui.today.pain_now import PainNowPage

FILE, CLOSING = "file", "closing"
"""What messages are about that tell of the diary's file, and of closing the window."""
NOTICES_MS = 300
"""What Today asks for quietly is looked up so long after Today is read."""
READY_MS = 1500
"""What the first stroke needs is loaded so long after Today is read: showing and typing go first."""


class DiaryWindow(MainWindow):
    """All pages over one store; each is built when it is first opened."""

    own_diary_requested = Signal()
    other_file_requested = Signal()

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__(theme, store.looks.kept)
        self.store = store
        self._help: HelpPage | None = None
        self._pain_now: PainNowPage | None = None
        self._closed_page: ClosedPage | None = None
        self._may_lose = False
        self._close_when_read = False
        self._ready_to_draw = False
        self._troubles: dict[str, InlineMessage] = {}
        self._build_asides()
        self._build_pages()
        self._build_keys()
        store.trouble.connect(self._on_trouble)
        store.saved.connect(self._on_saved)
        store.turned.connect(self._on_turned)
        store.opened.connect(self._on_opened)
        self.help_requested.connect(self.open_help)
        self.pain_now_requested.connect(self.open_pain_now)
        self.open_page("today")

    def _build_pages(self) -> None:
        self.add_page("today", "today", say("window.today"), self._make_today)
        self.add_page("history", "history", say("window.history"), self._make_history)
        self.add_page("trends", "trends", say("window.trends"), self._make_trends)
        self.add_page("body", "body", say("window.body"), self._make_body)
        self.add_page("treatments", "treatments", say("window.treatments"), self._make_treatments)
        self.add_page("story", "story", say("window.story"), self._make_story)
        self.add_page("report", "report", say("window.report"), self._make_report)
        self.add_page("settings", "settings", say("window.settings"), self._make_settings)

    def _build_asides(self) -> None:
        self.asides = Asides(self.store, self._joined, self)
        self.asides.wanted.connect(self.show_aside)
        self.asides.left.connect(self.close_aside)
        self.asides.told.connect(self._on_told)
        self.asides.undoable.connect(self._on_undoable)
        self.asides.help_requested.connect(self.open_help)

    def _build_keys(self) -> None:
        self._undo_key = QShortcut(QKeySequence(keys.UNDO), self)
        self._redo_key = QShortcut(QKeySequence(keys.REDO), self)
        self._now_key = QShortcut(QKeySequence(keys.PAIN_NOW), self)
        self._one_key = QShortcut(QKeySequence(keys.ONE_QUESTION), self)
        self._one_key.activated.connect(self._on_one_question)
        # A text with the focus takes Ctrl+Z for its typing before the window hears of it.
        self._undo_key.activated.connect(self.store.undo_stack.undo)
        self._redo_key.activated.connect(self.store.undo_stack.redo)
        self._now_key.activated.connect(self.open_pain_now)

    # --- pages

    def _joined(self, page: Page) -> Page:
        page.announced.connect(self.announcer.announce)
        return page

    def _make_today(self) -> QWidget:
        page = TodayPage(self.store)
        page.moment_requested.connect(self._on_moment_requested)
        page.record_requested.connect(self.asides.open_record)
        page.one_question_requested.connect(self._on_one_question)
        page.settled.connect(self._on_today_read, Qt.ConnectionType.QueuedConnection)
        return self._joined(page)

    def _make_history(self) -> QWidget:
        from diary.ui.history.page import HistoryPage

        page = HistoryPage(self.store)
        page.edit_requested.connect(self.open_entry)
        page.record_requested.connect(self.asides.open_record)
        page.erase_requested.connect(self.asides.open_erase)
        return self._joined(page)

    def _make_trends(self) -> QWidget:
        from diary.ui.trends.page import TrendsPage

        page = TrendsPage(self.store)
        page.today_requested.connect(self.open_today)
        page.day_requested.connect(self._on_history_day)
        return self._joined(page)

    def _make_body(self) -> QWidget:
        from diary.ui.body_page.page import BodyPage

        page = BodyPage(self.store)
        page.today_requested.connect(self.open_today)
        page.day_requested.connect(self._on_history_day)
        return self._joined(page)

    def _make_treatments(self) -> QWidget:
        from diary.ui.treatments.page import TreatmentsPage

        page = TreatmentsPage(self.store)
        page.record_requested.connect(self.asides.open_record)
        return self._joined(page)

    def _make_story(self) -> QWidget:
        from diary.ui.story.page import StoryPage

        page = StoryPage(self.store)
        page.record_requested.connect(self.asides.open_record)
        page.questionnaire_requested.connect(self.asides.open_questionnaire)
        return self._joined(page)

    def _make_report(self) -> QWidget:
        from diary.ui.report.page import ReportPage

        page = ReportPage(self.store)
        page.record_requested.connect(self.open_today)
        page.paper_requested.connect(self.asides.open_paper)
        return self._joined(page)

    def _make_settings(self) -> QWidget:
        from diary.ui.settings.page import SettingsPage

        page = SettingsPage(self.store, self.theme)
        page.erase_requested.connect(self.asides.open_erase)
        return self._joined(page)

    @property
    def today(self) -> TodayPage:
        """The page Today."""
        page = self.page("today")
        assert isinstance(page, TodayPage)  # _make_today makes no other
        return page

    @Slot()
    def open_today(self) -> None:
        """Shows Today."""
        self.open_page("today")

    @Slot(object)
    def _on_history_day(self, day: date) -> None:
        from diary.ui.history.page import HistoryPage

        self.open_page("history")
        page = self.page("history")
        if isinstance(page, HistoryPage):
            page.show_day(day)

    @Slot(object, str)
    def open_entry(self, day: date, moment_uid: str) -> None:
        """Opens a day's form, or the form of one moment where a uid is given."""
        if moment_uid:
            page = self._pain_now_page()
            self.show_aside(page)
            page.edit(moment_uid)
        else:
            self.open_page("today")
            self.today.open_day(day)

    @Slot(str)
    def _on_moment_requested(self, uid: str) -> None:
        if is_new(uid):
            page = self._pain_now_page()
            self.show_aside(page)
            page.resume(uid)
        else:
            self.open_entry(self.today.day, uid)

    @Slot()
    def open_pain_now(self) -> None:
        """Shows the form for a moment of pain."""
        if self._closed_page is not None and not self.store.is_open:
            return
        page = self._pain_now_page()
        self.show_aside(page)
        page.begin()

    def _pain_now_page(self) -> PainNowPage:
        if self._pain_now is None:
            from diary.ui.today.pain_now import PainNowPage

            self._pain_now = PainNowPage(self.store)
            self._pain_now.moment_saved.connect(self._on_moment_saved)
            self._pain_now.done.connect(self.close_aside)
            self._joined(self._pain_now)
        return self._pain_now

    @Slot(str)
    def _on_moment_saved(self, words: str) -> None:
        """Says so on the page one comes back to; Today says it beside its Save, if that is in sight."""
        if self.back_to != "today" or not self.today.shows_save:
            self._on_undoable(words)

    @Slot(str)
    def _on_undoable(self, words: str) -> None:
        """Says what was done, with the way to take it back."""
        message = self.show_message(words, action=say("window.undo"), about=DONE)
        message.acted.connect(self.store.undo_stack.undo)

    @Slot(str)
    def _on_told(self, words: str) -> None:
        """Says what was done, where nothing can be taken back by one press."""
        self.show_message(words, about=DONE)

    @Slot()
    def open_help(self) -> None:
        """Shows Get help, where the page in sight leads to; going there is noted nowhere."""
        section = self.asides.help_section
        if self._help is None:
            from diary.ui.help.page import HelpPage

            self._help = HelpPage()
            self._help.closed.connect(self.close_aside)
        self.show_aside(self._help)
        if section:
            self._help.show_section(section)

    # --- what the diary says

    @Slot(object)
    def _on_trouble(self, error: DiaryError) -> None:
        if not self.store.is_open:
            self._show_closed(error)
            return
        words = str(error)
        if words not in self._troubles or self._troubles[words] not in self.messages:
            self._troubles[words] = self.show_message(words, "problem")

    def _show_closed(self, error: DiaryError) -> None:
        """The diary could not be opened: says why in the place of all pages, and offers ways out."""
        if self._closed_page is None:
            from diary.ui.closed_page import ClosedPage

            self._closed_page = ClosedPage()
            self._closed_page.other_requested.connect(self.other_file_requested)
            self._closed_page.again_requested.connect(self._on_again)
        self.rail.set_pages_enabled(enabled=False)
        self.show_aside(self._closed_page)
        self._closed_page.show_problem(error, str(self.store.path))

    @Slot()
    def _on_again(self) -> None:
        self.store.open()

    @Slot(str)
    def _on_saved(self, words: str) -> None:
        self.close_about(DONE)
        self.announcer.announce(say("window.said_saved", what=words))

    @Slot(str, bool)
    def _on_turned(self, words: str, undone: bool) -> None:
        """Says what was undone or brought back, wherever that can be seen, and how to turn it again."""
        key, action = ("window.undone", "window.redo") if undone else ("window.redone", "window.undo")
        message = self.show_message(say(key, what=words.rstrip(".")), action=say(action), about=DONE)
        stack = self.store.undo_stack
        message.acted.connect(stack.redo if undone else stack.undo)

    @Slot()
    def _on_opened(self) -> None:
        self.theme.learn_scripts()
        if self._closed_page is not None:
            self.rail.set_pages_enabled(enabled=True)
            self.close_aside()
        self.set_sample(self.store.is_sample)
        if self.store.is_sample:
            message = self.show_message(say("window.sample_told"), action=say("window.own_diary"), about=FILE)
            message.acted.connect(self.own_diary_requested)
        elif self.store.read_only:
            self.show_message(say("today.read_only"), about=FILE)

    @Slot()
    def _on_today_read(self) -> None:
        if self._close_when_read:
            self.close()
        elif self.store.is_open and not self._ready_to_draw:
            self._ready_to_draw = True
            QTimer.singleShot(NOTICES_MS, self, self._host_notices)
            QTimer.singleShot(READY_MS, self, self._make_ready)

    @Slot()
    def _host_notices(self) -> None:
        """What asks quietly, reminds, or says who is writing comes once Today's form is there."""
        if not self.store.is_open:
            return
        from diary.ui.reminders.reminding import attach_reminders
        from diary.ui.today.notices import Notices
        from diary.ui.writers.strip import WriterStrip
        from diary.ui.writers.unsaved import UnsavedTyping

        self._writer = WriterStrip(self.store, self)
        self.add_strip(self._writer)
        self._unsaved = UnsavedTyping(self.store, self)
        self._reminding = attach_reminders(self)
        notices = Notices(self.store, self.today)
        notices.flare_requested.connect(self._on_flare_requested)
        notices.questionnaire_requested.connect(self.asides.open_questionnaire)
        notices.room_changed.connect(self.today.refit)
        self.today.content.insertWidget(0, notices)
        self.today.refit()

    @Slot()
    def _on_one_question(self) -> None:
        if self.store.is_open:
            self.close_about(DONE)  # what it said last time is no news
            self.asides.open_one_question(self.today.hand_over())

    @Slot(str)
    def _on_flare_requested(self, uid: str) -> None:
        self.open_entry(self.today.day, uid)

    @Slot()
    def _make_ready(self) -> None:
        if self.store.is_open:
            self.store.run(_make_ready, _nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from Pain now, where nothing in it wanted the key."""
        now = self._pain_now
        if now is not None and now.isVisible() and event.matches(QKeySequence.StandardKey.Cancel):
            now.leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is typed, folds the file into one, and remembers size and place."""
        if self.today.dirty and not self.store.is_open and self._closed_page is None:
            self._close_when_read = True  # a moment, until what was typed can be kept in the file
            event.ignore()
            return
        for form in (self.today, self._pain_now):
            if form is not None:
                form.body.finish_typing()
                form.typing.keep_now()
        self.asides.keep_now()
        if self.store.holds_typing and not self._may_lose:
            words, act = say("window.close_loses"), say("window.close_anyway")
            message = self.show_message(words, "problem", action=act, about=CLOSING)
            message.acted.connect(self._on_close_anyway)
            event.ignore()
            return
        with suppress(DiaryError):
            # What was saved stays beside the file, in its log; the next opening folds it in.
            self.store.close()
        super().closeEvent(event)

    @Slot()
    def _on_close_anyway(self) -> None:
        self._may_lose = True
        self.close()


def _make_ready(_diary: Diary) -> None:
    from diary.anatomy.neighbours import parts_beside
    from diary.anatomy.painted import make_ready

    make_ready()
    parts_beside("foot", "L")


def _nothing(_made: None) -> None:
    """Nobody waits for it."""
