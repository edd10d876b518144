"""The summary gives every finding under a name that docs/summary.md tells, the main ones in plain lines."""

from __future__ import annotations

import dataclasses
import importlib
import json
import pkgutil
import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

import diary.insight.findings
import diary.insight.statistics
from diary.exchange.demo import demo
from diary.exchange.summary import summary, summary_words
from diary.exchange.summary_findings import DAYS, LEFT_OUT, findings
from diary.exchange.summary_sentences import finding_lines
from diary.insight.findings.analysis import Analysis, analyse
from diary.insight.findings.links import links
from diary.insight.relief import ReliefAt, ReliefNumbers
from diary.models.care import Treatment
from diary.models.finding_rows import FindingRows
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.measures import BY_CODE
from diary.models.rough import Rough
from diary.storage.diary import Diary
from diary.wording.treatment_words import date_words
from tests.insight.findings.test_links import linked, noise, rows_of
from tests.insight.rows import MONDAY, period, value

DOCUMENT = Path(__file__).parents[2] / "docs" / "summary.md"

BY_CODES = frozenset(
    (
        *("measures", "figures", "changes", "relief", "outcomes", "by_effect", "counts"),
        *("words", "qualities", "own_words", "regions"),
    )
)
"""Fields that hold objects by codes, uids or words: their keys are no names of fields."""

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    file = tmp_path_factory.mktemp("summary") / "sample.diary"
    demo(file, days=80, until=TODAY)
    diary = Diary(file)
    yield diary
    diary.close()


@pytest.fixture(scope="module")
def told(sample: Diary) -> dict[str, object]:
    return summary(sample, date(2026, 9, 1), TODAY)


def documented() -> frozenset[str]:
    return frozenset(re.findall(r"`(\w+)`", DOCUMENT.read_text(encoding="utf-8")))


def keys(one: object, under: str = "") -> Iterator[str]:
    """Every name of a field in a JSON value."""
    if isinstance(one, dict):
        for key, value_ in one.items():
            if under not in BY_CODES:
                yield key
            yield from keys(value_, "" if under in BY_CODES else key)
    elif isinstance(one, list):
        for each in one:
            yield from keys(each)


def known_types() -> dict[str, object]:
    found: dict[str, object] = {"Mapping": Mapping, "ReliefAt": ReliefAt, "ReliefNumbers": ReliefNumbers}
    for package in (diary.insight.findings, diary.insight.statistics):
        for module in pkgutil.iter_modules(package.__path__):
            found |= vars(importlib.import_module(f"{package.__name__}.{module.name}"))
    return found


def fields_below(
    kind: object, known: dict[str, object], seen: set[object]
) -> Iterator[dataclasses.Field[object]]:
    """The fields of a dataclass and of all it may hold."""
    for part in typing.get_args(kind):
        yield from fields_below(part, known, seen)
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind) or kind in seen:
        return
    seen.add(kind)
    here = known | vars(importlib.import_module(kind.__module__))
    for field in dataclasses.fields(kind):
        if field.name not in LEFT_OUT:
            yield field
            yield from fields_below(eval(str(field.type), here), known, seen)


def test_every_key_of_the_output_stands_in_the_document(told: dict[str, object]) -> None:
    assert sorted(set(keys(json.loads(json.dumps(told)))) - documented()) == []


def test_every_field_that_a_finding_may_have_stands_in_the_document() -> None:
    fields = list(fields_below(Analysis, known_types(), set()))
    rough = {"year", "about"}  # a rough date is one text
    assert len(fields) > 250
    assert sorted({field.name for field in fields} - documented() - rough - {"written"}) == []


def test_days_are_dates_and_no_ordinals(told: dict[str, object]) -> None:
    text = json.dumps(told["findings"])
    assert not re.search(r"(?<![.\d])7[34]\d{4}(?![.\d])", text)
    found = told["findings"]
    assert isinstance(found, dict)
    assert (found["since"], found["until"]) == ("2026-09-01", "2026-11-22")
    assert isinstance(found["tested"], dict)
    assert found["tested"]["until"] == "2026-11-22"


def test_every_field_that_holds_a_day_is_known_to(told: dict[str, object]) -> None:
    named = {field.name for field in fields_below(Analysis, known_types(), set())}
    assert named >= DAYS


def test_the_summary_lists_pairs_that_were_no_hits_too(told: dict[str, object]) -> None:
    found = told["findings"]
    assert isinstance(found, dict)
    assert isinstance(found["links"], dict)
    standings = {one["standing"] for one in found["links"]["others"]}
    assert {"too_few", "not_clear"} <= standings
    assert len(found["links"]["others"]) == found["links"]["other"]["listed"]


def test_asking_for_the_summary_marks_no_link_as_seen(sample: Diary) -> None:
    from diary.storage.finding_queries import links_seen

    summary(sample, None, TODAY)
    summary_words(sample, None, TODAY)
    assert sample.ask(links_seen) == {}


