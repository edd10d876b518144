"""Links in the annex: questions apart from all pairs, how many were looked at, and that none is a cause."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from diary.exchange.report.annex import links
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart
from diary.insight.findings.links import Links, newly_seen
from diary.models.finding_rows import FindingRows

from .sample import sample, tables, words


@cache
def worked_out() -> tuple[FindingRows, Links]:
    _, rows = sample()
    found: FindingRows = rows.extra[Annex.LINKS]
    told = links.links_of(found)
    assert told is not None
    return found, told


def part_of(found: FindingRows) -> AnnexPart | None:
    asked, rows = sample()
    part, drawings = links.part(rows, asked, found)
    assert drawings == {}
    return part


def test_it_says_that_a_link_is_no_cause_and_which_days_were_looked_at() -> None:
    part = part_of(worked_out()[0])
    assert part is not None
    said = words(part.blocks)
    assert said[0] == "A link shows what went together. It does not show what the cause was."
    assert "Links always look at the last 365 days" in said[1]


def test_pairs_that_were_never_on_the_screen_are_not_printed() -> None:
    found = replace(worked_out()[0], links_seen={})
    part = part_of(found)
    assert part is not None
    assert not tables(part.blocks)
    assert words(part.blocks)[-1] == "Not looked at: all other pairs were not opened on the screen."


def test_pairs_seen_before_are_printed_with_how_many_were_tested() -> None:
    found, told = worked_out()
    part = part_of(replace(found, links_seen=newly_seen(told, {}, told.until)))
    assert part is not None
    said = " ".join(words(part.blocks))
    assert f"The diary looked at {told.other.tested} pairs." in said
    called = [one for one in told.others if one.is_called]
    assert sum(len(one.rows) for one in tables(part.blocks)) == len(called)


def test_a_question_has_its_range_its_days_and_its_date() -> None:
    found, told = worked_out()
    part = part_of(found)
    assert part is not None
    said = words(part.blocks)
    tested = next(one for one in told.questions if one.coefficient is not None)
    line = next(one for one in said if "plausible range" in one or "Plausible range" in one)
    assert f"{tested.n} pairs of days" in line
    assert any(one.startswith("Asked on ") for one in said)


def test_a_diary_without_questions_and_without_looking_has_no_links() -> None:
    found = replace(worked_out()[0], links_seen={}, link_questions=())
    assert part_of(found) is None
    asked, rows = sample()
    assert links.part(rows, asked, None) == (None, {})
