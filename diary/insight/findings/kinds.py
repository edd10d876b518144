"""How long each place has hurt and on how many days, and how the words for the pain go over time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from diary.insight.series import MEMORY
from diary.models.codes import AnswerList
from diary.models.rough import Rough
from diary.models.story import Site
from diary.models.views import AnswerRow, AreaRow

CHRONIC_MONTHS = 3
"""Pain that lasts or returns for longer than this is called chronic (ICD-11; clinical.md section 2)."""

RECENT_DAYS = 90
"""The last days on which pain is counted place by place."""

BLOCK_DAYS = 28
"""How many days one block of the words over time has."""

ROWS_TO_A_TICK = 500
"""So many rows are a few milliseconds of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLasting:
    """One place: a lasting one (`site` its uid, `name` its name) or a region (`region`) of none of them.

    `onset` as the person gave it; `first_day` its first day of pain in the diary, `last_day` the last.
    Pain there on `n` of `days` days on which places were answered since its first day, on `recent_n` of
    `recent_days` of the last 90. `months`: whole ones from the latest day that the onset can mean, else from
    the first day, to the last day of pain (or until it was over). `lasting`: whether they are more than 3;
    None where that cannot be known, as from the diary's own days while they are fewer.
    """

    site: str | None = None
    name: str = ""
    region: str | None = None
    onset: Rough | None = None
    over: Rough | None = None
    first_day: int | None = None
    last_day: int | None = None
    n: int = 0
    days: int = 0
    recent_n: int = 0
    recent_days: int = 0
    months: int | None = None
    from_onset: bool = False
    lasting: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityBlock:
    """Four weeks, `since` to `until` (ordinals): of `n` days with a marked place, how many had each word.

    `days` are calendar days; `counts` follow `Kinds.qualities`, `own_counts` follow `Kinds.own_words`.
    """

    since: int
    until: int
    days: int
    n: int
    counts: tuple[int, ...]
    own_counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Places and words of the days `since` to `until` (ordinals).

    `places`: of the whole diary, those with most days first. `qualities` (codes) and `own_words` are those
    said on any day of the blocks, most days first; blocks end with `until`. `n` days said a word, of `days`
    days with a marked place; `n_memory` further days have only places written late.
    """

    since: int
    until: int
    n: int
    days: int
    n_memory: int
    qualities: tuple[str, ...]
    own_words: tuple[str, ...]
    places: tuple[PlaceLasting, ...]
    blocks: tuple[QualityBlock, ...]


def kinds(
    areas: Sequence[AreaRow],
    answers: Sequence[AnswerRow],
    sites: Sequence[Site],
    *,
    since: int,
    until: int,
    today: int,
    tick: Callable[[], None] | None = None,
) -> Kinds:
    """Places of all `areas` and words of those from `since` to `until`; memory notes are left out."""
    marked = _marked(areas, tick)
    answered = {row.day for row in answers if row.list == AnswerList.PLACES and row.lateness != MEMORY}
    answered |= marked.days.keys()
    inside = {day: said for day, said in marked.days.items() if since <= day <= until}
    codes, words = (_most(said[at] for said in inside.values()) for at in (0, 1))
    late = {row.day for row in areas if row.lateness == MEMORY and since <= row.day <= until}
    return Kinds(
        since=since,
        until=until,
        n=sum(bool(codes_said or own) for codes_said, own in inside.values()),
        days=len(inside),
        n_memory=len(late - inside.keys()),
        qualities=codes,
        own_words=words,
        places=_places(marked, sorted(answered), sites, min(today, until)),
        blocks=tuple(_blocks(inside, codes, words, since, min(today, until))),
    )


class _Marked(NamedTuple):
    """By day the codes and own words said of any place; by region the days on which it hurt."""

    days: dict[int, tuple[set[str], set[str]]]
    hurting: dict[str, set[int]]


def _marked(areas: Sequence[AreaRow], tick: Callable[[], None] | None) -> _Marked:
    found = _Marked({}, {})
    for at, row in enumerate(areas):
        if tick and at % ROWS_TO_A_TICK == 0:
            tick()
        if row.lateness == MEMORY:
            continue
        codes, words = found.days.setdefault(row.day, (set(), set()))
        codes.update(row.qualities)
        words.update(row.own_words)
        for region, _ in row.regions if row.severity else ():
            found.hurting.setdefault(region, set()).add(row.day)
    return found


def _most(said: Iterable[set[str]]) -> tuple[str, ...]:
    counts = Counter(word for words in said for word in words)
    return tuple(sorted(counts, key=lambda word: (-counts[word], word)))


def _places(
    marked: _Marked, answered: Sequence[int], sites: Sequence[Site], until: int
) -> tuple[PlaceLasting, ...]:
    """Lasting places first by what they cover, then each region of none; most days first."""
    covered = {region for site in sites for region in site.regions}
    found = []
    for site in sites:
        days = set().union(*(marked.hurting.get(region, set()) for region in site.regions))
        found.append(_place(days, answered, until, site=site))
    found += [
        _place(days, answered, until, region=region)
        for region, days in marked.hurting.items()
        if region not in covered
    ]
    return tuple(sorted(found, key=lambda one: (one.site is None, -one.n, one.name, one.region or "")))


def _place(
    days: set[int],
    answered: Sequence[int],
    until: int,
    *,
    site: Site | None = None,
    region: str | None = None,
) -> PlaceLasting:
    hurting = sorted(day for day in days if day <= until)
    recent = until - RECENT_DAYS + 1
    onset, over = (None, None) if site is None else (site.onset, site.over)
    begun = onset.last.toordinal() if onset is not None else hurting[0] if hurting else None
    last = over.first.toordinal() if over is not None else hurting[-1] if hurting else None
    ended = until if last is None and begun is not None else last
    span = None if begun is None or ended is None else (begun, ended)
    long = span is not None and full_months(span[0], span[1] - 1) >= CHRONIC_MONTHS
    return PlaceLasting(
        site=None if site is None else site.uid,
        name="" if site is None else site.name,
        region=region,
        onset=onset,
        over=over,
        first_day=hurting[0] if hurting else None,
        last_day=hurting[-1] if hurting else None,
        n=len(hurting),
        days=_between(answered, hurting[0], until) if hurting else 0,
        recent_n=_between(hurting, recent, until),
        recent_days=_between(answered, recent, until),
        months=None if span is None else full_months(*span),
        from_onset=onset is not None,
        lasting=True if long else False if onset is not None and span is not None else None,
    )


def full_months(since: int, until: int) -> int:
    """How many whole months lie from one day (ordinal) to another; 0 where the second is not later."""
    one, other = date.fromordinal(max(1, since)), date.fromordinal(max(1, until))
    return max(0, (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day))


def _between(days: Sequence[int], since: int, until: int) -> int:
    return bisect_right(days, until) - bisect_left(days, since)


def _blocks(
    inside: Mapping[int, tuple[set[str], set[str]]],
    codes: Sequence[str],
    words: Sequence[str],
    since: int,
    until: int,
) -> Iterator[QualityBlock]:
    """Blocks of 28 days that end with `until`, by date; the first may be shorter."""
    if not inside:
        return
    first = max(since, min(inside))
    count = -(-(until - first + 1) // BLOCK_DAYS)
    for back in range(count, 0, -1):
        start, end = until - back * BLOCK_DAYS + 1, until - (back - 1) * BLOCK_DAYS
        said = [inside[day] for day in range(max(first, start), end + 1) if day in inside]
        yield QualityBlock(
            since=max(first, start),
            until=end,
            days=end - max(first, start) + 1,
            n=len(said),
            counts=tuple(sum(code in one[0] for one in said) for code in codes),
            own_counts=tuple(sum(word in one[1] for one in said) for word in words),
        )
