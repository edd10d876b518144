"""The pages as they will be printed, one under another, as wide as there is room; they scroll by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from diary.ui.parts.painted import Painted
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPER_INCHES = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}
"""Width and height of each paper."""

LEAST_PPI, MOST_PPI = 60.0, 260.0
SETTLED_MS = 250
CAPTION = 28
"""Room under each page for its number, px at 100 %."""

KEPT_IMAGES = 8
"""Pages kept unpacked: a hundred of them would take more memory than the diary."""


class Sheets(Painted):
    """Paints the pages; each as wide as the widget, with its number under it."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[bytes] = []
        self._shapes: list[QSizeF] = []
        self._images: dict[int, QImage] = {}
        self.paper = "a4"
        self.instead = say("report.making")
        self.setProperty("holds_ring", True)

    @property
    def pages(self) -> tuple[bytes, ...]:
        """The pages shown, as PNG."""
        return tuple(self._pages)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these PNG pictures in the place of what was shown."""
        if list(pages) == self._pages:
            return
        self._pages = list(pages)
        self._images.clear()
        self._shapes = [_shape(page) for page in pages]
        self.fit()
        self.update()

    def image(self, number: int) -> QImage:
        """The picture of a page, unpacked where it is not yet."""
        if number not in self._images:
            while len(self._images) >= KEPT_IMAGES:
                del self._images[next(iter(self._images))]
            self._images[number] = QImage.fromData(self._pages[number])
        return self._images[number]

    def tall(self, number: int) -> int:
        """The height of a page at the width of now, px."""
        wide, high = PAPER_INCHES[self.paper]
        if number < len(self._shapes):
            wide, high = self._shapes[number].width(), self._shapes[number].height()
        return round(self.width() * high / wide)

    def top(self, number: int) -> int:
        """Where a page begins, px from the top."""
        caption = self.theme.px(CAPTION)
        return sum(self.tall(one) + caption for one in range(number))

    def page_at(self, y: int) -> int:
        """The number of the page at `y` px from the top."""
        last = max(0, len(self._pages) - 1)
        return next((one for one in range(last) if y < self.top(one + 1)), last)

    def fit(self) -> None:
        """As tall as all pages."""
        self.setFixedHeight(self.top(max(1, len(self._pages))))

    def restyle(self) -> None:
        """Keep the captions' room at the text size."""
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight on white paper; before the first one, say that it is being made."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, count = 0, len(self._pages)
        for number in range(max(1, count)):
            tall = self.tall(number)
            sheet = QRectF(0, top, self.width(), tall).adjusted(0.5, 0.5, -0.5, -0.5)
            below = QRectF(0, top + tall, self.width(), self.theme.px(CAPTION))
            top += tall + self.theme.px(CAPTION)
            if not event.rect().intersects(sheet.united(below).toAlignedRect()):
                continue
            painter.fillRect(sheet, Qt.GlobalColor.white)
            if number < count:
                painter.drawImage(sheet, self.image(number))
                painter.setFont(self.theme.text("note"))
                painter.setPen(self.theme.color("quiet"))
                words = say("consult.page", page=number + 1, pages=count)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
            painter.setPen(QPen(self.theme.color("control"), 1))
            painter.drawRect(sheet)
        if not count:
            painter.setPen(Qt.GlobalColor.darkGray)
            painter.setFont(self.theme.text("body"))
            where = QRectF(0, 0, self.width(), min(self.height(), self.theme.px(240)))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.instead)


class Preview(QScrollArea):
    """Pages that scroll; `resized` asks for pictures of another size, a moment after the last change."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Sheets()
        self._told = ""
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self.sheets)
        self.viewport().setAutoFillBackground(False)
        self._soon.timeout.connect(self.resized)
        self.verticalScrollBar().valueChanged.connect(self._name)
        self._name()

    @property
    def ppi(self) -> float:
        """Pixels per inch at which a picture fills the width there is."""
        wanted = self.viewport().width() * self.devicePixelRatioF() / PAPER_INCHES[self.sheets.paper][0]
        return round(min(max(wanted, LEAST_PPI), MOST_PPI), 2)

    @property
    def page(self) -> int:
        """The number of the page at the top, from 1."""
        return self.sheets.page_at(self.verticalScrollBar().value()) + 1

    def set_paper(self, paper: str) -> None:
        """Keep room for pages of this paper until there are pictures."""
        self.sheets.paper = paper

    def show_pages(self, pages: Sequence[bytes], told: str) -> None:
        """Show these PNG pictures; `told` is the report in words, for those who cannot see it."""
        self.sheets.show_pages(pages)
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(told)
        self._name()

    def show_front(self, pages: Sequence[bytes], told: str) -> None:
        """Show these first pages; those after them stay until the whole report is there."""
        self.show_pages((*pages, *self.sheets.pages[len(pages) :]), told)

    def show_none(self) -> None:
        """Say that there is no page; one that was shown before stays."""
        self.sheets.instead = say("report.not_made")
        self.sheets.update()

    @Slot()
    def _name(self) -> None:
        pages = len(self.sheets.pages)
        words = say("consult.preview_page", page=self.page, pages=pages) if pages else say("report.preview")
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last line; page keys and arrows scroll."""
        bar = self.verticalScrollBar()
        goals = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(goal)

    def sizeHint(self) -> QSize:
        """As wide as the design's preview; its height is what the page leaves."""
        return QSize(600, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for sharper pictures once the width has settled."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._soon.start()


def _shape(page: bytes) -> QSizeF:
    """Width and height of a PNG picture, as its header says."""
    wide, high = int.from_bytes(page[16:20], "big"), int.from_bytes(page[20:24], "big")
    return QSizeF(wide, high) if wide and high else QSizeF(*PAPER_INCHES["a4"])
