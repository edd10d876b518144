"""Giving a report: saved, printed or copied; what was given is kept in the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from diary.errors import DiaryError
from diary.exchange.report.choices import Audience
from diary.models.records import GivenReport, Replace
from diary.ui.files import asked_new_file
from diary.ui.report.job import Job
from diary.ui.report.making import CLIPBOARD_PPI, PRINT_PPI, Made, Making
from diary.ui.report.printing import Printing, asked_printer
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.exchange.report.choices import ReportChoices
    from diary.store.store import Store
    from diary.ui.report.readings import Readings

PDF_FORMAT = "application/pdf"


class Giving(QObject):
    """One report at a time leaves the diary: `began`, then `gave`, `refused` or `cancelled`, with words."""

    began = Signal(str)
    gave = Signal(str)
    refused = Signal(str)
    cancelled = Signal(str)
    not_kept = Signal(str)

    def __init__(self, store: Store, readings: Readings, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._readings = readings
        self._page = page
        self._job: Job | None = None
        self._give: Callable[[Made], None] | None = None
        self._path: Path | None = None
        self._printer: QPrinter | None = None
        self._printing: Printing | None = None
        self._printed: Made | None = None

    @property
    def busy(self) -> bool:
        """Whether a report is on its way."""
        return self._job is not None or self._printing is not None

    def save(self, choices: ReportChoices, until: date, password: str = "") -> None:
        """Ask where, and write the PDF there, locked where there is a password."""
        card = choices.audience is Audience.EMERGENCY
        self._path = self._asked_path(until, card=card)
        if self._path is not None:
            self._begin(Making(choices=choices, with_pdf=True, password=password), self._save)

    def print(self, choices: ReportChoices) -> None:
        """Ask which printer, and print all pages."""
        printer = asked_printer(self._page, say("report.title"), choices.paper)
        if printer is not None:
            self._printer = printer
            self._begin(Making(choices=choices, with_pdf=True, ppi=PRINT_PPI), self._print)

    def copy(self, choices: ReportChoices) -> None:
        """Put page one on the clipboard, without what follows it: as words, PDF and picture."""
        self._begin(Making(choices=choices, with_pdf=True, ppi=CLIPBOARD_PPI, front=True), self._copy)

    def copy_text(self, choices: ReportChoices) -> None:
        """Put the words alone on the clipboard; their code is that of the whole report."""
        self._begin(Making(choices=choices), self._copy_text)

    def save_again(self, given: GivenReport) -> None:
        """Ask where, and write a PDF that the diary kept."""
        path = self._asked_path(given.until, card=given.choices.get("audience") == Audience.EMERGENCY)
        if path is None:
            return
        try:
            _write(path, given.pdf)
        except DiaryError as error:
            self.refused.emit(str(error))
            return
        self.gave.emit(say("report.saved_as", file=path.name))

    def cancel(self) -> None:
        """Give up what is on its way: no file is written, and the printer prints no more."""
        job, self._job = self._job, None
        if job is not None:
            job.give_up()
            self.cancelled.emit(say("consult.cancelled"))
        elif self._printing is not None:
            self._printing.cancel()

    # --- made, and then

    def _begin(self, making: Making, give: Callable[[Made], None]) -> None:
        from dataclasses import replace

        self._give = give
        self._job = Job(replace(making, readings=self._readings), self)
        self._job.made.connect(self._on_made)
        self._job.refused.connect(self._on_refused)
        self.began.emit(say("consult.giving"))
        self._job.start(self._store)

    def _on_made(self, made: Made) -> None:
        self._job = None
        try:
            if self._give is not None:
                self._give(made)
        except DiaryError as error:
            self.refused.emit(str(error))

    def _on_refused(self, error: DiaryError) -> None:
        self._job = None
        self.refused.emit(str(error))

    def _save(self, made: Made) -> None:
        if self._path is None:
            return
        _write(self._path, made.pdf)
        locked = made.pdf != made.kept
        key = "consult.saved_locked" if locked else "report.saved_as"
        self._keep(made)
        self.gave.emit(say(key, file=self._path.name))

    def _print(self, made: Made) -> None:
        if self._printer is None:
            return
        self._printed = made
        self._printing = Printing(self._printer, made.pages, self)
        self._printing.ended.connect(self._on_printed)
        self.began.emit(say("consult.printing"))

    def _on_printed(self, whole: bool) -> None:
        printing, self._printing = self._printing, None
        if printing is not None:
            printing.deleteLater()
        made, self._printed, self._printer = self._printed, None, None
        if not whole or made is None:
            self.cancelled.emit(say("consult.print_cancelled"))
            return
        self._keep(made)
        self.gave.emit(say("report.printed"))

    def _copy(self, made: Made) -> None:
        mime = QMimeData()
        mime.setText(made.told)
        mime.setData(PDF_FORMAT, made.kept)
        if made.pages:
            mime.setImageData(QImage.fromData(made.pages[0]))
        QGuiApplication.clipboard().setMimeData(mime)
        self.gave.emit(say("consult.copied"))

    def _copy_text(self, made: Made) -> None:
        QGuiApplication.clipboard().setText(made.told)
        self.gave.emit(say("consult.copied_text"))

    def _keep(self, made: Made) -> None:
        """Keep the report in the diary, unless it can only be read; the file is given either way."""
        if self._store.read_only:
            self.not_kept.emit(say("consult.not_kept_read_only"))
            return
        given = GivenReport(
            uid=self._store.make_uid(),
            given=made.made,
            since=made.since,
            until=made.until,
            to=made.choices.to.strip(),
            choices=made.choices.plain(),
            content_hash=made.content_hash,
            pdf=made.kept,
        )
        try:
            self._store.save([Replace(before=None, after=given)], text=say("report.kept"))
        except DiaryError as error:
            self.not_kept.emit(say("consult.not_kept", why=str(error)))

    def _asked_path(self, until: date, *, card: bool) -> Path | None:
        """Where to save, by the system's dialog; None where it was cancelled."""
        name = say("consult.card_file" if card else "report.file_name", until=until)
        title = say("report.save_title")
        return asked_new_file(self._page, self._store.looks, title, name, ".pdf", say("report.pdf_files"))


def _write(path: Path, content: bytes) -> None:
    from diary.exchange.whole_file import written_whole

    with written_whole(path) as stream:
        stream.write(content)
