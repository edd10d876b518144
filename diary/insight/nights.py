"""Minutes asleep and in bed, worked out from the times a person gave: self-reported, absent where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from enum import StrEnum
from itertools import groupby, pairwise

from diary.insight.series import SLEEP
from diary.models.codes import EntryKind
from diary.models.measures import SLEEP_EFFICIENCY
from diary.models.moments import Moment
from diary.models.records import SleepPiece
from diary.models.views import NightRow, PeriodRows, Stretch, ValueRow

EFFICIENCY = SLEEP_EFFICIENCY.code
DAY_MIN = 24 * 60
LONG_MIN = 16 * 60
"""More time in bed than this is asked about: often a morning and an evening were taken for each other."""

LONG_NAP_MIN = 6 * 60
"""A longer nap is asked about: often it ends before it begins."""

NIGHTS_TO_A_TICK = 256
"""So many nights take about 10 ms."""

APART_MIN = 30
"""The person's own number and the times may differ by so much before that is said."""


class Asked(StrEnum):
    """What about a night is worth a kind question."""

    ORDER = "order"
    LONG = "long"
    LONG_NAP = "long_nap"
    AHEAD = "ahead"
    AWAKE_MORE = "awake_more"
    ASLEEP_MORE = "asleep_more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One night in minutes; each absent where a time it needs is. Naps stand apart and are in none of it.

    `efficiency` is minutes asleep of 100 in bed; `asked` what may be a slip, which is kept all the same.
    From times that are in no order nothing follows.
    """

    in_bed_min: int | None = None
    latency_min: int | None = None
    asleep_min: int | None = None
    efficiency: int | None = None
    naps: int = 0
    nap_min: int | None = None
    asked: tuple[Asked, ...] = ()

    def is_apart(self, given_min: float | None) -> bool:
        """Whether the person's own minutes asleep differ from the times by over half an hour."""
        if self.asleep_min is None or given_min is None:
            return False
        return abs(self.asleep_min - given_min) > APART_MIN


def night(
    pieces: Sequence[SleepPiece],
    *,
    awake_min: float | None = None,
    given_min: float | None = None,
    now: Moment | None = None,
) -> Night:
    """The night that these stretches of one source make; `given_min` is the person's own minutes asleep.

    Those that overlap tell of the same hours: the longest is taken, and nothing is added up twice. Times
    after `now` are asked about.
    """
    found = _night([_stretch(one) for one in pieces], awake_min, given_min)
    if now is None or not any(_is_after(at, now) for one in pieces for at in _times(one)):
        return found
    return replace(found, asked=tuple(one for one in Asked if one in (*found.asked, Asked.AHEAD)))


def _times(piece: SleepPiece) -> list[Moment]:
    return [at for at in (piece.bed, piece.asleep, piece.awake, piece.up) if at is not None]


def _is_after(at: Moment, now: Moment) -> bool:
    then, here = at.utc, now.utc
    return at.local > now.local if then is None or here is None else then > here


def _night(pieces: Sequence[Stretch], awake_min: float | None, given_min: float | None) -> Night:
    naps = [one for one in pieces if one.nap]
    parts = _apart([one for one in pieces if not one.nap])
    asked = {found for one in parts for found in _asked(one)}
    lengths = [_nap(one) for one in naps]
    if any(one is not None and one > LONG_NAP_MIN for one in lengths):
        asked.add(Asked.LONG_NAP)
    if Asked.ORDER in asked:
        parts = [_without_times(one) for one in parts]
    in_bed = _total([_forward(_between(one.bed, one.up)) for one in parts])
    span = _total([_slept(one) for one in parts])
    lain = 0 if awake_min is None or any(one.asleep_min is not None for one in parts) else round(awake_min)
    if span is not None and lain > span:
        asked.add(Asked.AWAKE_MORE)
        span = None
    asleep = None if span is None else span - lain
    counted = asleep if given_min is None else round(given_min)
    if counted is not None and in_bed is not None and counted > in_bed:
        asked.add(Asked.ASLEEP_MORE)
    return Night(
        in_bed_min=in_bed,
        latency_min=_forward(_between(parts[0].bed, parts[0].asleep)) if parts else None,
        asleep_min=asleep,
        efficiency=_share(counted, in_bed),
        naps=len(naps),
        nap_min=_total(lengths),
        asked=tuple(one for one in Asked if one in asked),
    )


def main_piece(pieces: Sequence[SleepPiece]) -> SleepPiece | None:
    """The longest stretch that is no nap, or None."""
    return max((one for one in pieces if not one.nap), key=_own_length, default=None)


