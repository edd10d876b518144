"""The Report page: choose what goes in, see the page beside it, save or print it, find what was given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.records import GivenReport, Replace
from diary.ui.files import asked_new_file
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.ui.report.choices import PeriodCard, PersonalCard
from diary.ui.report.given import GivenCard
from diary.ui.report.making import PRINT_PPI, Made, Making
from diary.ui.report.notes import Note, NotesCard
from diary.ui.report.preview import Preview
from diary.ui.report.printing import asked_printer, print_pages
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from diary.exchange.report_data import ReportChoices
    from diary.store.store import Store
    from diary.ui.theme import Theme

SOON_MS = 120
"""Changes that follow one another this fast are one new preview."""


class ReportPage(Page):
    """One page for a clinician, made from the diary of now."""

    record_requested = Signal()

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__(store, say("report.page_title"))
        self.page_theme = theme
        self.period = PeriodCard()
        self.personal = PersonalCard()
        self.notes = NotesCard()
        self.given = GivenCard()
        self.preview = Preview()
        self.save = Button(say("report.save_pdf"), "save", "primary")
        self.print = Button(say("report.print"), "print")
        self.problem = InlineMessage("", "problem")
        self.told = InlineMessage("", "info")
        self.empty = EmptyState(
            say("report.empty_title"), say("report.empty_sentence"), say("report.empty_action")
        )
        self._shown: Made | None = None
        self._busy = self._again = False
        self._printer: QPrinter | None = None
        self._path: Path | None = None
        self._make_soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._build()

    def _build(self) -> None:
        sheet = Card(say("report.preview"))
        sheet.add(self.preview)
        sheet.body.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in (self.period, self.personal, self.notes, self.given):
            column.addWidget(card)
        column.addStretch(1)
        self._columns = Columns([left, sheet], [420, 700], least=900)

        for changing in (self.period.changed, self.personal.changed, self.notes.changed):
            changing.connect(self._on_choices)
        self.preview.resized.connect(self._on_resized)
        self._make_soon.timeout.connect(self._make)
        self.print.setShortcut(QKeySequence.StandardKey.Print)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.given.save_requested.connect(self._on_save_again)
        self.empty.acted.connect(self.record_requested)

        self.add_to_header(self.print)
        self.add_to_header(self.save)
        for part in (self.problem, self.told, self.empty):
            self.add(part)
        self.add(self._columns, 1)
        for one in (self.problem, self.told, self.empty):
            one.hide()
        self._show_parts(self.store.is_open and self._span() is not None)

    # --- what the diary holds

    def is_complete(self) -> bool:
        """Whether the preview shows a page."""
        return super().is_complete() and self._shown is not None

    def _refresh(self) -> None:
        from diary.exchange.report_gather import default_period
        from diary.storage import queries

        span = self._span()
        self.empty.setVisible(span is None)
        self._show_parts(span is not None)
        if span is None:
            return
        given, today = self.store.ask(queries.given_reports), self.store.today()
        since, _ = default_period(given, today)
        before = [one for one in given if one.until < today]
        self.period.refresh(today, since if before else None, span[1])
        self.personal.refresh(self.store.ask(queries.person))
        self.given.refresh(given)
        self._show_notes()
        self._make_soon.start()

    def _span(self) -> tuple[date, date] | None:
        from diary.storage import queries

        return self.store.ask(queries.span)

    def _show_parts(self, there: bool) -> None:
        """Without an entry there are no days to choose and no page to make."""
        for widget in (self._columns, self.save, self.print):
            widget.setVisible(there)

    def _show_notes(self) -> None:
        from diary.storage.queries import entry_rows

        rows = self.store.ask(entry_rows, *self.period.days)
        self.notes.show_notes(
            [Note(row.entry, date.fromordinal(row.day), row.note) for row in rows[::-1] if row.note.strip()]
        )

    @property
    def choices(self) -> ReportChoices:
        """What is chosen now."""
        from diary.exchange.report_data import ReportChoices

        since, until = self.period.days
        personal = self.personal
        return ReportChoices(
            since=since,
            until=until,
            notes=self.notes.model.ticked,
            with_name=personal.with_name.isChecked(),
            with_born=personal.with_born.isChecked(),
            with_private=personal.with_private.isChecked(),
            to=personal.to.text(),
        )

    # --- the preview

    @Slot()
    def _on_choices(self) -> None:
        if self.sender() is self.period:
            self._show_notes()
        self._make_soon.start()

    @Slot()
    def _on_resized(self) -> None:
        if self._shown is not None:
            self._make_soon.start()

    @Slot()
    def _make(self) -> None:
        """One preview at a time; what changes meanwhile is made next."""
        if not self.store.is_open or not self.isVisible():
            self._stale = True
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        self.store.run(Making(choices=self.choices, ppi=self.preview.ppi), self._on_made, self._on_not_made)

    def _on_made(self, made: Made) -> None:
        self._busy = False
        self._shown = made
        data = made.data
        told = " ".join((data.complete, data.pain.alt or data.pain.caption, data.where.alt))
        self.preview.show_pages(made.pages, told)
        self.personal.offer_private(made.private_there)
        self.problem.hide()
        self._next()

    def _on_not_made(self, error: DiaryError) -> None:
        self._busy = False
        self.preview.show_none()
        self._tell_problem(error)
        self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self._make_soon.start()

    def _tell_problem(self, error: DiaryError) -> None:
        self.told.hide()
        self.problem.set_text(str(error))
        self.problem.show()

    # --- giving

    @Slot()
    def _on_save(self) -> None:
        path = self._asked_path(self.period.days[1])
        if path is None:
            return
        self._path, self._printer = path, None
        self._give(0.0)

    @Slot()
    def _on_print(self) -> None:
        printer = asked_printer(self, say("report.title"))
        if printer is None:
            return
        self._path, self._printer = None, printer
        self._give(PRINT_PPI)

    def _give(self, ppi: float) -> None:
        self.save.setEnabled(False)
        self.print.setEnabled(False)
        self.store.run(Making(choices=self.choices, ppi=ppi, with_pdf=True), self._on_given, self._on_refused)

    def _on_given(self, made: Made) -> None:
        self._ready()
        try:
            if self._path is not None:
                _write(self._path, made.pdf)
                words = say("report.saved_as", file=self._path.name)
            elif self._printer is not None:
                print_pages(self._printer, made.pages)
                words = say("report.printed")
            self._keep(made)
        except DiaryError as error:
            self._tell_problem(error)
            return
        self.problem.hide()
        self.told.set_text(words)
        self.told.show()

    def _on_refused(self, error: DiaryError) -> None:
        self._ready()
        self._tell_problem(error)

    def _ready(self) -> None:
        self.save.setEnabled(True)
        self.print.setEnabled(True)

    def _keep(self, made: Made) -> None:
        """Keep the report in the diary, unless it can only be read."""
        from diary.exchange.report_gather import content_hash

        if self.store.read_only:
            return
        given = GivenReport(
            uid=self.store.make_uid(),
            given=made.made,
            since=date.fromisoformat(made.data.since),
            until=date.fromisoformat(made.data.until),
            to=made.choices.to.strip(),
            choices=made.choices.plain(),
            content_hash=content_hash(made.data),
            pdf=made.pdf,
        )
        self.store.save([Replace(before=None, after=given)], text=say("report.kept"))

    @Slot(object)
    def _on_save_again(self, given: GivenReport) -> None:
        path = self._asked_path(given.until)
        if path is None:
            return
        try:
            _write(path, given.pdf)
        except DiaryError as error:
            self._tell_problem(error)
            return
        self.problem.hide()
        self.told.set_text(say("report.saved_as", file=path.name))
        self.told.show()

    def _asked_path(self, until: date) -> Path | None:
        """Where to save, by the system's dialog; None where it was cancelled."""
        name = say("report.file_name", until=until)
        return asked_new_file(
            self, self.store.looks, say("report.save_title"), name, ".pdf", say("report.pdf_files")
        )


def _write(path: Path, content: bytes) -> None:
    from diary.exchange.whole_file import written_whole

    with written_whole(path) as stream:
        stream.write(content)
