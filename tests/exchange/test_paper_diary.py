"""The blank page: one page whatever is asked, on either paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from diary.exchange.paper_diary import MOST_ROWS, paper_diary, pdf
from diary.models.codes import Group, MeasureKind
from diary.models.measures import BUILT_IN, BY_CODE
from diary.models.moments import Moment

MADE = Moment.from_aware(datetime(2026, 11, 22, 19, 5, tzinfo=UTC))
LONG = replace(
    BY_CODE["mood"],
    uid="own",
    code="own",
    label="كم كان الألم 🌧 " * 20,
    low_words="w" * 100,
    high_words="x" * 100,
    group=Group.OWN,
)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_everything_the_diary_can_ask_still_fits_one_page(paper: str) -> None:
    found = paper_diary([LONG, *BUILT_IN], planned=True, paper=paper)
    reader = PdfReader(BytesIO(pdf(found, MADE)))
    assert len(reader.pages) == 1
    assert len(found.rows) == MOST_ROWS
    assert found.left_out.startswith("Also asked by the diary: ")


def test_the_page_asks_only_what_a_cell_can_take() -> None:
    choice = replace(BY_CODE["mood"], uid="w", code="w", label="Weather", kind=MeasureKind.CHOICE)
    found = paper_diary([choice, BY_CODE["mood"]], planned=False)
    assert [row.label for row in found.rows] == ["Mood", "Nothing hurt on this day"]


def test_scales_say_both_ends() -> None:
    found = paper_diary([BY_CODE["pain_average"], BY_CODE["clarity"]], planned=False)
    assert [row.how for row in found.rows[:2]] == [
        "0 no pain, 10 as bad as you can imagine",
        "0 very foggy, 10 perfectly clear",
    ]
