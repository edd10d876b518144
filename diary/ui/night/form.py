"""The times of one night and its naps, with what follows from them in one live line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.insight.nights import Night, main_piece, night
from diary.models.moments import DAY_END, Moment
from diary.models.records import SleepPiece
from diary.ui.night.nap_row import NapRow
from diary.ui.night.night_time import NightTime
from diary.ui.night.placing import moments, place_nap, place_night
from diary.ui.night.words import asked_words, night_words
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.today.unclear import unclear_words
from diary.wording import say

STARTS = {"bed": time(23), "asleep": time(23, 20), "awake": time(6, 40), "up": time(7)}
"""The four times of a night in order, and what the first Up or Down gives."""


def _new_uid() -> str:
    return uuid4().hex


class NightForm(QWidget):
    """Four times, any of which may stay empty, and naps; `changed` is emitted for each change by hand.

    Stretches that it does not show (a night slept in several) stay in `pieces` as they were.
    """

    changed = Signal()

    def __init__(self, make_uid: Callable[[], str] = _new_uid) -> None:
        super().__init__()
        self._make_uid = make_uid
        self._day = date.min
        self._now = Moment(datetime.combine(date.min, time()))
        self._day_end = DAY_END
        self._uid = make_uid()
        self._main: SleepPiece | None = None
        self._others: tuple[SleepPiece, ...] = ()
        self._naps: list[NapRow] = []
        self._answers: tuple[float | None, float | None] = (None, None)
        self.setAccessibleName(say("night.form"))
        self._build()

    def _build(self) -> None:
        self.times = {key: NightTime(say(f"night.{key}"), start) for key, start in STARTS.items()}
        self.line = Label(say("night.empty"), "note", wrap=True)
        self.asked = Label("", "note_strong", wrap=True)
        self.add_nap = Button(say("nap.add"), "plus", "quiet")
        for field in self.times.values():
            field.changed.connect(self._on_changed)
        self.add_nap.clicked.connect(self._on_add_nap)
        four = FlowLayout(None, gap=8, line_gap=8)
        for field in self.times.values():
            four.addWidget(field)
        self._nap_column = QVBoxLayout()
        self._nap_column.setSpacing(4)
        nap_line = FlowLayout(None)
        nap_line.addWidget(self.add_nap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(four)
        column.addWidget(self.line)
        column.addWidget(self.asked)
        column.addLayout(self._nap_column)
        column.addLayout(nap_line)
        self.asked.hide()

    # --- what is shown

    def show_night(
        self, day: date, pieces: Sequence[SleepPiece], now: Moment, day_end: time = DAY_END
    ) -> None:
        """Shows the night that ends on `day`; `now` (of the store) gives zone and offset. Emits nothing.

        What is already shown stays as it is typed.
        """
        same = day == self._day and tuple(pieces) == self.pieces
        self._day, self._now, self._day_end = day, now, day_end
        if not same:
            self._load(tuple(pieces))
        self._tell()

    def show_answers(self, awake_min: float | None, given_min: float | None) -> None:
        """Takes the answers that the line depends on: minutes lain awake, own minutes asleep."""
        self._answers = (awake_min, given_min)
        self._tell()

    @property
    def pieces(self) -> tuple[SleepPiece, ...]:
        """The stretches of sleep as they would be kept; naps behind the night."""
        main = self._main_piece()
        naps = [self._nap_piece(row) for row in self._naps]
        return (*([] if main is None else [main]), *self._others, *(one for one in naps if one is not None))

    @property
    def night(self) -> Night:
        """What follows from all that is typed."""
        awake_min, given_min = self._answers
        return night(self.pieces, awake_min=awake_min, given_min=given_min, now=self._now)

    @property
    def naps(self) -> tuple[NapRow, ...]:
        """The rows of the naps."""
        return tuple(self._naps)

    def first_unclear(self) -> tuple[QWidget, str] | None:
        """The first time whose words are none, and what to say of it; None without one."""
        naps = (field for row in self._naps for field in (row.since, row.until))
        for one in (*self.times.values(), *naps):
            if one.is_unclear:
                why = say("night.time_hint")
                return one, unclear_words(one.field.accessibleName(), why)
        return None

    def forget_unclear(self) -> None:
        """Shows the times from before words that are none."""
        for row in self._naps:
            row.since.forget_unclear()
            row.until.forget_unclear()
        for field in self.times.values():
            field.forget_unclear()
        self._tell()

    def _load(self, pieces: tuple[SleepPiece, ...]) -> None:
        self._main = main_piece(pieces)
        self._uid = self._make_uid()
        self._others = tuple(one for one in pieces if not one.nap and one is not self._main)
        for key, field in self.times.items():
            moment: Moment | None = getattr(self._main, key, None)
            field.set_clock(None if moment is None else moment.local.time())
        for row in tuple(self._naps):
            self._drop(row)
        for piece in pieces:
            if piece.nap:
                self._add(piece)

    # --- the night as it would be kept

    def _placed(self) -> tuple[datetime | None, ...]:
        clocks = [field.clock for field in self.times.values()]
        if self._main is not None and clocks == _clocks(self._main):
            return tuple(None if one is None else one.local for one in _moments(self._main))
        return place_night(self._day, clocks, self._now.local, self._day_end)

    def _main_piece(self) -> SleepPiece | None:
        old = self._main
        if old is not None and [field.clock for field in self.times.values()] == _clocks(old):
            return old
        placed = self._placed()
        if not any(placed):
            return None
        made = moments(placed, self._now)
        old = old or SleepPiece(uid=self._uid)
        kept = [was if _same(was, one) else one for was, one in zip(_moments(old), made, strict=True)]
        bed, asleep, awake, up = kept
        return replace(old, bed=bed, asleep=asleep, awake=awake, up=up, asleep_min=None)

    def _nap_piece(self, row: NapRow) -> SleepPiece | None:
        old = row.piece
        whole = (old.asleep or old.bed, old.awake or old.up)
        if row.clocks == tuple(None if one is None else _minute(one) for one in whole) and any(whole):
            return old
        placed = place_nap(self._day, row.clocks, self._now.local, self._day_end)
        if not any(placed):
            return None
        since, until = moments(placed, self._now)
        return replace(old, bed=None, up=None, asleep=since, awake=until, asleep_min=None)

    # --- what is typed

    def _tell(self) -> None:
        for field, at in zip(self.times.values(), self._placed(), strict=True):
            field.show_date(at)
        for row in self._naps:
            piece = self._nap_piece(row)
            ends = (None, None) if piece is None else (piece.asleep or piece.bed, piece.awake or piece.up)
            row.show_dates(*(None if one is None else one.local for one in ends))
        found, given_min = self.night, self._answers[1]
        self.line.setText(night_words(found, given_min) or say("night.empty"))
        asked = " ".join(part for part in (asked_words(found, given_min), self._skipped_words()) if part)
        self.asked.setText(asked)
        self.asked.setVisible(bool(asked))

    def _skipped_words(self) -> str:
        """Says of times that clocks going forward left out how they are kept."""
        naps = [place_nap(self._day, row.clocks, self._now.local, self._day_end) for row in self._naps]
        placed = [at for times in (self._placed(), *naps) for at in times if at is not None]
        kept = [one for at in placed for one in moments([at], self._now) if one is not None]
        pairs = dict.fromkeys((at, one.local) for at, one in zip(placed, kept, strict=True))
        return " ".join(
            say("night.skipped", typed=f"{at:%H:%M}", kept=f"{local:%H:%M}")
            for at, local in pairs
            if at != local
        )

    @Slot()
    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_add_nap(self) -> None:
        row = self._add(SleepPiece(uid=self._make_uid(), nap=True))
        self._tell()
        row.since.setFocus()

    def _add(self, piece: SleepPiece) -> NapRow:
        row = NapRow(piece, len(self._naps) + 1)
        row.changed.connect(self._on_changed)
        row.removed.connect(self._on_removed)
        self._naps.append(row)
        self._nap_column.addWidget(row)
        row.show()  # a layout shows it later, and it could not take the keyboard until then
        QWidget.setTabOrder(row.remove, self.add_nap)  # the button is older, so it would come first
        return row

    @Slot(object)
    def _on_removed(self, row: NapRow) -> None:
        self.add_nap.setFocus()
        self._drop(row)
        self._on_changed()

    def _drop(self, row: NapRow) -> None:
        self._naps.remove(row)
        self._nap_column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for n, left in enumerate(self._naps, 1):
            left.set_number(n)


def _moments(piece: SleepPiece) -> tuple[Moment | None, ...]:
    return piece.bed, piece.asleep, piece.awake, piece.up


def _minute(moment: Moment) -> time:
    return moment.local.time().replace(second=0, microsecond=0)


def _clocks(piece: SleepPiece) -> list[time | None]:
    return [None if one is None else _minute(one) for one in _moments(piece)]


def _same(was: Moment | None, now: Moment | None) -> bool:
    """Whether a time is still the one that was kept, wherever the person was then."""
    if was is None or now is None:
        return False
    return was.local.replace(second=0, microsecond=0) == now.local
