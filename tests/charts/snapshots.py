"""The numbers behind every chart of the sample diary, as plain lines of text that stand in tests/snapshots.

A change of a chart's numbers is seen as a difference in these files. Where it was meant, look at the
difference and write them anew:

    .venv/bin/python -m tests.charts.snapshots [NAME...]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np

from diary.exchange.demo import sample
from diary.insight.day_values import WORST, day_values
from diary.insight.findings.analysis import Analysis, analyse
from diary.insight.held import Held
from diary.storage.diary import Diary
from diary.storage.finding_queries import finding_rows
from diary.storage.treatment_queries import treatment_rows
from diary.ui.trends.reading import care_of

if TYPE_CHECKING:
    from diary.charts.care_strip import Care
    from diary.storage.treatment_queries import TreatmentRows

UNTIL: Final = date(2026, 11, 19)
DAYS: Final = 200
FOLDER: Final = Path(__file__).parents[1] / "snapshots"
DIGITS: Final = 4
"""Significant digits: what differs beyond them differs between computers."""

WIDE: Final = 130
INPUTS: Final = {"YearPicture": ("values",), "SpreadPicture": ("values",)}
"""Fields that hold what the picture was made of: the same values stand in it by day or by bar."""

IN_SHORT: Final = {
    "Measure": ("code",),
    "LinkFound": ("outcome", "tier", "standing", "n", "p", "needs"),
}
"""What is said of records that come along as a whole."""

ONE_LINE: Final = {"ForestMark"}
"""Always in one line, however long."""

FIRST_DAY, LAST_DAY = date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample diary of `DAYS` days: what every chart is made of."""

    held: Held
    care: Care
    analysis: Analysis
    treatments: TreatmentRows

    @property
    def since(self) -> int:
        """The first of the last 90 days."""
        return UNTIL.toordinal() - 89


def read_sample() -> Sample:
    """The sample diary, read from a real file."""
    with TemporaryDirectory() as folder:
        diary = Diary(Path(folder) / "sample.sqlite3")
        try:
            diary.restore(sample(days=DAYS, seed=1, until=UNTIL))
            rows = diary.ask(finding_rows, today=UNTIL)
            until = UNTIL.toordinal()
            return Sample(
                held=Held(rows.period),
                care=care_of(diary),
                analysis=analyse(rows, until - 89, until),
                treatments=diary.ask(treatment_rows, UNTIL),
            )
        finally:
            diary.close()


# --- one chart after the other


def over_time(given: Sample) -> object:
    """Four panels of 90 days with the care strip above them."""
    from diary.ui.trends.view import DEFAULT_PANELS, make_view

    return make_view(given.held, given.since, UNTIL.toordinal(), DEFAULT_PANELS, given.care).picture


def long_time(given: Sample) -> object:
    """Bars and marks over all days, as where many are shown: the care strip alone."""
    from diary.charts.care_strip import care_strip

    return care_strip(given.care, UNTIL.toordinal() - DAYS + 1, UNTIL.toordinal())


def year(given: Sample) -> object:
    """The calendar year of the worst pain."""
    from diary.charts.year_picture import year_picture

    return year_picture(given.held, WORST, UNTIL.year)


def spread(given: Sample) -> object:
    """How often each value of average pain came."""
    from diary.ui.trends.spread.words import level_of, picture_of

    values = day_values(given.held, "pain_average", given.since, UNTIL.toordinal())
    level = level_of(values, given.analysis.figures["pain_average"].mean, "")
    return picture_of(values, given.held.rows.measures, level)


def weekdays(given: Sample) -> object:
    """The seven weekdays."""
    from diary.charts.when_picture import weekday_picture

    assert given.analysis.weekdays is not None
    return weekday_picture(given.analysis.weekdays)


def hours(given: Sample) -> object:
    """The parts of the day."""
    from diary.charts.when_picture import hour_picture

    assert given.analysis.hours is not None
    return hour_picture(given.analysis.hours)


def words(given: Sample) -> object:
    """The words for pain by four weeks."""
    from diary.charts.kinds_picture import words_picture
    from diary.ui.trends.spans import period_words

    assert given.analysis.kinds is not None
    return words_picture(given.analysis.kinds, period_words)


def attacks(given: Sample) -> object:
    """The attacks week by week."""
    from diary.charts.kinds_picture import attacks_picture
    from diary.ui.trends.spans import period_words

    assert given.analysis.attacks is not None
    return attacks_picture(given.analysis.attacks, period_words)


def use(given: Sample) -> object:
    """The days with a medicine as needed, by month."""
    from diary.charts.kinds_picture import use_picture
    from diary.ui.trends.spans import period_words

    assert given.analysis.use is not None
    return use_picture(given.analysis.use, period_words)


def places(given: Sample) -> object:
    """How long each place has hurt."""
    from diary.charts.places_picture import places_picture
    from diary.ui.trends.kinds.words import place_words

    assert given.analysis.kinds is not None
    return places_picture(given.analysis.kinds.places, place_words)


def effect(given: Sample) -> object:
    """Average pain before and after the start of a medicine."""
    from diary.charts.effect_picture import effect_picture, reach
    from diary.charts.effect_words import happening_words, others_of

    one = next(each for each in given.analysis.effects if each.start.uid == "treatment-lidocaine")
    outcome = one.outcomes["pain_average"]
    rows = given.held.rows
    since, until = reach(one, outcome, rows.first or 0, rows.last or 0)
    numbers = given.held.numbers(since, until, ["pain_average"]).measures["pain_average"]
    others = [(each, happening_words(each)) for each in others_of(one)]
    return effect_picture(one, outcome, numbers, others, happening_words(one.start))


