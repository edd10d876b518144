"""Printing by the system's dialog: the pages as pictures fine enough for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


def asked_printer(parent: QWidget, title: str) -> QPrinter | None:
    """The printer chosen in the system's dialog, set to whole A4 pages; None where it was cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pages: Sequence[bytes]) -> None:
    """Print PNG pictures of whole pages; DiaryError where the printer does not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        raise DiaryError(say("report.print_refused"), say("error.nothing_changed"), say("report.print_do"))
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        room = QRectF(painter.viewport())
        image = QImage.fromData(page)
        scale = min(room.width() / image.width(), room.height() / image.height())
        wide, tall = image.width() * scale, image.height() * scale
        painter.drawImage(QRectF((room.width() - wide) / 2, 0, wide, tall), image)
    painter.end()
