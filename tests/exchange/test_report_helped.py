"""A report says what a helper wrote, and whose answer counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report_gather import gather
from diary.exchange.report_data import ReportChoices
from diary.models.codes import AuthorRole
from diary.models.records import Author, Replace
from tests.storage.given import TODAY, YESTERDAY, day

if TYPE_CHECKING:
    from diary.storage.diary import Diary


def complete(diary: Diary) -> str:
    since: date = YESTERDAY
    return gather(diary, ReportChoices(since=since, until=TODAY)).complete


def test_entries_of_a_helper_are_named_in_the_report(diary: Diary) -> None:
    own = day("own", TODAY, pain_average=4.0)
    diary.apply([Replace(before=None, after=own)])
    assert "written by" not in complete(diary)
    anna = Author(uid="anna", role=AuthorRole.PARTNER, name="Anna")
    hers = replace(day("hers", TODAY, pain_average=8.0), author="anna")
    diary.apply([Replace(before=None, after=one) for one in (anna, hers)])
    assert "1 entry was written by Anna." in complete(diary)
    assert "Where both wrote, the person's own answer counts." in complete(diary)
