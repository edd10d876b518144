"""Sleep, mood and function: small lines with their numbers, what was before, and where numbers come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from diary.exchange.report.data import Function, SmallLine
from diary.exchange.report.function import FIRST, function_section
from diary.exchange.report.rows import Asked, ReportRows
from diary.models.codes import Direction, EntryKind, Group, Lateness, MeasureKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment
from diary.models.records import Measure
from diary.models.story import Answer, Response
from diary.models.views import NightRow, Stretch, ValueRow
from tests.exchange.report.course_rows import ago, asked, report_rows, steady

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ITEMS = {
    "peg": ("average", "enjoyment", "activity"),
    "phq4": ("nervous", "worry", "interest", "low"),
    "change": ("change",),
}
VERSIONS = {"peg": "2009", "phq4": "2009", "change": "1"}


@pytest.fixture(scope="module")
def rows() -> ReportRows:
    """Ninety days with pain alone."""
    return report_rows(steady(5), days=90)


def values(
    code: str, worth: Callable[[int], float | None], days: range = range(90), **more: Any
) -> list[ValueRow]:
    kind = str(BY_CODE[code].kept_in) if code in BY_CODE else "day"
    plain = ValueRow(0, kind, code, None, None, str(Lateness.SAME_DAY), False, "", None, "")
    found = [(back, worth(back)) for back in days]
    return [
        plain._replace(day=ago(back).toordinal(), value=value, entry=f"{code}{back}", **more)
        for back, value in reversed(found)
        if value is not None
    ]


def response(code: str, back: int, answers: Sequence[int], late: Lateness = Lateness.SAME_DAY) -> Any:
    day = ago(back)
    record = Response(
        uid=f"{code}{back}",
        instrument=code,
        version=VERSIONS[code],
        language="en",
        day=day,
        at=Moment(datetime(day.year, day.month, day.day, 19), 60, "Europe/Berlin"),  # noqa: DTZ001
        since=day,
        until=day,
        answers=tuple(
            Answer(item=item, value=value) for item, value in zip(ITEMS[code], answers, strict=False)
        ),
    )
    return record, late, False


def section(
    rows: ReportRows,
    added: Sequence[ValueRow] = (),
    *,
    measures: Sequence[Measure] = (),
    nights: Sequence[NightRow] = (),
    responses: Sequence[Any] = (),
    wanted: Asked | None = None,
) -> tuple[Function | None, dict[str, Any]]:
    period = rows.wide.period
    known = {**period.measures, **BY_CODE, **{one.code: one for one in measures}}
    first_days = {**dict.fromkeys(known, ago(89).toordinal()), **period.first_days}
    for code in {row.measure for row in added}:
        first_days[code] = min(row.day for row in added if row.measure == code)
    period = period._replace(
        values=[*period.values, *added], measures=known, first_days=first_days, nights=tuple(nights)
    )
    told = replace(rows, wide=replace(rows.wide, period=period), responses=responses)
    found, drawings = function_section(told, wanted or asked())
    return found, dict(drawings)


def lines(*args: Any, **more: Any) -> dict[str, SmallLine]:
    found, _ = section(*args, **more)
    assert found is not None
    return {one.label: one for one in found.lines}


def test_sleep_of_the_last_four_weeks_stands_beside_what_it_was(rows: ReportRows) -> None:
    slept = values("sleep_min", lambda back: 400 if back < 28 else 350)
    found, drawings = section(rows, slept)
    assert found is not None
    (line,) = found.lines
    assert (line.label, line.number, line.was, line.note) == (
        "Time asleep",
        "6 h 40",
        "was 5 h 50",
        "28/28 nights",
    )
    assert line.picture is not None
    assert "6 h 40, was 5 h 50; 28/28 nights" in line.picture.alt
    assert drawings[line.picture.key]().startswith("<svg")


def test_with_few_days_before_nothing_is_compared_and_all_days_count(rows: ReportRows) -> None:
    mood = values("mood", lambda back: 4, range(40))
    line = lines(rows, mood)["Mood, 10 best"]
    assert (line.number, line.was, line.note) == ("4.0", "", "40/40 days")


def test_late_notes_are_in_no_number(rows: ReportRows) -> None:
    mood = [
        *values("mood", lambda _: 9, range(50, 60), lateness=str(Lateness.MEMORY)),
        *values("mood", lambda _: 4, range(20)),
    ]
    assert lines(rows, mood)["Mood, 10 best"].number == "4.0"


def test_a_line_joins_no_weeks_without_enough_days(rows: ReportRows) -> None:
    mood = values("mood", lambda back: None if 30 <= back < 60 else 4)
    line = lines(rows, mood)["Mood, 10 best"]
    assert line.picture is not None
    assert None in line.picture.numbers["values"]
    assert line.picture.numbers["each"] == "1 weeks"


def test_one_day_has_numbers_and_no_line(rows: ReportRows) -> None:
    mood = values("mood", lambda _: 4, range(1))
    line = lines(rows, mood, wanted=asked(since=ago(0)))["Mood, 10 best"]
    assert (line.number, line.note, line.picture) == ("4.0", "1/1 day", None)


def test_numbers_of_a_device_say_so(rows: ReportRows) -> None:
    slept = [
        *values("sleep_min", lambda _: 400, range(10, 28), source="Fitbit"),
        *values("sleep_min", lambda _: 400, range(10)),
    ]
    found, _ = section(rows, slept)
    assert found is not None
    assert found.title == "Sleep, mood and function"
    assert "18 from Fitbit" in found.lines[0].note
    own, _ = section(rows, values("sleep_min", lambda _: 400))
    assert own is not None
    assert own.title.endswith("self-reported")


def test_nights_worked_out_from_times_say_how_many(rows: ReportRows) -> None:
    hour = 3600
    night = NightRow(
        ago(1).toordinal(),
        "n1",
        "",
        str(Lateness.SAME_DAY),
        False,
        Stretch(0, hour, 8 * hour, 8 * hour, None, False),
        None,
        None,
    )
    found = lines(rows, nights=(night,))
    assert found["Time asleep"].number == "7 h 00"
    assert "1 computed from times given" in found["Time asleep"].note
    assert found["Sleep efficiency, self-reported"].number == "88 %"


def test_pain_attacks_and_yes_or_no_are_told_elsewhere(rows: ReportRows) -> None:
    yes = Measure(
        uid="y",
        code="own_y",
        label="Warm bath",
        kind=MeasureKind.YES_NO,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
    )
    added = [
        *values("own_y", lambda _: 1),
        *values("pain_peak", lambda _: 9),
        *values("attacks", lambda _: 3),
    ]
    assert section(rows, added, measures=(yes,)) == (None, {})


def test_what_clinicians_ask_first_stays_longest_and_own_measures_keep_their_whole_name(
    rows: ReportRows,
) -> None:
    name = "Steps to the lake " * 16 + "🏞"
    own = Measure(
        uid="o",
        code="own_o",
        label=name,
        kind=MeasureKind.COUNT,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
    )
    added = [row for code in ("fatigue", "own_o", "mood", "sleep_min") for row in values(code, lambda _: 4)]
    responses = [response("peg", 3, (4, 5, 6))]
    found, _ = section(rows, added, measures=(own,), responses=responses)
    assert found is not None
    assert [one.label for one in found.lines] == [
        "Time asleep",
        "Mood, 10 best",
        "PEG, 0–10",
        "Fatigue, 10 worst",
        name.strip(),
    ]
    assert [one.rank for one in found.lines] == [0, 1, 2, 3, 4]
    assert len(set(FIRST)) == len(FIRST)


def test_the_peg_is_the_mean_of_the_weeks_and_late_ones_are_not_in_it(rows: ReportRows) -> None:
    responses = [
        response("peg", 80, (7, 7, 7)),
        response("peg", 73, (5, 5, 5)),
        response("peg", 10, (4, 4, 4)),
        response("peg", 3, (5, 5, 5), Lateness.NEXT_DAY),
        response("peg", 17, (9, 9, 9), Lateness.MEMORY),
        response("peg", 24, (9,)),
    ]
    line = lines(rows, responses=responses)["PEG, 0–10"]
    assert (line.number, line.was, line.note) == ("4.5", "was 6.0", "4/13 weeks")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((1, 1, 0, 0), "0–2 none"),
        ((1, 1, 0, 1), "3–5 mild"),
        ((3, 0, 0, 0), "3–5 mild, anxiety 3/6 (cut 3)"),
        ((3, 3, 2, 2), "9–12 severe, anxiety 6/6, low mood 4/6 (cut 3)"),
    ],
)
def test_the_phq_4_names_its_band_and_a_half_from_three(
    rows: ReportRows, answers: tuple[int, ...], told: str
) -> None:
    line = lines(rows, responses=[response("phq4", 3, answers)])["PHQ-4, 0–12"]
    assert line.number == str(sum(answers))
    assert line.note == f"{told}; answered 1/7"


def test_the_change_as_a_whole_is_the_persons_last_word_for_it(rows: ReportRows) -> None:
    found = lines(rows, responses=[response("change", 60, (4,)), response("change", 50, (2,))])
    line = found["Change as a whole"]
    assert line.number
    assert line.note == "answered 3 Oct"
    assert line.picture is None


def test_nothing_but_pain_has_no_part(rows: ReportRows) -> None:
    assert section(rows) == (None, {})
