"""Words over time, attacks and medicines as needed as rows of bars, worked out before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from diary.anatomy.patterns import OWN, color_token
from diary.wording import say, say_n
from diary.wording.treatment_words import number

if TYPE_CHECKING:
    from diary.insight.findings.attacks import Attacks
    from diary.insight.findings.kinds import Kinds, QualityBlock
    from diary.insight.findings.use import MedicineUse, Use, UseMonth

T = TypeVar("T")

Period = Callable[[int, int], str]
"""Says the days from one to another (ordinals) in words."""

BESIDE = 560
"""From this width on names stand left of their rows, px at 100 %."""

ROW, TALL_ROW, ABOVE, BELOW = 54, 78, 12, 56
"""Height of a row with its name beside it or above it, room above, and of the axis; px at 100 %."""

MOST_BARS = 66
"""More bars than this are drawn together, several to one."""

MOST_STRIPS = 14
"""Further rows stand in the table alone."""

WEEKS_A_BLOCK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The days `since` to `until` (ordinals): a height of 0 to 1, or None where nothing was answered."""

    since: int
    until: int
    height: float | None
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A row of bars: name, note, palette token, pattern of a quality ("" plain), and what full height is."""

    name: str
    note: str
    color: str
    bars: tuple[Bar, ...]
    top: str
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripsPicture:
    """Rows of bars over the days `since` to `until` (ordinals); `more` says what is not among them."""

    title: str
    axis: str
    since: int
    until: int
    strips: tuple[Strip, ...]
    more: str = ""

    def beside(self, width: float) -> bool:
        """Whether names stand left of their rows on a width in px at 100 %."""
        return width >= BESIDE

    def tall(self, width: float) -> float:
        """The height it needs, px at 100 %."""
        rows = len(self.strips) * (ROW if self.beside(width) else TALL_ROW)
        return ABOVE + BELOW + rows + (22 if self.more else 0)


def together(rows: Sequence[T]) -> tuple[int, list[Sequence[T]]]:
    """How many rows make one bar, and the rows of each bar; they are counted from the last."""
    every = max(1, -(-len(rows) // MOST_BARS))
    first = len(rows) % every
    cut = [rows[:first]] if first else []
    return every, [*cut, *(rows[at : at + every] for at in range(first, len(rows), every))]


def word_names(found: Kinds) -> list[str]:
    """The words in the order of their rows, own words last."""
    own = [say("kinds.other_word", word=word) for word in found.own_words]
    return [say(f"quality.{code}") for code in found.qualities] + own


def words_picture(found: Kinds, period: Period) -> StripsPicture | None:
    """A row for each word; None where no word was said."""
    if not found.blocks or not (found.qualities or found.own_words):
        return None
    every, cut = together(found.blocks)
    names = word_names(found)
    patterns = [*found.qualities, *(OWN for _ in found.own_words)]
    strips = [
        _word_strip(at, name, pattern, cut, period)
        for at, (name, pattern) in enumerate(zip(names, patterns, strict=True))
    ]
    more = len(strips) - MOST_STRIPS
    axis = say("kinds.words_axis_more", weeks=WEEKS_A_BLOCK * every) if every > 1 else say("kinds.words_axis")
    return StripsPicture(
        title=say("kinds.words"),
        axis=axis,
        since=found.blocks[0].since,
        until=found.blocks[-1].until,
        strips=tuple(strips[:MOST_STRIPS]),
        more=say_n("kinds.more_strips", more) if more > 0 else "",
    )


def said_in(block: QualityBlock, at: int) -> int:
    """On how many days of a block the word of row `at` was said."""
    return (*block.counts, *block.own_counts)[at]


def _word_strip(
    at: int, name: str, pattern: str, cut: Sequence[Sequence[QualityBlock]], period: Period
) -> Strip:
    bars = []
    for blocks in cut:
        some, n = sum(said_in(one, at) for one in blocks), sum(one.n for one in blocks)
        since, until = blocks[0].since, blocks[-1].until
        line = say_n("kinds.bar_words", n, some=some) if n else say("kinds.bar_no_place")
        bars.append(_bar(name, since, until, some / n if n else None, line, period))
    total = [sum(said_in(one, at) for blocks in cut for one in blocks), sum(one.n for b in cut for one in b)]
    return Strip(
        name=name,
        note=say_n("kinds.strip_days", total[1], some=total[0]),
        color=color_token(pattern),
        pattern=pattern,
        bars=tuple(bars),
        top=say("kinds.all"),
    )


def _bar(name: str, since: int, until: int, height: float | None, line: str, period: Period) -> Bar:
    title = say("kinds.bar", name=name, period=period(since, until))
    return Bar(since=since, until=until, height=height, title=title, line=line)


# --- attacks


def attacks_picture(found: Attacks, period: Period) -> StripsPicture | None:
    """A row of attacks and one of single moments, week by week; None where there is no week."""
    if not found.weeks:
        return None
    every, cut = together(found.weeks)
    spans = [_week_span(weeks[0].monday, weeks[-1].monday, found.since, found.until) for weeks in cut]
    attacks = [
        sum(week.attacks for week in weeks) if any(week.n for week in weeks) else None for weeks in cut
    ]
    flares = [sum(week.flares for week in weeks) for weeks in cut]
    answers = [(sum(week.n for week in weeks), sum(week.days for week in weeks)) for weeks in cut]
    said = [
        say("kinds.bar_no_answer")
        if count is None
        else say_n("kinds.bar_attacks", days, attacks=say_n("kinds.n_attacks", count), some=n)
        for count, (n, days) in zip(attacks, answers, strict=True)
    ]
    noted = [say_n("kinds.bar_flares", count) for count in flares]
    strips = []
    if found.n:
        strips.append(_counts(say("kinds.attack_row"), "chart.pain", attacks, spans, said, period))
    if found.flares:
        strips.append(_counts(say("kinds.flare_row"), "chart.sleep", flares, spans, noted, period))
    axis = say("kinds.attacks_axis_more", weeks=every) if every > 1 else say("kinds.attacks_axis")
    return StripsPicture(
        title=say("kinds.attacks"),
        axis=axis,
        since=found.since,
        until=max(found.until, found.since),
        strips=tuple(strips),
    )


def _week_span(first: int, last: int, since: int, until: int) -> tuple[int, int]:
    return max(first, since), min(last + 6, until)


def _counts(
    name: str,
    color: str,
    counts: Sequence[int | None],
    spans: Sequence[tuple[int, int]],
    lines: Sequence[str],
    period: Period,
) -> Strip:
    """A row of counts; full height is the largest of them."""
    most = max((count for count in counts if count is not None), default=0)
    bars = [
        _bar(name, since, until, None if count is None else count / max(most, 1), line, period)
        for (since, until), count, line in zip(spans, counts, lines, strict=True)
    ]
    total = sum(count or 0 for count in counts)
    return Strip(
        name=name,
        note=say_n("kinds.strip_total", total),
        color=color,
        bars=tuple(bars),
        top=number(max(most, 1)),
    )


# --- medicines as needed


def use_picture(found: Use, period: Period) -> StripsPicture | None:
    """A row for all medicines together where there are several, and one for each; None without a month."""
    if not found.together.months:
        return None
    shown = [found.together, *found.medicines] if len(found.medicines) != 1 else list(found.medicines)
    every = max(together(one.months)[0] for one in shown)
    strips = [_use_strip(one, found, period) for one in shown]
    more = len(strips) - MOST_STRIPS
    first = min(one.month.toordinal() for one in found.together.months)
    return StripsPicture(
        title=say("kinds.use"),
        axis=say("kinds.use_axis_more", months=every) if every > 1 else say("kinds.use_axis"),
        since=max(first, found.since),
        until=found.until,
        strips=tuple(strips[:MOST_STRIPS]),
        more=say_n("kinds.more_strips", more) if more > 0 else "",
    )


def use_name(one: MedicineUse) -> str:
    """What a row of medicines is called."""
    return one.name if one.treatment is not None else say("kinds.together")


def _use_strip(one: MedicineUse, found: Use, period: Period) -> Strip:
    name, bars = use_name(one), []
    for months in together(one.months)[1]:
        days, answered = sum(month.days for month in months), sum(month.answered for month in months)
        since, until = max(months[0].month.toordinal(), found.since), min(_end(months[-1]), found.until)
        line = say_n("kinds.bar_use", answered, some=days)
        bars.append(_bar(name, since, until, days / answered, line, period))
    days = sum(month.days for month in one.months)
    return Strip(
        name=name,
        note=say_n("kinds.strip_days", sum(month.answered for month in one.months), some=days),
        color="chart.mood" if one.treatment is not None else "chart.other",
        bars=tuple(bars),
        top=say("kinds.all"),
    )


def _end(month: UseMonth) -> int:
    return ((month.month + timedelta(days=31)).replace(day=1) - timedelta(days=1)).toordinal()
