"""Own questions and factors in the annex: n of N, and what was said apart from what was counted."""

from __future__ import annotations

from dataclasses import replace

from diary.exchange.report.annex import trackers
from diary.insight.held import Held
from diary.models.codes import Group, MeasureKind

from .sample import figures, sample, tables, words


def test_each_tracker_says_on_how_many_days_it_was_answered_as_trends_counts_them() -> None:
    asked, rows = sample()
    part, _ = trackers.part(rows, asked, None)
    assert part is not None
    held = Held(rows.period)
    numbers = held.numbers(asked.since.toordinal(), asked.until.toordinal(), held.codes).measures
    own, factors = tables(part.blocks)
    told = [one.summary for one in numbers.values() if one.measure.group is Group.OWN]
    assert [row[2] for row in own.rows] == [f"{one.n_answered} of {one.days} days" for one in told]
    yes = next(one for one in numbers.values() if one.measure.code == "stretching")
    line = next(row for row in factors.rows if row[0] == "Stretching")
    assert line[3] == f"Yes on {yes.summary.n_yes} of {yes.summary.n_answered} days"


def test_what_was_said_stands_apart_and_counts_nothing() -> None:
    asked, rows = sample()
    part, _ = trackers.part(rows, asked, None)
    assert part is not None
    said = words(part.blocks)
    at = said.index("What you said made pain worse or better")
    assert said[at + 1] == "Said, not worked out: the numbers above know nothing of it."
    assert all("you said" in line or "you were" in line for line in said[at + 2 :])


def test_a_scale_has_a_small_line_and_a_day_without_an_answer_is_a_gap() -> None:
    asked, rows = sample()
    measures = dict(rows.period.measures)
    measures["mood"] = replace(measures["mood"], group=Group.OWN)
    part, drawings = trackers.part(replace(rows, period=rows.period._replace(measures=measures)), asked, None)
    assert part is not None
    (figure,) = figures(part.blocks)
    values, late = figure.picture.numbers
    assert None in values
    assert any(one is not None for one in late)
    svg = drawings[figure.picture.key]()
    assert svg.count('class="late"') == sum(one is not None for one in late)
    assert measures["mood"].kind is MeasureKind.SCALE


def test_imported_answers_say_their_source() -> None:
    asked, rows = sample()
    values = [
        row._replace(source="Daylio") if row.measure == "stretching" else row for row in rows.period.values
    ]
    part, _ = trackers.part(replace(rows, period=rows.period._replace(values=values)), asked, None)
    assert part is not None
    sources = {row[0]: row[4] for one in tables(part.blocks) for row in one.rows}
    assert sources["Stretching"].startswith("Daylio on ")
    assert sources["Walking"] == "the diary"


def test_without_trackers_and_without_anything_said_it_is_not_there() -> None:
    asked, rows = sample()
    values = [row for row in rows.period.values if row.measure.startswith("pain")]
    bare = replace(rows, period=rows.period._replace(values=values), wide=replace(rows.wide, attributions=()))
    assert trackers.part(bare, asked, None) == (None, {})
