"""What History reads from the record, in the pieces its parts are given."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.insight.month import DayMark, day_marks
from diary.insight.nights import computed_rows, with_computed
from diary.insight.period import all_series
from diary.insight.series import SLEEP, Summary, summary
from diary.insight.worst import WorstDays, worst_days
from diary.models.codes import EntryKind, Noun
from diary.models.history import DayVersion, EventRow, Found, ListRow, Used, Wanted, What
from diary.models.records import Author, Entry, Measure
from diary.models.views import ChangeRow
from diary.ui.history.entry_view import Shown
from diary.ui.history.entry_words import author_words
from diary.ui.writers.words import known_writers

if TYPE_CHECKING:
    from diary.models.records import Record
    from diary.store.store import Store

FIRST_FEW = 3
"""So many of a change's records are looked at, to tell what was different."""

CODES = ("pain_average", "pain_worst", "pain_now", "sleep_min")


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What a calendar shows: marks by ordinal day for the weeks, numbers for the month itself."""

    marks: Mapping[int, DayMark]
    worst: WorstDays
    told: Mapping[str, Summary]


class Past:
    """Asks the store; `sqlalchemy` is first imported by the store's thread, so queries load late."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._unread = False

    @property
    def is_open(self) -> bool:
        """Whether the diary can be asked."""
        return self._store.is_open

    def month(self, month: date, first: date, last: date) -> Month:
        """The month that begins on `month`, within the weeks from `first` to `last`."""
        from diary.storage.period_queries import period

        rows = with_computed(self._store.ask(period, first, last, self._store.today(), CODES))
        since = month.toordinal()
        until = since + monthrange(month.year, month.month)[1] - 1
        series = {code: one.between(since, until) for code, one in all_series(rows).items()}
        worst = worst_days(rows.values, rows.areas, rows.answers)
        return Month(
            marks=day_marks(rows),
            worst=worst.between(since, until),
            told={code: summary(one) for code, one in series.items()},
        )

    def span(self) -> tuple[date, date] | None:
        """The first and last day with an entry."""
        from diary.storage import queries

        return self._store.ask(queries.span)

    def found(self, wanted: Wanted) -> list[Found]:
        """The entries that fit."""
        from diary.storage import history_queries

        return self._store.ask(history_queries.search, wanted)

    def events(self, wanted: Wanted, today: date) -> list[Found]:
        """The records other than entries that fit, up to today."""
        from diary.storage import timeline_queries

        return self._store.ask(timeline_queries.events, wanted, today)

    def event_days(self, wanted: Wanted, since: date, until: date) -> dict[int, int]:
        """How many of them each day (ordinal) has."""
        from diary.storage import timeline_queries

        return self._store.ask(timeline_queries.event_days, wanted, since, until)

    def event_nouns(self, today: date) -> frozenset[Noun]:
        """The nouns of which there is any record with a day."""
        from diary.storage import timeline_queries

        return frozenset(one.noun for one in self._store.ask(timeline_queries.event_kinds, today))

    def event_rows(self, what: What, numbers: Sequence[int]) -> dict[int, EventRow]:
        """What the list shows of records of one kind; nothing while it cannot be read."""
        from diary.storage import timeline_queries

        if not self.is_open:
            return {}
        try:
            rows = self._store.ask(timeline_queries.event_rows, what, numbers)
        except DiaryError as error:
            self._tell_once(error)
            return {}
        others = {number: row for number, row in rows.items() if row.author != self._store.author}
        authors = self.authors() if others else {}
        named = {n: row._replace(writer=author_words(row.author, authors)) for n, row in others.items()}
        return rows | named

    def _tell_once(self, error: DiaryError) -> None:
        if not self._unread:
            self._unread = True
            self._store.trouble.emit(error)

    def rows(self, numbers: Sequence[int]) -> dict[int, ListRow]:
        """What the list shows of these entries; nothing while it cannot be read, since painting goes on."""
        from diary.storage import history_queries

        if not self.is_open:
            return {}
        try:
            rows = self._with_writers(self._with_sleep(self._store.ask(history_queries.list_rows, numbers)))
        except DiaryError as error:
            self._tell_once(error)
            return {}
        self._unread = False
        return rows

    def _with_writers(self, rows: dict[int, ListRow]) -> dict[int, ListRow]:
        """The rows, with the name of who wrote where that is not the one who writes here now."""
        others = {n: row for n, row in rows.items() if row.author != self._store.author}
        if not others:
            return rows
        authors = self.authors()
        named = {n: row._replace(writer=author_words(row.author, authors)) for n, row in others.items()}
        return rows | named

    def _with_sleep(self, rows: dict[int, ListRow]) -> dict[int, ListRow]:
        """The rows, with minutes asleep worked out for nights that have times alone."""
        from diary.storage.night_queries import nights_of

        bare = [n for n, row in rows.items() if row.kind == EntryKind.NIGHT and row.sleep_min is None]
        if not bare:
            return rows
        found = {
            one.entry: int(one.value)
            for one in computed_rows(self._store.ask(nights_of, bare))
            if one.measure == SLEEP and one.value is not None
        }
        return rows | {n: rows[n]._replace(sleep_min=found.get(rows[n].uid)) for n in bare}

    def used(self) -> Used:
        """What filters can choose from."""
        from diary.storage import history_queries

        return self._store.ask(history_queries.used)

    def authors(self) -> dict[str, Author]:
        """Those who write in the diary."""
        return known_writers(self._store)

    def shown(self, uid: str, today: date) -> Shown | None:
        """An entry in full, or None where it is not there any more."""
        from diary.storage import history_queries, queries, version_queries

        entries = self._store.ask(history_queries.beside, uid)
        if not entries:
            return None
        shown = Shown(
            entries=entries,
            versions=(),
            measures=self._store.ask(queries.measures),
            authors=self.authors(),
            today=today,
            own=self._store.author,
        )
        uids = [one.uid for one in shown.own_entries]
        versions: list[DayVersion] = self._store.ask(version_queries.day_versions, uids)
        return replace(shown, versions=tuple(versions))

    def uid_on(self, day: date) -> str | None:
        """The entry that stands for a day: its day entry, else its first; None without any."""
        from diary.storage import queries

        rows = self._store.ask(queries.entry_rows, day, day)
        own = self._store.author
        rows.sort(key=lambda row: (row.kind != EntryKind.DAY, row.author != own, bool(row.source)))
        return rows[0].entry if rows else None

    def measures(self) -> Mapping[str, Measure]:
        """All measures by code."""
        from diary.storage import queries

        return self._store.ask(queries.measures)

    def entry(self, uid: str) -> Entry | None:
        """An entry as the diary holds it now."""
        from diary.storage import queries

        return self._store.ask(queries.entry, uid)

    def changes(self, limit: int, offset: int) -> list[ChangeRow]:
        """The latest changes."""
        from diary.storage import version_queries

        return self._store.ask(version_queries.recent_changes, limit, offset)

    def taken_back(self, rows: Sequence[ChangeRow]) -> frozenset[str]:
        """The uids of those changes that others of them took back."""
        from diary.storage import version_queries

        return self._store.ask(version_queries.taken_back, rows)

    def event_details(self, noun: Noun, uid: str) -> tuple[str, ...]:
        """All that a record other than an entry says, a line each; its note has a place of its own."""
        from diary.models.nouns import PLAIN
        from diary.models.story import Response
        from diary.storage import life_queries
        from diary.ui.history.event_words import details

        told = noun in PLAIN and noun not in (Noun.ERASED, Noun.GIVEN_EXPORT)
        record = self._store.ask(life_queries.one_of, PLAIN[noun], uid) if told else None
        if isinstance(record, Response):
            from diary.ui.questionnaires.said import result_words

            return (result_words(record), *details(record))
        return () if record is None else details(record)

    def main_records(self, rows: Sequence[ChangeRow]) -> dict[str, list[tuple[Record, Record | None]]]:
        """By change uid: the first records it touched, each with the treatment or goal it belongs to."""
        from diary.storage import version_queries

        return self._store.ask(version_queries.main_records, rows)

    def steps(self, row: ChangeRow) -> list[tuple[Record | None, Record | None]]:
        """What a change did to the first few records it touched."""
        from diary.storage import version_queries

        return self._store.ask(version_queries.steps_of, row.change.uid, row.touched[:FIRST_FEW])
