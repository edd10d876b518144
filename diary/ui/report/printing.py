"""Printing by the system's dialog: the pages as pictures fine enough for paper, one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def asked_printer(parent: QWidget, title: str, paper: str = "a4") -> QPrinter | None:
    """The printer chosen in the system's dialog, set to whole pages of `paper`; None where cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    size = QPageSize(_SIZES[paper])
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pages: Sequence[bytes]) -> None:
    """Print PNG pictures of whole pages; DiaryError where the printer does not take them."""
    painter = _begun(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        _draw(painter, page)
    painter.end()


class Printing(QObject):
    """Prints page after page, so that the window goes on and the work can be cancelled; `ended` tells.

    `ended` has True once all pages went to the printer; DiaryError on making where it does not take them.
    """

    ended = Signal(bool)

    def __init__(self, printer: QPrinter, pages: Sequence[bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = list(pages)
        self._painter: QPainter | None = _begun(printer)
        self._first = True
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._turn.start()

    def cancel(self) -> None:
        """Print no more."""
        if self._painter is not None:
            self._printer.abort()
            self._end(whole=False)

    @Slot()
    def _on_turn(self) -> None:
        if self._painter is None:
            return
        if not self._pages:
            self._end(whole=True)
            return
        if not self._first:
            self._printer.newPage()
        self._first = False
        _draw(self._painter, self._pages.pop(0))

    def _end(self, *, whole: bool) -> None:
        self._turn.stop()
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self.ended.emit(whole)


def _begun(printer: QPrinter) -> QPainter:
    painter = QPainter()
    if not painter.begin(printer):
        raise DiaryError(say("report.print_refused"), say("error.nothing_changed"), say("report.print_do"))
    return painter


def _draw(painter: QPainter, page: bytes) -> None:
    room = QRectF(painter.viewport())
    image = QImage.fromData(page)
    scale = min(room.width() / image.width(), room.height() / image.height())
    wide, tall = image.width() * scale, image.height() * scale
    painter.drawImage(QRectF((room.width() - wide) / 2, 0, wide, tall), image)
