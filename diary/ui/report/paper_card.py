"""The diary on paper: print or save a blank page, and type its days in later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.errors import DiaryError
from diary.ui.files import asked_new_file
from diary.ui.medicines.day import read_day
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.report.printing import asked_printer, print_pages
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, in_order
from diary.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from diary.models.records import Measure
    from diary.storage.diary import Diary
    from diary.store.store import Store

PRINT_PPI = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingPaper:
    """The work of one blank page: as pictures at `ppi` pixels per inch, or as a PDF."""

    measures: tuple[Measure, ...]
    planned: bool
    paper: str
    ppi: float = 0.0

    def __call__(self, diary: Diary) -> tuple[bytes, ...]:
        """Typesets; one PDF, or one picture for each page."""
        from diary.exchange.paper_diary import paper_diary, pdf, pictures

        found = paper_diary(self.measures, planned=self.planned, paper=self.paper)
        if self.ppi:
            return tuple(pictures(found, diary.now(), self.ppi))
        return (pdf(found, diary.now()),)


class PaperCard(Card):
    """Three ways with paper; `type_in_requested` asks the window for the grid of paper days."""

    type_in_requested = Signal()
    told = Signal(str, bool)
    """What became of the page, in words, and whether it went well."""

    def __init__(self, store: Store) -> None:
        super().__init__(say("blank.card"))
        self._store = store
        self.paper = "a4"
        self._path: Path | None = None
        self._printer: QPrinter | None = None
        self.print = Button(say("blank.print"), "print", "small")
        self.save = Button(say("blank.save_page"), "save", "small")
        self.type_in = Button(say("blank.type_in"), "today", "small")
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.type_in.clicked.connect(self.type_in_requested)
        self.add(Label(say("blank.card_about"), "note", "quiet", wrap=True))
        acts = FlowLayout()
        for one in (self.print, self.save, self.type_in):
            acts.addWidget(one)
        self.add(acts)

    def refresh(self) -> None:
        """Typing in needs a diary that can be written."""
        self.type_in.setEnabled(not self._store.read_only)

    @Slot()
    def _on_print(self) -> None:
        printer = asked_printer(self, say("blank.title"))
        if printer is not None:
            self._printer, self._path = printer, None
            self._make(PRINT_PPI)

    @Slot()
    def _on_save(self) -> None:
        title, kinds = say("blank.save_title"), say("report.pdf_files")
        path = asked_new_file(self, self._store.looks, title, say("blank.file_name"), ".pdf", kinds)
        if path is not None:
            self._printer, self._path = None, path
            self._make(0.0)

    def _make(self, ppi: float) -> None:
        from diary.storage import queries

        self._set_ready(ready=False)
        asked = self._store.setting(ASKED_SETTING, list(ASKED_DEFAULT))
        measures = in_order(asked, self._store.ask(queries.measures))
        planned = bool(read_day(self._store, self._store.today()).regular)
        work = MakingPaper(measures=measures, planned=planned, paper=self.paper, ppi=ppi)
        self._store.run(work, self._on_made, self._on_refused)

    def _on_made(self, pages: tuple[bytes, ...]) -> None:
        self._set_ready(ready=True)
        try:
            self.told.emit(self._give(pages), True)
        except DiaryError as error:
            self.told.emit(str(error), False)

    def _give(self, pages: tuple[bytes, ...]) -> str:
        from diary.exchange.whole_file import written_whole

        if self._path is not None:
            with written_whole(self._path) as stream:
                stream.write(pages[0])
            return say("blank.page_saved", file=self._path.name)
        if self._printer is not None:
            print_pages(self._printer, pages)
        return say("blank.page_printed")

    def _on_refused(self, error: DiaryError) -> None:
        self._set_ready(ready=True)
        self.told.emit(str(error), False)

    def _set_ready(self, *, ready: bool) -> None:
        self.print.setEnabled(ready)
        self.save.setEnabled(ready)
