"""One measure, day by day: which value a day shows, and simple numbers over the days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from diary.models.codes import EntryKind, Lateness
from diary.models.views import ValueRow

MOMENT = str(EntryKind.MOMENT)
MEMORY = str(Lateness.MEMORY)
SLEEP = "sleep_min"


@dataclass(frozen=True, slots=True, kw_only=True)
class DailySeries:
    """A measure from day `since` to `until` (ordinals): at most one row a day in `values`, moments apart.

    `by_moment`: the measure has moments only, so each of `values` is the mean of that day's moments.
    """

    measure: str
    since: int
    until: int
    today: int
    first_day: int | None
    values: tuple[ValueRow, ...]
    moments: tuple[ValueRow, ...] = ()
    by_moment: bool = False
    with_memory: bool = False

    def between(self, since: int, until: int) -> DailySeries:
        """The same series on fewer days."""
        return replace(
            self,
            since=since,
            until=until,
            values=cut(self.values, since, until),
            moments=cut(self.moments, since, until),
        )

    def counted(self) -> tuple[ValueRow, ...]:
        """The days that enter averages: memory notes only when they were asked for."""
        if self.with_memory:
            return self.values
        return tuple(row for row in self.values if row.lateness != MEMORY)

    @property
    def from_day(self) -> int:
        """The day from which N counts: the period's first, or the measure's first where that is later."""
        return self.since if self.first_day is None else max(self.since, self.first_day)

    @property
    def days(self) -> int:
        """N: the calendar days of the period up to today, from the measure's first day."""
        if self.first_day is None:
            return 0
        return max(0, min(self.until, self.today) - self.from_day + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Numbers of one measure: `n` days that the mean is over, of `days`; absent where there is none.

    `n_answered` days have an answer that counts: a number, a yes or no, or a word its source gave no number.

    Where it has moments only, `mean` is that of the days' means, the ends are single moments.
    `n_memory` days entered over 3 days later; `words` counts a choice's words and yes or no by day.
    """

    measure: str
    n: int
    n_answered: int
    days: int
    from_day: int
    from_first_day: bool
    mean: float | None
    minimum: float | None
    maximum: float | None
    n_memory: int
    n_imported: int
    n_changed: int
    n_moments: int
    by_moment: bool
    words: tuple[tuple[str, int], ...] = ()

    @property
    def n_yes(self) -> int:
        """Days answered with yes, for yes-or-no measures: those whose value is 1."""
        return dict(self.words).get("yes", 0)


def cut(rows: Sequence[ValueRow], since: int, until: int) -> tuple[ValueRow, ...]:
    """The rows of the days from `since` to `until`; `rows` are sorted by day."""
    low = bisect_left(rows, since, key=_day)
    return tuple(rows[low : bisect_right(rows, until, key=_day)])


def daily(
    rows: Iterable[ValueRow],
    measure: str,
    since: int,
    until: int,
    today: int,
    first_day: int | None,
    *,
    with_memory: bool = False,
    longest: dict[int, str] | None = None,
) -> DailySeries:
    """The day's value of `measure` on each day of the period; `rows` may hold other measures too.

    Where several speak of one day, one is shown: own before a helper's, typed before device, longest sleep
    (`longest`: entry by day, from `longest_nights`; worked out from `rows` when not given).
    """
    rows = list(rows)
    own = [row for row in rows if row.measure == measure and since <= row.day <= until]
    if longest is None:
        longest = longest_nights(rows)
    days: dict[int, ValueRow] = {}
    moments: list[ValueRow] = []
    for row in own:
        if row.kind == MOMENT:
            moments.append(row)
        elif row.day not in days or _before(row, days[row.day], longest):
            days[row.day] = row
    by_moment = not days and bool(moments)
    values = _means(moments) if by_moment else [days[day] for day in sorted(days)]
    return DailySeries(
        measure=measure,
        since=since,
        until=until,
        today=today,
        first_day=first_day,
        values=tuple(values),
        moments=tuple(sorted(moments, key=_when)),
        by_moment=by_moment,
        with_memory=with_memory,
    )


def longest_nights(rows: Iterable[ValueRow]) -> dict[int, str]:
    """The entry with the longest sleep of each night that has more than one source."""
    best: dict[int, ValueRow] = {}
    for row in rows:
        if row.measure == SLEEP and row.source and row.value is not None:
            held = best.get(row.day)
            if held is None or (held.value or 0) < row.value:
                best[row.day] = row
    return {day: row.entry for day, row in best.items()}


def summary(series: DailySeries, *, yes_no: bool = False) -> Summary:
    """The numbers of a series, memory notes out of them; `yes_no`: counted as yes and no by day."""
    counted = series.counted()
    numbers = [row.value for row in counted if row.value is not None]
    rows = of_one_writer(series.moments) if series.by_moment else [*counted]
    heard = [row for row in rows if series.with_memory or row.lateness != MEMORY]
    ends = [row.value for row in heard if row.value is not None]
    words = _yes_and_no(counted) if yes_no else _words(rows, with_memory=series.with_memory)
    return Summary(
        measure=series.measure,
        n=len(numbers) if numbers and not yes_no else len(counted),
        n_answered=len(counted),
        days=series.days,
        from_day=series.from_day,
        from_first_day=series.from_day > series.since,
        mean=sum(numbers) / len(numbers) if numbers and not yes_no else None,
        minimum=min(ends) if ends and not yes_no else None,
        maximum=max(ends) if ends and not yes_no else None,
        n_memory=sum(row.lateness == MEMORY for row in series.values),
        n_imported=sum(row.lateness == Lateness.IMPORTED for row in series.values),
        n_changed=sum(bool(row.changed) for row in series.values),
        n_moments=len(series.moments),
        by_moment=series.by_moment,
        words=words,
    )


def _before(row: ValueRow, held: ValueRow, longest: dict[int, str]) -> bool:
    """Whether `row` is shown instead of `held`, which speaks of the same day."""
    return _rank(row, longest) > _rank(held, longest)


def _rank(row: ValueRow, longest: dict[int, str]) -> tuple[bool, bool, bool]:
    return (row.author == "", row.source == "", longest.get(row.day) == row.entry)


def _means(moments: Sequence[ValueRow]) -> list[ValueRow]:
    """One row a day: the mean of the moments that are no memory notes, else of those that are."""
    by_day = _by_day(moments)
    return [_mean(_of_one(by_day[day])) for day in sorted(by_day)]


def of_one_writer(moments: Sequence[ValueRow]) -> list[ValueRow]:
    """The moments of one writer a day: the person's own where there are any."""
    return [row for rows in _by_day(moments).values() for row in _of_one(rows)]


def _of_one(rows: list[ValueRow]) -> list[ValueRow]:
    """A day's moments as the person wrote them, else as the one helper did who wrote first: never mixed."""
    writer = "" if any(not row.author for row in rows) else rows[0].author
    return [row for row in rows if row.author == writer]


def _by_day(rows: Sequence[ValueRow]) -> dict[int, list[ValueRow]]:
    found: dict[int, list[ValueRow]] = {}
    for row in rows:
        found.setdefault(row.day, []).append(row)
    return found


def _mean(rows: list[ValueRow]) -> ValueRow:
    heard = [row for row in rows if row.lateness != MEMORY] or rows
    numbers = [row.value for row in heard if row.value is not None]
    mean = sum(numbers) / len(numbers) if numbers else None
    return heard[0]._replace(value=mean, text=heard[0].text if len(heard) == 1 else None)


def _words(rows: Sequence[ValueRow], *, with_memory: bool) -> tuple[tuple[str, int], ...]:
    heard = (row.text for row in rows if with_memory or row.lateness != MEMORY)
    return tuple(sorted(Counter(word for word in heard if word).items(), key=_most))


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return (-item[1], item[0])


def _yes_and_no(rows: Sequence[ValueRow]) -> tuple[tuple[str, int], ...]:
    yes = sum(bool(row.value) for row in rows if row.value is not None)
    no = sum(not row.value for row in rows if row.value is not None)
    return (("yes", yes), ("no", no))


def _day(row: ValueRow) -> int:
    return row.day


def _when(row: ValueRow) -> tuple[int, str]:
    return (row.day, row.at or "")
