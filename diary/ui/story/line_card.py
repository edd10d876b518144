"""Conditions, events and procedures on one line, and the same in a list to read."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from diary.insight.story import Mark
from diary.models.codes import Noun
from diary.ui.forms.rough_words import rough_words
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.painted import Label
from diary.ui.story.reading import Story
from diary.ui.story.time_line import TimeLine
from diary.ui.theme import current
from diary.wording import say, say_n

ROW = 34
"""Height of a row of the list, px at 100 %."""
SIDES = 16
"""Room beside the words of a row, px at 100 %."""
ROWS = 5
ADDED = (Noun.CONDITION, Noun.LIFE_EVENT, Noun.PROCEDURE)


def mark_words(mark: Mark) -> str:
    """A mark in one line: when, what, and how it is known."""
    when = rough_words(mark.when) if mark.when is not None else say("story.no_date")
    key = "story.mark_told" if mark.told else "story.mark"
    return say(key, when=when, name=mark.name, told=mark.told)


class MarkList(QAbstractListModel):
    """The marks as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()
        self._wide = 0

    def fit(self, wide: int) -> None:
        """Gives long names the rows they need where lines are `wide` px."""
        if wide != self._wide:
            self._wide = wide
            self.layoutChanged.emit()

    def _height(self, words: str) -> int:
        theme = current()
        least, room = theme.px(ROW), self._wide - theme.px(SIDES)
        if room <= 0:
            return least
        wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        tall = theme.metrics("body").boundingRect(QRect(0, 0, room, 10_000), int(wrap), words).height()
        return max(least, tall + theme.px(ROW) - theme.metrics("body").height())

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One row for each."""
        return 0 if parent.isValid() else len(self.marks)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The line of a mark; its whole words also beside the pointer."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return mark_words(self.marks[index.row()])
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(10, self._height(mark_words(self.marks[index.row()])))
        return None


class MarkView(QListView):
    """Wraps long lines, so that each mark can be read whole."""

    def __init__(self, marks: MarkList) -> None:
        super().__init__()
        self._marks = marks
        self.setModel(marks)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need."""
        super().resizeEvent(event)
        self._marks.fit(self.viewport().width())


class LineCard(Card):
    """Choosing in the line chooses in the list, and the other way; each opens where it is edited."""

    record_requested = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__(say("story.line"), spacing=8)
        self.line = TimeLine()
        self.model = MarkList(self)
        self.list = MarkView(self.model)
        self.empty = Label(say("story.line_empty"), "body", "quiet", wrap=True)
        self.buttons = {noun: Button(say(f"story.add.{noun}"), "plus", "small") for noun in ADDED}
        self.list.setAccessibleName(say("story.line_list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._on_row_opened)
        self.list.clicked.connect(self._on_row)
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self.line.chosen.connect(self._on_chosen)
        self.line.opened.connect(self._on_opened)
        for noun, button in self.buttons.items():
            button.setObjectName(noun)
            button.clicked.connect(self._on_add)
            self.header.addWidget(button)
        self._both: QWidget = Columns([self.line, self.list], [3, 2], least=860)
        self.add(self.empty)
        self.add(self._both)
        self.restyle()

    def show_story(self, story: Story) -> None:
        """Shows the marks of the story."""
        self.model.show_marks(story.marks)
        n = sum(1 for one in story.marks if one.when is not None)
        words = [mark_words(one) for one in story.marks]
        self.line.show_marks(story.marks, words, story.today, say_n("story.line_name", n))
        self.empty.setVisible(not story.marks)
        self._both.setVisible(bool(story.marks))
        self.restyle()

    def restyle(self) -> None:
        """Keep the list as high as its rows, up to five."""
        super().restyle()
        if hasattr(self, "model"):
            rows = min(max(self.model.rowCount(), 3), ROWS)
            self.list.setFixedHeight(self.theme.px(ROW * rows + 4))
            self.list.doItemsLayout()

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        self.list.setCurrentIndex(self.model.index(at))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        self.line.choose(index.row())

    @Slot(QModelIndex)
    def _on_row_opened(self, index: QModelIndex) -> None:
        self._on_opened(index.row())

    @Slot(int)
    def _on_opened(self, at: int) -> None:
        mark = self.model.marks[at]
        self.record_requested.emit(mark.noun, mark.uid, {})

    @Slot()
    def _on_add(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.record_requested.emit(Noun(button.objectName()), "", {})