def test_small_numbers_keep_their_digits() -> None:
    one = links({}, BY_CODE, since=MONDAY, until=MONDAY)
    small = dataclasses.replace(one, mine=dataclasses.replace(one.mine, takes_p=0.000123456789))
    found = findings(Analysis(since=MONDAY, until=MONDAY, today=MONDAY, links=small))
    assert isinstance(found["links"], dict)
    assert found["links"]["mine"]["takes_p"] == 0.000123457
    assert found["level"] is None


def said(rows: FindingRows) -> list[str]:
    return list(finding_lines(analyse(rows, rows.period.since, rows.period.until), rows.period.measures))


def test_a_clear_link_is_told_with_its_range_and_that_it_shows_no_cause() -> None:
    lines = said(FindingRows(period=period(rows_of(**linked()), 150)))
    (told,) = (line for line in lines if "Stress" in line)
    assert told == "Average pain: 0.8 points higher the same day, per point of “Stress”."
    after = lines[lines.index(told) + 1]
    assert re.fullmatch(r"Plausible range 0\.\d to 0\.\d, on 149 days\.", after)
    assert lines[-1] == "None of this shows a cause."


def test_nothing_clear_is_told_as_a_normal_result() -> None:
    lines = said(FindingRows(period=period(rows_of(pain_average=noise(3), stress=noise(2)), 150)))
    assert "What goes together: 3 pairs of 3 had enough days to look at." in lines
    assert lines[-1] == "Nothing clear yet. A small link could still be there."
    assert "Average pain: no pattern of weekdays shows in 150 days." in lines


def test_a_question_and_a_trial_are_told_too() -> None:
    asked = LinkQuestion(
        uid="q", factor="stress", outcome="pain_average", lag=0, asked=date.fromordinal(MONDAY)
    )
    trial = Trial(
        uid="t",
        name="Patch",
        a="patch",
        b="no patch",
        outcome="pain_average",
        order=("AB", "BA", "AB"),
        block_days=7,
        wash_out_days=1,
        start=date.fromordinal(MONDAY),
        planned=date.fromordinal(MONDAY),
        seed=1,
    )
    with_b = [*range(7, 21), *range(35, 42)]
    pain = [2.0 + day % 2 + 3 * (day in with_b) for day in range(60)]
    rows = [value(day, number) for day, number in enumerate(pain)]
    lines = said(FindingRows(period=period(rows, 60), link_questions=[asked], trials=[trial]))
    assert "Trial “Patch”: Average pain was 3 points higher with B than with A." in lines
    assert "A: patch. B: no patch." in lines
    assert any(
        re.fullmatch(r"B less A: plausible range .* higher, from 3 of 3 pairs\.", one) for one in lines
    )
    assert "What goes together: 0 pairs of 1 had enough days to look at." in lines


def test_a_trial_that_runs_is_told_without_a_result() -> None:
    rows = [value(day, 4.0) for day in range(20)]
    here = date.fromordinal(MONDAY)
    running = Trial(
        uid="t",
        name="Patch",
        a="patch",
        b="no patch",
        outcome="pain_average",
        order=("AB", "BA", "AB"),
        block_days=7,
        wash_out_days=1,
        start=here,
        planned=here,
        seed=1,
    )
    lines = said(FindingRows(period=period(rows, 20), trials=[running]))
    end = date_words(date.fromordinal(MONDAY + 41))
    assert f"Trial “Patch”: it runs until {end}. No result before the end." in lines
    ended = dataclasses.replace(running, stopped=date.fromordinal(MONDAY + 5))
    lines = said(FindingRows(period=period(rows, 20), trials=[ended]))
    assert "Trial “Patch”: too few days with an answer for a result." in lines


def test_a_start_is_told_with_its_date_and_range_and_a_rough_one_not_at_all() -> None:
    begun = date.fromordinal(MONDAY + 80)
    medicine = Treatment(uid="g", name="Gabapentin", started=Rough.of(begun))
    vague = Treatment(uid="v", name="Valerian", started=Rough(begun.year))
    rows = [value(day, (6.0 if day < 80 else 4.0) + day % 2) for day in range(170)]
    lines = said(FindingRows(period=period(rows, 170), treatments=[medicine, vague]))
    (told,) = (line for line in lines if "Gabapentin" in line)
    start = date_words(begun)
    assert told.startswith(f"Gabapentin: start ({start}): average pain 2 points lower after (")
    after = lines[lines.index(told) + 1]
    assert re.fullmatch(r"Plausible range: [\d.]+ points lower to [\d.]+ points lower\.", after)
    assert "Part of a drop is expected when a treatment begins in a bad spell." in lines
    assert not any("Valerian" in line for line in lines)


def test_an_empty_diary_has_no_lines_of_findings() -> None:
    assert said(FindingRows(period=period([], 1))) == []
