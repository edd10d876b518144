"""What questionnaires come to: scores, when the next is due, and the days that one is about. No verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from diary.insight.instruments import ANXIETY, CODES, DEPRESSION, SCORED_FROM, TOTAL, Instrument, instrument
from diary.models.codes import Lateness
from diary.models.records import Record
from diary.models.story import Answer, Response

WORTH_TALKING_FROM = 3
"""A PHQ-4 subscale from here on is a positive screen [Kroenke 2009]: one sentence is said, nothing else."""

HEADLINE = {"peg": "mean", "phq4": TOTAL, "change": "change"}
"""The one score of each questionnaire that a line over time is drawn of."""


class Score(NamedTuple):
    """One score by its name: "mean" of the PEG, "total", "anxiety", "depression" of the PHQ-4, "change"."""

    name: str
    value: float


class ScoreRow(NamedTuple):
    """One score for charts and reports: ordinal day, value, class, changed or not, uid of the response."""

    day: int
    value: float
    lateness: Lateness
    changed: bool
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a questionnaire stands: `next_day` it is asked from, and the last day it was done.

    `next_day` is None where it is `off`, and in an empty diary.
    """

    code: str
    next_day: date | None
    last_day: date | None = None
    due: bool = False
    off: bool = False


def known(response: Response) -> Instrument | None:
    """The questionnaire a response answers; None where this diary does not have it in that version."""
    if response.instrument not in CODES:
        return None
    found = instrument(response.instrument)
    return found if found.version == response.version else None


def numbers(answers: Iterable[Answer]) -> dict[str, int]:
    """Answers by item."""
    return {one.item: one.value for one in answers}


class MergedAnswers(NamedTuple):
    """Answers changed on two sides: all by item, those taken from the other side, and where both differ."""

    answers: dict[str, int]
    taken: tuple[str, ...]
    both: tuple[str, ...]


def merged_answers(
    base: Mapping[str, int], mine: Mapping[str, int], theirs: Mapping[str, int]
) -> MergedAnswers:
    """Item by item: what was not changed since `base` becomes theirs, what was stays mine."""
    items = dict.fromkeys([*base, *mine, *theirs])
    differing = [item for item in items if theirs.get(item) not in (base.get(item), mine.get(item))]
    taken = tuple(item for item in differing if mine.get(item) == base.get(item))
    both = tuple(item for item in differing if item not in taken)
    found = {item: (theirs if item in taken else mine).get(item) for item in items}
    answers = {item: value for item, value in found.items() if value is not None}
    return MergedAnswers(answers, taken, both)


def scores(response: Response) -> tuple[Score, ...]:
    """The scores whose items are all answered: PEG the mean, PHQ-4 the sums, our own item its number."""
    asked = known(response)
    if asked is None:
        return ()
    given = {
        item: value for item, value in numbers(response.answers).items() if asked.low <= value <= asked.high
    }
    found = []
    for name, items in SCORED_FROM[asked.code].items():
        values = [given[item] for item in items if item in given]
        if len(values) == len(items):
            total = float(sum(values))
            found.append(Score(name, total / len(values) if asked.code == "peg" else total))
    return tuple(found)


def score(response: Response, name: str) -> float | None:
    """One score of a response, None where not all of its items are answered."""
    return next((one.value for one in scores(response) if one.name == name), None)


def worth_talking(response: Response) -> bool:
    """Whether a PHQ-4 subscale is 3 or more: then one sentence is said, and nothing else happens."""
    found = {one.name: one.value for one in scores(response)}
    return any(found.get(name, 0) >= WORTH_TALKING_FROM for name in (ANXIETY, DEPRESSION))


def score_rows(rows: Iterable[tuple[Record, Lateness, bool]], code: str, name: str = "") -> list[ScoreRow]:
    """The scores of one questionnaire over time, by day and time, from `life_queries.day_rows`.

    `name` is that of a score, the headline one if empty. Where it was done twice on a day both are there;
    memory notes are there with their class and belong in no average.
    """
    wanted = name or HEADLINE[code]
    found: list[tuple[datetime, ScoreRow]] = []
    for record, lateness, changed in rows:
        if isinstance(record, Response) and record.instrument == code:
            value = score(record, wanted)
            if value is not None:
                row = ScoreRow(record.day.toordinal(), value, lateness, changed, record.uid)
                found.append((record.at.local, row))
    return [row for _at, row in sorted(found, key=_when)]


def _when(found: tuple[datetime, ScoreRow]) -> tuple[int, datetime]:
    return found[1].day, found[0]


def line_values(
    rows: Sequence[ScoreRow], every_days: int, most: int = 40, helped: Collection[str] = ()
) -> list[float | None]:
    """The last `most` slots of about `every_days` days, the newest last, None where none was filled in.

    So a line joins two answers only where none was left out between them; memory notes are not in it.
    """
    slots = line_rows(rows, every_days, most, helped)
    return [None if row is None else row.value for row in slots]


def line_rows(
    rows: Sequence[ScoreRow], every_days: int, most: int = 40, helped: Collection[str] = ()
) -> list[ScoreRow | None]:
    """The row that stands for each slot: the person's own; one in `helped` only where there is no own."""
    counted = [row for row in rows if row.lateness is not Lateness.MEMORY]
    if not counted:
        return []
    first = counted[0].day
    # The person's own come last, so that they stand.
    in_turn = sorted(counted, key=lambda row: row.response not in helped)
    slots = {round((row.day - first) / every_days): row for row in in_turn}
    last = max(slots)
    return [slots.get(at) for at in range(max(0, last - most + 1), last + 1)]


# --- when, and about which days


def window(asked: Instrument, day: date, since: date | None = None) -> tuple[date, date]:
    """The first and last day that the questions are about, when they are answered on `day`.

    `since` is the start date of a questionnaire that compares with one; never after `day`.
    """
    if asked.recall_days:
        return day - timedelta(days=asked.recall_days - 1), day
    return (min(since, day) if since is not None else day), day


def after_interval(asked: Instrument, day: date) -> date:
    """The day on which it is asked again after `day`."""
    if asked.every_days:
        return day + timedelta(days=asked.every_days)
    months = day.month - 1 + asked.every_months
    year, month = day.year + months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))


def standing(
    asked: Instrument,
    today: date,
    *,
    answered: Iterable[date],
    skipped: date | None,
    first_day: date | None,
    off: bool = False,
) -> Standing:
    """How it stands today: asked one interval after it was last answered or put off, or the diary began."""
    last = max(answered, default=None)
    from_days = [day for day in (last, skipped, first_day) if day is not None]
    if off or not from_days:
        return Standing(code=asked.code, next_day=None, last_day=last, off=off)
    next_day = after_interval(asked, min(max(from_days), today))
    return Standing(code=asked.code, next_day=next_day, last_day=last, due=next_day <= today)


def read_skips(kept: object) -> dict[str, date]:
    """The days on which questionnaires were put off, from the setting; what is no date is left out."""
    found: dict[str, date] = {}
    for code, day in kept.items() if isinstance(kept, Mapping) else ():
        if code in CODES:
            read = read_day(day)
            if read is not None:
                found[code] = read
    return found


def read_day(kept: object) -> date | None:
    """A day from a setting, None where it is none."""
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
