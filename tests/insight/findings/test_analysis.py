"""A whole analysis: all topics in one piece, its progress, giving it up, and what it loads."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.insight.findings.analysis import Prepared, analyse, main_pain, of_range, prepare, whole_diary
from diary.insight.findings.days import Period, days_of
from diary.insight.worst import worst_days
from diary.models.codes import Effect, Lateness
from diary.models.finding_rows import FindingRows
from diary.models.story import Attribution
from diary.models.views import DoseRow, ReliefRow
from tests.insight.findings.made import block, given, pains, wave
from tests.insight.rows import MONDAY, area, value
from tests.insight.treatment_records import as_needed_one

ROOT = Path(__file__).resolve().parents[3]


class GivenUpError(Exception):
    """Somebody no longer wants to know."""


@pytest.fixture(scope="module")
def rows() -> FindingRows:
    numbers = [float(round(one)) for one in wave(120)]
    values = [
        *pains(numbers),
        *pains([min(10, one + 2) for one in numbers], "pain_worst"),
        *pains([3 + day % 4 for day in range(120)], "stress"),
        *[value(day, 7, "pain_now", kind="moment", hour=9 + day % 9) for day in range(0, 120, 3)],
    ]
    told = Attribution(uid="a", day=date.fromordinal(MONDAY + 5), factor="stress", effect=Effect.WORSE)
    return given(
        values,
        120,
        procedures=[block(60)],
        treatments=[as_needed_one()],
        doses=[DoseRow(MONDAY + 50, "t", None, 50, "mg", "same_day", "dose")],
        reliefs=[ReliefRow("dose", 0, 8, "same_day"), ReliefRow("dose", 60, 5, "same_day")],
        attributions=[(told, Lateness.SAME_DAY, False)],
    )


def test_every_topic_is_there(rows: FindingRows) -> None:
    found = analyse(rows, MONDAY + 60, MONDAY + 119)
    assert (found.since, found.until, found.today) == (MONDAY + 60, MONDAY + 119, MONDAY + 119)
    assert found.tested == Period(MONDAY, MONDAY + 119)
    assert found.figures["pain_average"].n == 60
    assert found.worst is not None
    assert (found.worst.n, found.worst.days) == (60, 60)
    assert found.changes["pain_average"].from_baseline is not None
    assert [one.start.uid for one in found.effects] == ["block"]
    assert found.level is not None
    assert found.level.shift.n == 120
    assert found.relief["t"].n == 1
    assert found.links is not None
    assert found.weekdays is not None
    assert found.hours is not None
    assert found.kinds is not None
    assert found.attacks is not None
    assert found.use is not None


def test_other_days_shown_change_nothing_that_is_tested(rows: FindingRows) -> None:
    one, other = analyse(rows, MONDAY, MONDAY + 119), analyse(rows, MONDAY + 100, MONDAY + 119)
    assert (one.links, one.level, one.weekdays, one.hours) == (
        other.links,
        other.level,
        other.weekdays,
        other.hours,
    )
    assert one.figures["pain_average"] != other.figures["pain_average"]


def test_other_days_can_be_asked_without_doing_all_again(rows: FindingRows) -> None:
    prepared = prepare(rows)
    whole = whole_diary(prepared)
    for since in (0, 90):
        told = of_range(whole, prepared, MONDAY + since, MONDAY + 119)
        assert told == analyse(rows, MONDAY + since, MONDAY + 119)


def test_the_worst_is_the_same_a_year_at_a_time() -> None:
    values = [value(day, day % 11, "pain_worst") for day in range(0, 900, 7)]
    areas = tuple(area(day, day % 9) for day in range(0, 900, 11))
    found = given(values, 900)
    found = FindingRows(period=found.period._replace(areas=areas))
    told: Prepared = prepare(found)
    assert told.worst == worst_days(values, areas)


def test_progress_rises_to_one(rows: FindingRows) -> None:
    told: list[float] = []
    analyse(rows, MONDAY, MONDAY + 119, told.append)
    assert told == sorted(told)
    assert (told[0] >= 0, told[-1]) == (True, 1.0)
    assert len(told) > 20


@pytest.mark.parametrize("after", [0, 5, 30])
def test_what_the_tick_raises_ends_the_analysis(rows: FindingRows, after: int) -> None:
    calls = 0

    def tick(_done: float) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        analyse(rows, MONDAY, MONDAY + 119, tick)
    assert calls == after + 1


def test_an_empty_diary_says_nothing() -> None:
    found = analyse(given([], 30), MONDAY, MONDAY + 29)
    assert (found.tested, found.links, found.level, found.figures, found.changes) == (
        None,
        None,
        None,
        {},
        {},
    )


def test_a_diary_of_one_day_has_figures_and_no_finding() -> None:
    found = analyse(given(pains([6.0]), 1), MONDAY, MONDAY)
    assert found.figures["pain_average"].n == 1
    assert found.level is not None
    assert not found.level.shift.found
    assert found.links is not None
    assert found.links.found == ()


def test_a_diary_of_moments_alone_is_looked_at_by_its_moments() -> None:
    days = days_of(given([value(day, 5, "pain_now", kind="moment") for day in range(50)], 50).period)
    assert main_pain(days, Period(MONDAY, MONDAY + 49)) == "pain_now"


def test_a_few_moments_more_do_not_stand_in_for_the_days_own_pain() -> None:
    moments = [value(day, 8, "pain_now", kind="moment") for day in range(50)]
    days = days_of(given([*moments, *pains(wave(42))], 50).period)
    assert main_pain(days, Period(MONDAY, MONDAY + 49)) == "pain_average"
    few = days_of(given([*moments, *pains(wave(41))], 50).period)
    assert main_pain(few, Period(MONDAY, MONDAY + 49)) == "pain_now"


def test_days_to_come_are_not_missing() -> None:
    rows = given(pains(wave(50)), 80)
    rows = FindingRows(period=rows.period._replace(today=MONDAY + 49))
    found = analyse(rows, MONDAY, MONDAY + 79)
    assert (found.figures["pain_average"].n, found.figures["pain_average"].days) == (50, 50)
    assert found.worst is not None
    assert found.worst.days == 50


def test_the_findings_come_without_numpy_and_an_analysis_without_the_heavy_libraries(tmp_path: Path) -> None:
    script = tmp_path / "whole.py"
    script.write_text(
        f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from diary.insight.findings import analysis
assert "numpy" not in sys.modules and "scipy" not in sys.modules, "loaded at once"
from tests.insight.findings.made import block, given, pains, wave
from tests.insight.rows import MONDAY
rows = given([*pains(wave(200)), *pains([d % 5 for d in range(200)], "stress")], 200, procedures=[block(100)])
assert analysis.analyse(rows, MONDAY, MONDAY + 199).effects[0].outcomes
heavy = ("statsmodels", "scipy.stats", "pandas", "sqlalchemy", "matplotlib", "PySide6")
print([one for one in heavy if one in sys.modules])
""",
        "utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_same_diary_gives_the_same_analysis(rows: FindingRows) -> None:
    assert analyse(rows, MONDAY, MONDAY + 119) == analyse(rows, MONDAY, MONDAY + 119)


def test_tomorrow_is_not_analysed(rows: FindingRows) -> None:
    later = date.fromordinal(MONDAY + 119) + timedelta(days=30)
    found = analyse(rows, MONDAY, later.toordinal())
    assert found.changes["pain_average"].between_ends is not None
    assert found.changes["pain_average"].between_ends.after.until == MONDAY + 119
