"""Questionnaires in the annex: word for word, the newest to the right, late ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.annex import questionnaires
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Paragraph, Table
from diary.insight.instruments import instrument

if TYPE_CHECKING:
    from diary.exchange.report.data import Block

    from .conftest import Care


def blocks(care: Care, days: int = 40) -> tuple[Block, ...]:
    asked, rows = care.gathered(Annex.QUESTIONNAIRES, days=days)
    part, _ = questionnaires.part(rows, asked, rows.extra[Annex.QUESTIONNAIRES])
    return () if part is None else part.blocks


def table(found: tuple[Block, ...], caption: str) -> Table:
    return next(one for one in found if isinstance(one, Table) and one.caption == caption)


def words(found: tuple[Block, ...]) -> str:
    return " ".join(one.words for one in found if isinstance(one, Paragraph))


def test_every_question_stands_there_word_for_word_with_its_credit_line(care: Care) -> None:
    found = blocks(care)
    for code in ("peg", "phq4"):
        asked = instrument(code)
        first = " ".join(row[0] for row in table(found, asked.title).rows)
        assert all(item.text in first for item in asked.items)
        assert asked.credit in words(found)


def test_the_newest_six_stand_there_and_the_rest_are_counted(care: Care) -> None:
    found = blocks(care, days=70)
    assert table(found, "PEG").header[-1] == "18 Nov 2026"
    assert len(table(found, "PEG").header) == 7
    assert "Filled in 3 more times before these." in words(found)


def test_the_last_time_before_the_period_stands_beside_it(care: Care) -> None:
    found = table(blocks(care, days=10), "PEG")
    assert found.header[1:] == ("4 Nov 2026", "11 Nov 2026", "18 Nov 2026")
    assert found.rows[-1] == ("Mean (0 to 10)", "5.0", "4.7", "5.0")


def test_an_answer_that_was_not_given_is_a_dash_and_leaves_no_total(care: Care) -> None:
    rows = {row[0]: row[1] for row in table(blocks(care), "PHQ-4").rows}
    assert rows["Feeling down, depressed, or hopeless"] == "–"
    assert (rows["Total (0 to 12)"], rows["Anxiety part (0 to 6)"], rows["Depression part (0 to 6)"]) == (
        "–",
        "3",
        "–",
    )


def test_a_late_one_is_marked_and_one_of_another_version_is_only_counted(care: Care) -> None:
    found = blocks(care)
    assert table(found, "PHQ-4").rows[1][1] == "from memory, more than three days later"
    assert "1 more in a version that this diary does not have." in words(found)


def test_days_without_a_questionnaire_leave_the_part_out(care: Care) -> None:
    assert blocks(care, days=1) == ()
