"""What fits, newest first: a model that reads rows as they come into view, and how a row looks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from unicodedata import bidirectional

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diary.models.codes import EntryKind, Lateness
from diary.models.history import EventRow, Found, ListRow, What
from diary.models.moments import Moment
from diary.ui.history.cells import paint_badge, paint_event
from diary.ui.history.event_words import event_kind, event_line, event_spoken, event_when
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import box
from diary.ui.theme import current
from diary.wording import say, say_n
from diary.wording.answers import minutes_words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role that gives a `ListRow` or an `EventRow`."""

Row = ListRow | EventRow
EventFetch = Callable[[What, Sequence[int]], dict[int, EventRow]]

AT_ONCE = 60
"""How many rows are read when one of them comes into view."""

LONGEST = 240
"""Letters of a note that a row can show at most."""


def when_words(row: ListRow, today: date) -> str:
    """When a row is about: "Wed 18 Nov", with the time for a moment, with the year for another year."""
    day = date.fromordinal(row.day)
    words = day_words(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy")
    if row.kind != EntryKind.MOMENT or row.at is None:
        return words
    return say("history.row.at", day=words, time=f"{Moment.parse(row.at).local:%H:%M}")


def kind_words(row: ListRow) -> str:
    """What kind of entry it is, its source where that is not this diary, and who wrote for somebody else."""
    pain_now = row.kind == EntryKind.MOMENT and row.worst is not None
    kind = say("history.row.pain_now" if pain_now else f"history.row.{row.kind}")
    kind = say("history.row.kind_source", kind=kind, source=row.source) if row.source else kind
    return say("history.row.kind_by", kind=kind, name=row.writer) if row.writer else kind


def line_words(row: ListRow) -> str:
    """What stands under the day: its average or its sleep, then the note."""
    note = " ".join(row.note[: LONGEST * 2].split())[:LONGEST]
    rest = note or (say_n("history.row.places", row.places) if row.places else say("history.row.no_note"))
    if row.sleep_min is not None:
        return say("history.row.slept", time=minutes_words(row.sleep_min), rest=isolated(note)).rstrip()
    if row.average is not None:
        return say("history.row.average", average=f"{row.average:g}", rest=isolated(rest))
    return rest


def isolated(text: str) -> str:
    """A text of any direction, so that it leaves the words around it in their order."""
    return f"\u2068{text}\u2069" if text else ""


class EntryListModel(QAbstractListModel):
    """All that fits by number; what a row shows is read by `fetch` when it is first asked for.

    `events` reads records other than entries, of one kind at a time.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], dict[int, ListRow]],
        events: EventFetch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._events = events
        self._found: Sequence[Found] = ()
        self._rows: dict[tuple[str, int], Row] = {}
        self._places: dict[str, int] = {}
        self._today = date.min

    def show_found(self, found: Sequence[Found], today: date) -> None:
        """Show these entries and records, and forget what was read before."""
        self.beginResetModel()
        self._found, self._today = found, today
        self._rows = {}
        self._places = {one.key: at for at, one in enumerate(found)}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words for searching and reading aloud."""
        if not index.isValid():
            return None
        if role == ROW:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.row(index.row()))
        return None

    def row(self, at: int) -> Row | None:
        """What stands in row `at`, read with its neighbours; None where it was just deleted elsewhere."""
        wanted = self._found[at]
        if (wanted.what, wanted.number) not in self._rows:
            start = max(0, at - AT_ONCE // 4)
            self._read(self._found[start : start + AT_ONCE])
        return self._rows.get((wanted.what, wanted.number))

    def _read(self, around: Sequence[Found]) -> None:
        by_kind: dict[str, list[int]] = {}
        for one in around:
            if (one.what, one.number) not in self._rows:
                by_kind.setdefault(one.what, []).append(one.number)
        for what, numbers in by_kind.items():
            rows: Mapping[int, Row] = {}
            if not what:
                rows = self._fetch(numbers)
            elif self._events is not None:
                rows = self._events(What(what), numbers)
            self._rows.update({(what, number): row for number, row in rows.items()})

    def place_of(self, uid: str) -> int | None:
        """The row of an entry (its uid) or another record (`Found.key`), or None."""
        return self._places.get(uid)

    def uid(self, at: int) -> str:
        """The uid of the entry in row `at`; of another record its `Found.key`."""
        return self._found[at].key

    def day(self, at: int) -> date:
        """The day that the entry in row `at` is about."""
        return date.fromordinal(self._found[at].day)

    def place_of_day(self, day: date) -> int | None:
        """The row of a day: its day entry, the reader's own first, else its first; None without any."""
        wanted = day.toordinal()
        rising = len(self._found) > 1 and self._found[0].day < self._found[-1].day
        sign = 1 if rising else -1
        first = bisect_left(self._found, sign * wanted, key=lambda one: sign * one.day)
        places = []
        while first < len(self._found) and self._found[first].day == wanted:
            places.append(first)
            first += 1
        rows = ((at, self.row(at)) for at in places)
        days = [(at, row) for at, row in rows if isinstance(row, ListRow) and row.kind == EntryKind.DAY]
        own = [at for at, row in days if not row.writer]
        return next(iter([*own, *(at for at, _row in days), *places]), None)

    def _spoken(self, row: Row | None) -> str:
        if row is None:
            return ""
        if isinstance(row, EventRow):
            return event_spoken(row, self._today)
        if row.worst is None:
            pain = say("history.row.spoken_none")
        else:
            pain = say("history.row.spoken_worst", worst=row.worst)
        when = when_words(row, self._today)
        return say("history.row.spoken", when=when, kind=kind_words(row), pain=pain, line=line_words(row))


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: a square for a day or a night, a circle for a moment, when, kind, two lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = current()
        self.today = date.min

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One title and two lines of words, px."""
        title, note = self.theme.metrics("strong").height(), self.theme.metrics("note").height()
        return QSize(self.theme.px(200), title + 2 * note + self.theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row, on tint where it is chosen."""
        row = index.data(ROW)
        if not isinstance(row, ListRow | EventRow):
            return
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self.theme.px
        if chosen:
            ground = QRectF(room).adjusted(0, 1, 0, -1)
            box(painter, ground, px(8), self.theme.color("tint"), None)
        side = px(44)
        badge = QRectF(room.left() + px(8), room.top() + (room.height() - side) / 2, side, side)
        words = QRectF(room).adjusted(px(8) + side + px(12), px(5), -px(8), -px(5))
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            badge.moveRight(room.right() - px(8))
            words.translate(-(side + px(12)), 0)
        self._paint_badge(painter, row, badge)
        self._paint_words(painter, row, words, chosen=chosen)
        if not chosen:
            painter.setPen(QPen(self.theme.color("line"), 1))
            painter.drawLine(
                QPointF(words.left(), room.bottom() + 0.5), QPointF(words.right(), room.bottom() + 0.5)
            )
        painter.restore()

    def _paint_badge(self, painter: QPainter, row: Row, where: QRectF) -> None:
        if isinstance(row, EventRow):
            paint_event(painter, self.theme, where, row)
            return
        if row.kind != EntryKind.NIGHT:
            moment, late = row.kind == EntryKind.MOMENT, row.lateness == Lateness.MEMORY
            paint_badge(painter, self.theme, where, row.worst, round_=moment, hollow=late)
            return
        box(painter, where, self.theme.px(6), self.theme.color("well"), QPen(self.theme.color("line"), 1))
        side = self.theme.px(22)
        spot = where.center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(spot, self.theme.pixmap("moon", "quiet", 22))

    def _words(self, row: Row) -> tuple[str, str, str]:
        """When, what kind, and what it says."""
        if isinstance(row, EventRow):
            return event_when(row, self.today), event_kind(row), event_line(row)
        return when_words(row, self.today), kind_words(row), line_words(row)

    def _paint_words(self, painter: QPainter, row: Row, room: QRectF, *, chosen: bool) -> None:
        theme = self.theme
        title, note = theme.metrics("strong"), theme.metrics("note")
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        when, kind, line = self._words(row)
        top = QRectF(room.left(), room.top(), room.width(), title.height())
        room_beside = has_room(title, when, note, kind, room.width() - theme.px(8))
        beside = room_beside and (isinstance(row, EventRow) or row.kind != EntryKind.MOMENT)
        painter.setFont(theme.text("strong"))
        painter.setPen(theme.color("on_tint" if chosen else "ink"))
        shown = title.elidedText(when, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(top, leading | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(theme.color("on_tint" if chosen else "quiet"))
        painter.setFont(theme.text("note"))
        spot = QPointF(room.left(), top.bottom() + theme.px(1))
        if beside:
            painter.drawText(top, trailing | Qt.AlignmentFlag.AlignVCenter, kind)
        else:
            paint_lines(painter, kind, theme.text("note"), spot, room.width(), 1)
            spot.setY(spot.y() + note.height())
        paint_lines(painter, line, theme.text("note"), spot, room.width(), 2 if beside else 1)


def has_room(title: QFontMetrics, when: str, note: QFontMetrics, kind: str, width: float) -> bool:
    """Whether day and kind stand in one line of `width` px; where not, the kind has a line of its own."""
    return title.horizontalAdvance(when) + note.horizontalAdvance(kind) <= width


def paint_lines(
    painter: QPainter, text: str, font: QFont, spot: QPointF, width: float, most: int = 2
) -> None:
    """Words in at most `most` lines from `spot`, in their own direction, the last one shortened."""
    painter.setFont(font)
    metrics = painter.fontMetrics()
    right = is_right_to_left(text)
    for at, line in enumerate(broken(text, font, width, most)):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        where = QRectF(spot.x(), spot.y() + at * metrics.height(), width, metrics.height())
        painter.drawText(where, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, shown)


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text in at most `most` lines of `width` px; the last one holds all that is left."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    wide = text.encode("utf-16-le", "surrogatepass")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        end = None if len(lines) == most - 1 else 2 * (line.textStart() + line.textLength())
        # Qt counts UTF-16 units, Python letters: an emoji is two of one and one of the other.
        lines.append(wide[2 * line.textStart() : end].decode("utf-16-le", "surrogatepass").strip())
    layout.endLayout()
    return lines


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Arabic or Hebrew."""
    first = next((bidirectional(one) for one in text if bidirectional(one) in ("L", "R", "AL")), "L")
    return first != "L"