def computed_rows(rows: Iterable[NightRow]) -> list[ValueRow]:
    """The values that follow from stretches of sleep: minutes asleep where none were given, efficiency.

    Efficiency is a person's own account, so that there is none for what a device or an app brought in.
    """
    found: list[ValueRow] = []
    for entry, group in groupby(rows, key=_entry):
        parts = list(group)
        head = parts[0]
        told = _night([one.stretch for one in parts], head.awake_min, head.given_min)
        values: list[tuple[str, int | None]] = []
        if head.given_min is None:
            values.append((SLEEP, told.asleep_min))
        if not head.source:
            values.append((EFFICIENCY, told.efficiency))
        found += [
            ValueRow(
                head.day,
                EntryKind.NIGHT,
                code,
                float(number),
                None,
                head.lateness,
                any(one.changed for one in parts),
                head.source,
                None,
                entry,
                computed=True,
                author=head.author,
            )
            for code, number in values
            if number is not None
        ]
    return found


def with_computed(rows: PeriodRows, tick: Callable[[], None] | None = None) -> PeriodRows:
    """The rows of a period joined by what follows from its nights; done once, it changes nothing more."""
    if not rows.nights:
        return rows
    nights = rows.nights if tick is None else _ticking(rows.nights, tick)
    values = sorted([*rows.values, *computed_rows(nights)], key=_day)
    known = {**rows.measures, EFFICIENCY: SLEEP_EFFICIENCY}
    measures = dict(sorted(known.items(), key=lambda item: (item[1].position, item[0])))
    return rows._replace(values=values, measures=measures, nights=())


def _ticking(nights: Iterable[NightRow], tick: Callable[[], None]) -> Iterator[NightRow]:
    for at, one in enumerate(nights):
        if at % NIGHTS_TO_A_TICK == 0:
            tick()
        yield one


def _stretch(piece: SleepPiece) -> Stretch:
    times = (piece.bed, piece.asleep, piece.awake, piece.up)
    by_wall = any(one is not None and one.offset_min is None for one in times)
    bed, asleep, awake, up = (None if one is None else _seconds(one, by_wall=by_wall) for one in times)
    return Stretch(bed, asleep, awake, up, piece.asleep_min, piece.nap)


def _seconds(at: Moment, *, by_wall: bool) -> int:
    when = at.local.replace(tzinfo=UTC) if by_wall else at.utc
    assert when is not None  # by_wall otherwise
    return int(when.timestamp())


def _between(since: int | None, until: int | None) -> int | None:
    return None if since is None or until is None else round((until - since) / 60)


def _apart(pieces: list[Stretch]) -> list[Stretch]:
    """The stretches in order, of those that overlap the longest; alone one may lack any of its times."""
    if len(pieces) < 2:
        return pieces
    kept: list[Stretch] = []
    for piece in sorted(pieces, key=_length, reverse=True):
        if all(_are_apart(piece, other) for other in kept):
            kept.append(piece)
    return sorted(kept, key=_start)


def _are_apart(one: Stretch, other: Stretch) -> bool:
    first, last, begun, ended = _first(one), _last(one), _first(other), _last(other)
    if first is None or last is None or begun is None or ended is None:
        return False
    return last <= begun or ended <= first


def _asked(piece: Stretch) -> list[Asked]:
    times = [one for one in piece[:4] if one is not None]
    if any(then < first for first, then in pairwise(times)):
        return [Asked.ORDER]
    return [Asked.LONG] if times and times[-1] - times[0] > LONG_MIN * 60 else []


def _without_times(piece: Stretch) -> Stretch:
    """What a source counted itself stays."""
    return piece._replace(bed=None, asleep=None, awake=None, up=None)


def _slept(piece: Stretch) -> int | None:
    if piece.asleep_min is not None:
        return piece.asleep_min
    return _forward(_between(piece.asleep, piece.awake))


def _nap(piece: Stretch) -> int | None:
    slept = _slept(piece)
    return slept if slept is not None else _forward(_between(piece.bed, piece.up))


def _forward(minutes: int | None) -> int | None:
    """No length of time where the end is before the beginning, or more than a day behind it."""
    return None if minutes is None or not 0 <= minutes <= DAY_MIN else minutes


def _total(parts: list[int | None]) -> int | None:
    there = [part for part in parts if part is not None]
    return sum(there) if parts and len(there) == len(parts) else None


def _share(asleep: int | None, in_bed: int | None) -> int | None:
    if asleep is None or not in_bed or asleep > in_bed:
        return None
    return (200 * asleep + in_bed) // (2 * in_bed)  # half a per cent goes up


def _first(piece: Stretch) -> int | None:
    return piece.asleep if piece.bed is None else piece.bed


def _last(piece: Stretch) -> int | None:
    return piece.awake if piece.up is None else piece.up


def _length(piece: Stretch) -> int:
    return _slept(piece) or _between(_first(piece), _last(piece)) or 0


def _own_length(piece: SleepPiece) -> int:
    return _length(_stretch(piece))


def _start(piece: Stretch) -> int:
    return _first(piece) or 0


def _entry(row: NightRow) -> str:
    return row.entry


def _day(row: ValueRow) -> int:
    return row.day
