"""The summary counts as-needed doses as the month sheet does: doses themselves, late notes left out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.exchange.summary import summary, summary_words
from diary.models.care import Dose, Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Use
from diary.models.records import Entry
from diary.models.rough import Rough
from diary.storage.reading import SELF
from diary.storage.treatment_queries import treatment_rows
from diary.ui.treatments.view import HeldTreatments
from tests.exchange.report_days import TODAY, Written

if TYPE_CHECKING:
    from pathlib import Path


def none_needed(ago: int) -> Entry:
    about = TODAY - timedelta(days=ago)
    return Entry(
        uid=f"none-{ago}",
        kind=EntryKind.DAY,
        day=about,
        author=SELF,
        answered={AnswerList.DOSES: Answered.NONE},
    )


def dose(ago: int, number: int = 0) -> Dose:
    return Dose(uid=f"dose-{ago}-{number}", treatment="t", day=TODAY - timedelta(days=ago), amount=50)


def used(path: Path) -> Written:
    written = Written(path / "d.sqlite3")
    tramadol = Treatment(uid="t", name="Tramadol", use=Use.AS_NEEDED, started=Rough(2026))
    written.write(tramadol, on=TODAY - timedelta(days=18))
    for ago, number in ((9, 0), (9, 1), (2, 0)):
        written.write(dose(ago, number), on=TODAY - timedelta(days=ago))
    written.write(dose(10), on=TODAY)
    written.write(none_needed(1))
    written.write(none_needed(12), late=12)
    return written


def test_as_needed_doses_equal_those_of_the_month_sheet(tmp_path: Path) -> None:
    written = used(tmp_path)
    month = date(2026, 11, 1)
    held = HeldTreatments(written.diary.ask(treatment_rows, TODAY), TODAY)
    sheet = held.used[False].shown(month)[0].sum
    record = summary(written.diary, month, TODAY)["record"]
    assert isinstance(record, dict)
    assert record["as_needed"] == {"doses": 3, "n": 2, "N": 3, "unsaid": 0}
    assert (sheet.doses, sheet.days, sheet.answered) == (3, 2, 3)
    assert "As needed: 3 doses on 2 days, of 3 answered." in summary_words(written.diary, month, TODAY)
    written.diary.close()
