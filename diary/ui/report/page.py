"""The Report page: choose what goes in, see the pages beside it, give them, find what was given."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.exchange.report.choices import Annex, Audience, Paper, ReportChoices, preset
from diary.models.codes import Noun, Verb
from diary.models.records import Replace
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.empty_state import EmptyState
from diary.ui.report.audience import AudienceCard
from diary.ui.report.contents import ContentsCard
from diary.ui.report.given import GivenCard
from diary.ui.report.giving import Giving
from diary.ui.report.messages import Messages
from diary.ui.report.panes import Pane, Sides
from diary.ui.report.paper import PaperChoices
from diary.ui.report.paper_card import PaperCard
from diary.ui.report.period import PeriodCard
from diary.ui.report.preview import Preview
from diary.ui.report.previewing import Previewing
from diary.ui.report.private import PrivateCard
from diary.ui.report.readings import Readings
from diary.ui.report.remembered import CHOICES_SETTING, TOLD_SETTING, as_kept, to_keep
from diary.ui.report.span import facts, notes_of
from diary.ui.report.waiting import Waiting
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Changes, GivenReport
    from diary.store.store import Store
    from diary.ui.report.making import Made

SOON_MS = 80
"""Changes that follow one another this fast are one new preview."""

LEAST_TALL = 360
"""The panes are at least this tall, px at 100 %."""

_NOT_TOLD = frozenset((Noun.GIVEN_REPORT, Noun.GIVEN_EXPORT))
"""Nouns that no page of a report tells of."""


class ReportPage(Page):
    """A report, or the emergency card, made from the diary of now."""

    record_requested = Signal()
    paper_requested = Signal()
    """Days from paper are to be typed in."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("report.page_title"))
        self.readings = Readings()
        self.audience = AudienceCard()
        self.period = PeriodCard()
        self.contents = ContentsCard()
        self.private = PrivateCard()
        self.paper = PaperChoices()
        self.given = GivenCard()
        self.preview = Preview()
        self.preview_waiting = Waiting(can_cancel=False)
        self.previewing = Previewing(store, self.readings, self.preview, self.preview_waiting, self)
        self.giving = Giving(store, self.readings, self)
        self.copy_text = Button(say("consult.copy_text"))
        self.copy = Button(say("consult.copy"), "copy")
        self.print = Button(say("report.print"), "print")
        self.save = Button(say("report.save_pdf"), "save", "primary")
        self.messages = Messages()
        self.empty = EmptyState(
            say("report.empty_title"), say("report.empty_sentence"), say("report.empty_action")
        )
        self.blank, self.blank_alone = PaperCard(store), PaperCard(store)
        self._shown: Made | None = None
        self._remembered: dict[str, Any] | None = None
        self._noting = False
        self._make_soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.audience.chosen.connect(self._on_audience)
        self.period.changed.connect(self._on_period)
        for card in (self.audience, self.contents, self.private, self.paper):
            card.changed.connect(self._make_soon.start)
        self.preview.resized.connect(self._on_resized)
        self._make_soon.timeout.connect(self._make)
        self.previewing.showed.connect(self._on_shown)
        self.previewing.refused.connect(self._on_not_made)
        self.print.setShortcut(QKeySequence.StandardKey.Print)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.copy.clicked.connect(self._on_copy)
        self.copy_text.clicked.connect(self._on_copy_text)
        self.given.save_requested.connect(self.giving.save_again)
        self.given.delete_requested.connect(self._on_delete)
        for blank in (self.blank, self.blank_alone):
            blank.told.connect(self._on_blank)
            blank.type_in_requested.connect(self.paper_requested)
        self.giving.began.connect(self._on_giving)
        self.giving.gave.connect(self._on_gave)
        self.giving.refused.connect(self._on_refused)
        self.giving.cancelled.connect(self._on_cancelled)
        self.giving.not_kept.connect(self._on_not_kept)
        self.messages.cancelled.connect(self.giving.cancel)
        self.messages.undo_requested.connect(self.store.undo_stack.undo)
        self.messages.warned.connect(self._on_warned)
        self.empty.acted.connect(self.record_requested)

    def _build(self) -> None:
        sheet = Card(say("report.preview"))
        sheet.header.addWidget(self.preview_waiting)
        sheet.add(self.preview, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        choosing = (self.audience, self.period, self.contents, self.private, self.paper)
        for card in (*choosing, self.blank, self.given):
            column.addWidget(card)
        column.addStretch(1)
        self.pane = Pane(left)
        self._columns = Sides([self.pane, sheet], [420, 700], least=900)
        self._columns.turned.connect(self._fit)
        for button in self._givers:
            self.add_to_header(button)
        self.add(self.messages)
        self.add(self.empty)
        self.add(self.blank_alone)
        self.add(self._columns, 1)
        self.empty.hide()
        self._show_parts(self.store.is_open and self.store.ask(facts, self.store.today()) is not None)

    @property
    def _givers(self) -> tuple[Button, ...]:
        return (self.copy_text, self.copy, self.print, self.save)

    # --- what the diary holds

    @property
    def _busy(self) -> bool:
        return self.previewing.busy or self._make_soon.isActive()

    def is_complete(self) -> bool:
        """Whether the preview shows the pages of now."""
        return super().is_complete() and self._shown is not None and not self._busy

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """What was read before is no longer what the diary holds."""
        if self._noting:
            return
        if not changes.nouns or changes.nouns - _NOT_TOLD:
            self.readings.forget()
        super()._on_changed(changes)

    def _refresh(self) -> None:
        found = self.store.ask(facts, self.store.today())
        self.empty.setVisible(found is None)
        self._show_parts(found is not None)
        if found is None:
            return
        if self._remembered is None:
            self._take_remembered()
        self.period.refresh(found.marks)
        self.private.refresh(found.person)
        self.paper.refresh(found.person)
        self.contents.offer_nerves(found.nerve_areas)
        self.contents.tell_questions(found.questions)
        self.given.refresh(found.given, read_only=self.store.read_only)
        self.blank.refresh()
        self.messages.warning.setVisible(not self.store.setting(TOLD_SETTING, False))
        self._show_notes()
        self._fit()
        self._make_soon.start()

    def _take_remembered(self) -> None:
        choices, period = as_kept(self.store.setting(CHOICES_SETTING, None))
        self._remembered = to_keep(choices, period)
        self.period.want(period)
        self.audience.to.setText(choices.to)
        self.contents.show_chosen(choices.parts, choices.annex)
        self.paper.paper.set_value(choices.paper)
        self.paper.large_print.setChecked(choices.large_print)
        self._show_audience(choices.audience)

    def _remember(self) -> None:
        """Keep the choices for another time, as far as they can be kept; nothing hangs on it."""
        if self._remembered is None or not self.store.is_open or self.store.read_only:
            return
        wanted = to_keep(self.choices, self.period.wanted)
        if wanted != self._remembered and self._note(CHOICES_SETTING, wanted):
            self._remembered = wanted

    def _note(self, key: str, value: object) -> bool:
        self._noting = True
        with suppress(DiaryError):
            self.store.note_settings({key: value})
            self._noting = False
            return True
        self._noting = False
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the choices when another page is opened."""
        super().hideEvent(event)
        if self.window() is not self and self.window().isVisible():
            self._remember()

    def _show_parts(self, there: bool) -> None:
        """Where nothing is recorded there is nothing to choose and no page to make."""
        for widget in (self._columns, *self._givers):
            widget.setVisible(there)
        self.blank_alone.setVisible(not there and self.store.is_open)

    def _show_notes(self) -> None:
        self.private.notes.show_notes(self.store.ask(notes_of, *self.period.days))

    @property
    def choices(self) -> ReportChoices:
        """What is chosen now."""
        since, until = self.period.days
        notes, annex = self.private.notes.model.ticked, self.contents.chosen_annex
        return ReportChoices(
            since=since,
            until=until,
            audience=self.audience.audience,
            parts=self.contents.chosen_parts,
            annex=tuple(one for one in Annex if one in annex or (notes and one is Annex.NOTES)),
            notes=notes,
            with_name=self.private.with_name.isChecked(),
            with_born=self.private.with_born.isChecked(),
            with_private=self.private.with_private.isChecked(),
            with_words=self.private.with_words.isChecked(),
            with_author=self.paper.with_author.isChecked(),
            to=self.audience.to.text(),
            paper=Paper(self.paper.paper.value or Paper.A4),
            large_print=self.paper.large_print.isChecked(),
        )

    # --- choosing

    @Slot(object)
    def _on_audience(self, audience: Audience) -> None:
        usual = preset(self.choices, audience)
        if audience is not Audience.EMERGENCY:
            self.contents.show_chosen(usual.parts, usual.annex)
        self._show_audience(audience)
        self._make_soon.start()

    def _show_audience(self, audience: Audience) -> None:
        """The emergency card is a paper of its own: it has no days and no parts."""
        self.audience.show_audience(audience)
        is_card = audience is Audience.EMERGENCY
        self.period.setVisible(not is_card)
        self.contents.setVisible(not is_card)
        self.private.show_for_card(is_card)
        self.paper.show_for_card(is_card)
        self._fit()

    @Slot()
    def _on_period(self) -> None:
        self._show_notes()
        self._make_soon.start()

    # --- the preview

    @Slot()
    def _fit(self) -> None:
        """Side by side each pane scrolls; stacked, the page does, and the pages have its height."""
        stacked = self._columns.stacked
        self.pane.show_whole(stacked)
        least = self.theme.px(LEAST_TALL)
        self.preview.setMinimumHeight(max(least, self.room().height() - 60) if stacked else min(least, 360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height is another height of the pages."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _on_resized(self) -> None:
        if self._shown is not None:
            self._make_soon.start()

    @Slot()
    def _make(self) -> None:
        if not self.store.is_open or not self.isVisible():
            self._stale = True
        elif not self.giving.busy:
            self.blank.paper = self.choices.paper
            self.previewing.make(self.choices)

    @Slot(object)
    def _on_shown(self, made: Made) -> None:
        self._shown = made
        self.private.offer_private(made.private_there)
        self.messages.problem.hide()

    @Slot(object)
    def _on_not_made(self, error: DiaryError) -> None:
        self._on_refused(str(error))

    # --- giving

    @Slot()
    def _on_save(self) -> None:
        locked = self.paper.locked.isChecked()
        if locked and self.paper.password.tell():
            return
        password = self.paper.password.first.text() if locked else ""
        self.giving.save(self.choices, self._last_day(), password)

    @Slot()
    def _on_print(self) -> None:
        self.giving.print(self.choices)

    @Slot()
    def _on_copy(self) -> None:
        self.giving.copy(self.choices)

    @Slot()
    def _on_copy_text(self) -> None:
        self.giving.copy_text(self.choices)

    def _last_day(self) -> Any:
        is_card = self.audience.audience is Audience.EMERGENCY
        return self.store.today() if is_card else self.period.days[1]

    @Slot(str)
    def _on_giving(self, words: str) -> None:
        """Pictures of the preview wait until the report is given."""
        self.previewing.give_up()
        self.messages.clear()
        self._set_busy(True)
        self.messages.waiting.begin(words)

    def _set_busy(self, busy: bool) -> None:
        for button in self._givers:
            button.setEnabled(not busy)
        if not busy:
            self.messages.waiting.end()
            self._make_soon.start()

    @Slot(str)
    def _on_gave(self, words: str) -> None:
        self._set_busy(False)
        self.messages.say_told(words)
        self._remember()
        self._on_warned()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self._set_busy(False)
        self.messages.say_problem(words)

    @Slot(str)
    def _on_cancelled(self, words: str) -> None:
        self._set_busy(False)
        self.messages.say_told(words)

    @Slot(str, bool)
    def _on_blank(self, words: str, well: bool) -> None:
        """A blank page was given, or could not be."""
        say_it = self.messages.say_told if well else self.messages.say_problem
        say_it(words)

    @Slot(str)
    def _on_not_kept(self, words: str) -> None:
        self.messages.say(self.messages.unkept, words)

    @Slot()
    def _on_warned(self) -> None:
        """It was said that what leaves is no longer protected: that is enough for this diary."""
        if not self.store.read_only and not self.store.setting(TOLD_SETTING, False):
            self._note(TOLD_SETTING, True)

    # --- what was given

    @Slot(object)
    def _on_delete(self, given: GivenReport) -> None:
        try:
            words = say("consult.deleted")
            self.store.save([Replace(before=given, after=None)], text=words, verb=Verb.DELETE)
        except DiaryError as error:
            self._on_refused(str(error))
            return
        self.messages.clear()
        self.messages.say(self.messages.deleted, words)
