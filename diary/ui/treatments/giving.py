"""Giving the list of current treatment: by the system's printing, as a PDF, or as text on the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from diary.errors import DiaryError
from diary.ui.files import asked_new_file, note_given
from diary.ui.report.making import PRINT_PPI
from diary.ui.report.printing import asked_printer, print_pages
from diary.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.storage.diary import Diary
    from diary.store.store import Store
    from diary.ui.parts.button import Button

WITH_NAME = "treatments/list_with_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeList:
    """The list as made: as text, as a PDF or as pictures, whichever was asked for."""

    text: str = ""
    pdf: bytes = b""
    pages: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingList:
    """The work of one list, done in the store's thread."""

    with_name: bool
    ppi: float = 0.0
    with_pdf: bool = False

    def __call__(self, diary: Diary) -> MadeList:
        """Gathers and typesets; DiaryError."""
        from diary.exchange.current_list import gather, pdf, pictures, plain_text

        found, made = gather(diary, with_name=self.with_name), diary.now()
        return MadeList(
            text=plain_text(found),
            pdf=pdf(found, made) if self.with_pdf else b"",
            pages=tuple(pictures(found, made, self.ppi)) if self.ppi else (),
        )


class ListGiving(QObject):
    """The menu under a button that gives the list; `told`: what became of it, and whether it went well."""

    told = Signal(str, bool)

    def __init__(self, store: Store, button: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._button = button
        self._page = parent
        self._printer: QPrinter | None = None
        self._path: Path | None = None
        self.menu = QMenu(parent)
        self.print = self.menu.addAction(say("treatments.give.print"))
        self.save = self.menu.addAction(say("treatments.give.save"))
        self.copy = self.menu.addAction(say("treatments.give.copy"))
        self.menu.addSeparator()
        self.name = self.menu.addAction(say("treatments.give.name"))
        self.name.setCheckable(True)
        self.name.setChecked(store.looks.value(WITH_NAME, True) is True)
        button.setShortcut(QKeySequence.StandardKey.Print)
        button.clicked.connect(self._on_button)
        self.print.triggered.connect(self._on_print)
        self.save.triggered.connect(self._on_save)
        self.copy.triggered.connect(self._on_copy)
        self.name.toggled.connect(self._on_name)

    @Slot()
    def _on_button(self) -> None:
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))

    @Slot(bool)
    def _on_name(self, shown: bool) -> None:
        self._store.looks.set_value(WITH_NAME, shown)

    @Slot()
    def _on_print(self) -> None:
        printer = asked_printer(self._page, say("treatments.give_title"))
        if printer is not None:
            self._printer, self._path = printer, None
            self._make(ppi=PRINT_PPI)

    @Slot()
    def _on_save(self) -> None:
        name = say("treatments.give_file", day=self._store.today().isoformat())
        title, kinds = say("treatments.give_save_title"), say("treatments.give_pdf")
        path = asked_new_file(self._page, self._store.looks, title, name, ".pdf", kinds)
        if path is not None:
            self._printer, self._path = None, path
            self._make(with_pdf=True)

    @Slot()
    def _on_copy(self) -> None:
        self._printer = self._path = None
        self._make()

    def _make(self, *, ppi: float = 0.0, with_pdf: bool = False) -> None:
        self._button.setEnabled(False)
        work = MakingList(with_name=self.name.isChecked(), ppi=ppi, with_pdf=with_pdf)
        self._store.run(work, self._on_made, self._on_refused)

    def _on_made(self, made: MadeList) -> None:
        self._button.setEnabled(True)
        try:
            words = self._give(made)
        except DiaryError as error:
            self.told.emit(str(error), False)
            return
        self.told.emit(words, True)

    def _give(self, made: MadeList) -> str:
        """Write, print or copy what was made; what became of it, in words; DiaryError."""
        from diary.exchange.whole_file import written_whole

        if self._path is not None:
            with written_whole(self._path) as stream:
                stream.write(made.pdf)
            note_given(self._store, self._path)
            return say("treatments.given_saved", name=self._path.name)
        if self._printer is not None:
            print_pages(self._printer, made.pages)
            return say("treatments.given_printed")
        QGuiApplication.clipboard().setText(made.text)
        return say("treatments.given_copied")

    def _on_refused(self, error: DiaryError) -> None:
        self._button.setEnabled(True)
        self.told.emit(str(error), False)