def trial(given: Sample) -> object:
    """The ended trial with its stretches and their means."""
    from diary.charts.trial_picture import trial_picture

    found = given.analysis.trials[0]
    since, until = found.blocks[0].since, found.blocks[-1].until
    numbers = given.held.numbers(since, until, ["pain_average"]).measures["pain_average"]
    return trial_picture(found, numbers, "Pain, average", UNTIL.toordinal())


def forest(given: Sample) -> object:
    """Every pair beside pain and beside sleep."""
    from diary.charts.forest_picture import forest_pictures

    assert given.analysis.links is not None
    return forest_pictures(given.analysis.links.listed, given.held.rows.measures)


def treatments(given: Sample) -> object:
    """The lanes of the Treatments page over 90 days of pain."""
    from diary.ui.treatments.view import HeldTreatments, make_view
    from diary.ui.trends.spans import Span

    return make_view(HeldTreatments(given.treatments, UNTIL), Span(given.since, UNTIL.toordinal())).picture


CHARTS: Final[Mapping[str, Callable[[Sample], object]]] = {
    "over_time": over_time,
    "care_strip": long_time,
    "year": year,
    "spread": spread,
    "when_weekdays": weekdays,
    "when_hours": hours,
    "kinds_words": words,
    "kinds_attacks": attacks,
    "kinds_use": use,
    "places": places,
    "effect": effect,
    "trial": trial,
    "forest": forest,
    "treatment": treatments,
}
"""By the name of the file; the name begins as the module of the picture does."""


# --- as lines of text


def told(one: object) -> str:
    """The fields of a picture, one under the other, in as few lines as they fit."""
    return "\n".join(_lines(one)) + "\n"


def _lines(one: object) -> Iterator[str]:
    short = _short(one)
    if len(short) <= WIDE or isinstance(one, str) or type(one).__name__ in ONE_LINE:
        yield short
    elif isinstance(one, np.ndarray):
        yield from _rows(one)
    elif is_dataclass(one):
        yield type(one).__name__
        for name in _names(one):
            yield from _named(name, getattr(one, name))
    elif isinstance(one, Mapping):
        for key, value in one.items():
            yield from _named(str(key), value)
    else:
        assert isinstance(one, Sequence), f"too long for a line: {short}"
        for value in one:
            first, *more = _lines(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in more)


def _names(one: object) -> list[str]:
    """The fields that are told of a record or a picture."""
    assert is_dataclass(one)
    kind = type(one).__name__
    there = [each.name for each in fields(one) if each.name not in INPUTS.get(kind, ())]
    return [name for name in there if name in IN_SHORT.get(kind, there)]


def _named(name: str, value: object) -> Iterator[str]:
    first, *more = _lines(value)
    if not more and len(name) + len(first) < WIDE:
        yield f"{name}: {first}"
        return
    yield f"{name}:"
    yield from (f"  {line}" for line in (first, *more))


def _rows(values: np.ndarray) -> Iterator[str]:
    """An array, as many values in a line as fit, the lines of a table by themselves."""
    if values.ndim > 1:
        for row in values:
            yield _short(row)
        return
    steps = np.diff(values)
    if len(values) > 2 and (steps == steps[0]).all():
        first, last = (_number(float(end)) for end in (values[0], values[-1]))
        yield f"{first} to {last}, {len(values)} by {_number(float(steps[0]))}"
        return
    line = ""
    for value in values:
        word = _short(float(value))
        if len(line) + len(word) + 1 > WIDE:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _short(one: object) -> str:
    """A value in one line."""
    if isinstance(one, Enum):
        return str(one.value)
    if one is None or isinstance(one, bool | str):
        return "-" if one is None else repr(one) if isinstance(one, str) else str(one).lower()
    if isinstance(one, int | float | np.number):
        return _number(float(one))
    if isinstance(one, np.ndarray):
        return f"[{' '.join(_short(value) for value in one)}]"
    if isinstance(one, Mapping):
        return f"{{{', '.join(f'{key}: {_short(value)}' for key, value in one.items())}}}"
    if isinstance(one, Sequence | frozenset):
        return f"({', '.join(_short(value) for value in one)})"
    if is_dataclass(one):
        said = ", ".join(f"{name}={_short(getattr(one, name))}" for name in _names(one))
        return f"{type(one).__name__}({said})"
    return str(one)


def _number(value: float) -> str:
    """A number, absent as "."; a day as its date, part of a day behind it."""
    if np.isnan(value):
        return "."
    if FIRST_DAY <= value <= LAST_DAY:
        whole = int(np.floor(value + 0.5))
        rest = value - whole
        return f"{date.fromordinal(whole)}{f'{rest:+.2g}' if rest else ''}"
    return re.sub(r"^-0$", "0", f"{value:.{DIGITS}g}")


def main(names: Sequence[str]) -> None:
    """Write these snapshots anew, every one where none is named."""
    FOLDER.mkdir(exist_ok=True)
    given = read_sample()
    for name in names or CHARTS:
        (FOLDER / f"{name}.txt").write_text(told(CHARTS[name](given)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
