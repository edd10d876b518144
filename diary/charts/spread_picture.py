"""How often each value came, worked out before anything is drawn: counts by bin, and by half of the days."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from diary.charts.key_flow import LINE, SWATCH, lines_of
from diary.charts.value_words import end_words, name_words, range_words, short_words
from diary.insight.day_values import Bins, DayValue, DayValues, bins_of
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.insight.statistics.mean import Interval
    from diary.models.records import Measure

MOST_BINS = 20
"""More bars than this take wider bins."""

LEAST_HALVES = 28
"""Fewer days than this are not looked at in halves."""

SIDE, COUNTS, MEAN, PLOT, AXIS = 12, 30, 34, 270, 26
"""Margins, room for the counts' axis, height of the mean, of the bars, of the axis; px at 100 %."""

TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One half of the days (ordinals): `n` days with a value that counts, of `days`."""

    since: int
    until: int
    n: int
    days: int
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadBin:
    """One bar: `count` days that count, `late` memory notes besides; `halves` by half, where there are any.

    `title` and `line` are told of it, `label` stands under it, `edge` where it begins.
    """

    count: int
    late: int
    halves: tuple[int, ...]
    share: float
    title: str
    line: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadPicture:
    """A measure's bars over some days; `mean` and its range in the measure's units, None where not known."""

    title: str
    values: DayValues
    bins: Bins
    bars: tuple[SpreadBin, ...]
    halves: tuple[Half, ...]
    half_words: tuple[str, ...]
    mean: float | None
    interval: Interval | None
    mean_said: str
    ends: tuple[str, str]

    @property
    def n(self) -> int:
        """The days that count."""
        return sum(one.count for one in self.bars)

    @property
    def n_late(self) -> int:
        """The memory notes."""
        return sum(one.late for one in self.bars)

    @property
    def most(self) -> int:
        """The height of the tallest bar, late boxes on top of it."""
        return max((one.count + one.late for one in self.bars), default=0)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The counts named at the left."""
        step = max(1, ceil(self.most / TICKS))
        round_step = next(
            one * size for size in (1, 10, 100, 1000, 10000) for one in (1, 2, 5) if one * size >= step
        )
        return tuple(range(0, self.most + 1, round_step))

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Each kind of sign there is, and its words."""
        found = [("all", say("spread.legend.all"))]
        found += [(f"half_{at}", words) for at, words in enumerate(self.half_words)]
        found += [("late", say("spread.legend.late"))] if self.n_late else []
        if self.mean is None:
            return found
        mean = "spread.legend.mean" if self.interval is None else "spread.legend.mean_range"
        return [*found, ("mean", say(mean))]

    def tall(self, width: float) -> float:
        """The height it needs, px at 100 %."""
        ends = AXIS if any(self.ends) else 0
        lines = lines_of([words for _, words in self.legend], width - 2 * SIDE, [SWATCH] * len(self.legend))
        return (MEAN if self.mean is not None else 8) + 18 + PLOT + AXIS + ends + LINE * lines + 16


def spread_picture(
    values: DayValues,
    measures: Mapping[str, Measure],
    mean: float | None,
    interval: Interval | None,
    mean_said: str,
    period_words: Sequence[str],
) -> SpreadPicture:
    """The bars of these days; `period_words` say when both halves were."""
    counted = values.counted()
    bins = bins_of(values.measure, tuple(one.value for one in values.values), MOST_BINS)
    halves = halves_of(values)
    by_half = [_counts(values.between(one.since, one.until), bins) for one in halves]
    counts, late = _counts(counted, bins), _counts([one for one in values.values if one.memory], bins)
    bars = tuple(
        _bar(values, bins, at, counts[at], late[at], len(counted), halves, tuple(one[at] for one in by_half))
        for at in range(bins.count)
    )
    return SpreadPicture(
        title=name_words(values.code, measures),
        values=values,
        bins=bins,
        bars=bars,
        halves=halves,
        half_words=tuple(
            say_n(f"spread.legend.half_{at}", one.days, period=words, some=one.n)
            for at, (one, words) in enumerate(zip(halves, period_words, strict=False))
        ),
        mean=mean,
        interval=interval,
        mean_said=mean_said,
        ends=end_words(values.measure),
    )


def halves_of(values: DayValues) -> tuple[Half, ...]:
    """The earlier and the later half of the days; none where they are few, or one of them has no value."""
    if values.days < LEAST_HALVES:
        return ()
    last = values.from_day + values.days - 1
    middle = values.from_day + values.days // 2
    found = [_half(values, values.from_day, middle - 1), _half(values, middle, last)]
    return tuple(found) if all(one.n for one in found) else ()


def _half(values: DayValues, since: int, until: int) -> Half:
    inside = [one.value for one in values.between(since, until)]
    mean = sum(inside) / len(inside) if inside else None
    return Half(since=since, until=until, n=len(inside), days=until - since + 1, mean=mean)


def _counts(values: Sequence[DayValue], bins: Bins) -> list[int]:
    found = [0] * bins.count
    for one in values:
        found[bins.at(one.value)] += 1
    return found


def _bar(
    values: DayValues,
    bins: Bins,
    at: int,
    count: int,
    late: int,
    n: int,
    halves: tuple[Half, ...],
    by_half: tuple[int, ...],
) -> SpreadBin:
    low, high = bins.ends(at)
    share = count / n if n else 0.0
    said = [say_n("spread.told", n, count=count, of=n, percent=round(100 * share))]
    if halves:
        first, second = halves
        said.append(say("spread.told_halves", a=by_half[0], n=first.n, b=by_half[1], m=second.n))
    if late:
        said.append(say_n("spread.told_late", late))
    return SpreadBin(
        count=count,
        late=late,
        halves=by_half,
        share=share,
        title=range_words(low, high, values.measure),
        line=" ".join(said),
        label=short_words(low, values.measure),
    )
