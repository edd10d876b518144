"""Seven days being typed in: what the diary holds of them, what was typed over it, and how it is saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.exchange.paper_diary import DAYS
from diary.models.codes import EntryKind, Lateness, Verb
from diary.models.moments import lateness
from diary.models.records import Entry, Measure, Replace
from diary.ui.medicines.day import read_day
from diary.ui.paper.rows import Row, UnreadableError, rows_of, typed, words
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, in_order
from diary.ui.today.clock import moment_on
from diary.ui.today.saving import to_steps
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.wording import say_n

if TYPE_CHECKING:
    from diary.store.store import Store

DRAFT = "paper"
KINDS = (EntryKind.DAY, EntryKind.NIGHT)

Cell = tuple[int, date]
"""A row's number, and a day."""


class PaperDays:
    """Cells of text over the diary's own answers; nothing is recorded before `save`."""

    def __init__(self, store: Store, first: date) -> None:
        self._store = store
        self.first = first
        self.typed: dict[Cell, str] = {}
        self._before: dict[date, dict[EntryKind, Entry | None]] = {}
        self.measures = self._measures()
        self.rows = rows_of(self.measures, planned=self._planned())
        self.read()

    # --- reading

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days."""
        return tuple(self.first + timedelta(days=at) for at in range(DAYS))

    def is_open(self, day: date) -> bool:
        """Whether a day can be written about: not one that is still to come."""
        return day <= self._store.today()

    def lateness(self, day: date) -> Lateness:
        """The class that values typed now about a day have."""
        return lateness(day, self._store.today())

    def show(self, first: date) -> None:
        """Goes to other days; what was typed there and here stays until it is saved."""
        self.first = first
        self.read()

    def read(self) -> None:
        """Reads what the diary holds of the days in sight and of those with typing."""
        from diary.storage import queries

        wanted = {*self.days, *(day for _, day in self.typed)}
        self._before = {
            day: {kind: self._store.ask(queries.entry_on, day, kind, self._store.author) for kind in KINDS}
            for day in wanted
        }

    def _measures(self) -> tuple[Measure, ...]:
        from diary.storage import queries

        asked = self._store.setting(ASKED_SETTING, list(ASKED_DEFAULT))
        return in_order(asked, self._store.ask(queries.measures))

    def _planned(self) -> bool:
        return bool(read_day(self._store, min(self.first, self._store.today())).regular)

    def saved(self, day: date) -> Sitting:
        """What the diary holds of a day."""
        return read_sitting(self._before[day].values())

    def text(self, row: int, day: date) -> str:
        """What a cell shows: what was typed, else what the diary holds."""
        given = self.typed.get((row, day))
        return words(self.rows[row], self.saved(day)) if given is None else given

    def is_typed(self, row: int, day: date) -> bool:
        """Whether a cell has typing that is not saved."""
        return (row, day) in self.typed

    def problem(self, row: int, day: date) -> str:
        """Why a typed cell is no answer; "" where it is one."""
        given = self.typed.get((row, day))
        if given is None:
            return ""
        try:
            typed(self.rows[row], given, self.saved(day), self.measures)
        except UnreadableError as error:
            return str(error)
        return ""

    # --- typing

    def give(self, row: int, day: date, text: str) -> None:
        """Takes the words of a cell; those that say what the diary holds already are no typing."""
        if text.strip() == words(self.rows[row], self.saved(day)):
            self.typed.pop((row, day), None)
        else:
            self.typed[(row, day)] = text

    def forget(self) -> None:
        """Lets go of all that was typed."""
        self.typed.clear()

    def problems(self) -> Iterator[tuple[Row, date, str]]:
        """The cells that are no answers, by day and row."""
        for row, day in sorted(self.typed, key=lambda one: (one[1], one[0])):
            if why := self.problem(row, day):
                yield self.rows[row], day, why

    # --- keeping

    def keep(self) -> None:
        """Keeps what was typed as a draft, or drops it where nothing is."""
        if not self.typed:
            self._store.drop_draft(DRAFT)
            return
        cells = [[self.rows[row].key, str(day), text] for (row, day), text in self.typed.items()]
        content = json.dumps({"first": str(self.first), "cells": cells}, ensure_ascii=False)
        self._store.keep_draft(DRAFT, content)

    def bring_back(self) -> bool:
        """Takes what was typed before and not saved; whether there was any."""
        draft = self._store.draft(DRAFT)
        if draft is None:
            return False
        number = {row.key: at for at, row in enumerate(self.rows)}
        try:
            kept = json.loads(draft.content)
            first = date.fromisoformat(kept["first"])
            cells = [(str(key), date.fromisoformat(day), str(text)) for key, day, text in kept["cells"]]
        except (ValueError, KeyError, TypeError):
            return False
        self.typed = {(number[key], day): text for key, day, text in cells if key in number}
        self.show(first)
        return bool(self.typed)

    # --- saving

    def save(self) -> int:
        """Saves every typed day as one change and gives their number; DiaryError, ConflictError."""
        days = sorted({day for _, day in self.typed})
        steps: list[Replace] = []
        for day in days:
            steps += to_steps(self._sitting(day), self._about(day), self._before[day], self._store.make_uid)
        if steps:
            known = any(one.before is not None for one in steps)
            text = say_n("blank.saved", len(days))
            self._store.save(steps, text=text, verb=Verb.EDIT if known else Verb.SAVE, drop_draft=DRAFT)
        self.typed.clear()
        self.keep()
        self.read()
        return len(days)

    def _sitting(self, day: date) -> Sitting:
        sitting = self.saved(day)
        for (row, about), text in self.typed.items():
            if about == day:
                sitting = typed(self.rows[row], text, sitting, self.measures)
        return sitting

    def _about(self, day: date) -> About:
        kept_in = {one.code: one.kept_in for one in self.measures}
        given = {self.rows[row].key for row, about in self.typed if about == day}
        return About(
            day=day,
            author=self._store.author,
            asked=tuple(code for code in kept_in if code in given),
            kept_in=kept_in,
            wordings={one.code: one.wording for one in self.measures},
            moment=moment_on(self._store, day),
        )
