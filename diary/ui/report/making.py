"""Making a report off the screen's thread: its data, its pictures, its PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.report_data import ReportChoices, ReportData
    from diary.models.moments import Moment
    from diary.storage.diary import Diary

PRINT_PPI = 300.0
PRIVATE_START = "genitals_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One report as made: choices, data, moment, its pages as PNG, its PDF (empty where not asked for)."""

    choices: ReportChoices
    data: ReportData
    made: Moment
    pages: tuple[bytes, ...] = ()
    pdf: bytes = b""
    private_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """The work of one report: pictures at `ppi` pixels per inch (0: none), and the PDF where wanted."""

    choices: ReportChoices
    ppi: float = 0.0
    with_pdf: bool = False

    def __call__(self, diary: Diary) -> Made:
        """Gathers and typesets; DiaryError."""
        from datetime import date

        from diary.exchange.report_gather import gather, picture, typeset

        made = diary.now()
        data = gather(diary, self.choices)
        since, until = date.fromisoformat(data.since), date.fromisoformat(data.until)
        return Made(
            choices=self.choices,
            data=data,
            made=made,
            pages=tuple(picture(data, made, self.ppi)) if self.ppi else (),
            pdf=typeset(data, made) if self.with_pdf else b"",
            private_there=_private_there(diary, since, until),
        )


def _private_there(diary: Diary, since: date, until: date) -> bool:
    from diary.storage.queries import areas_between

    rows = diary.ask(areas_between, since, until)
    return any(region.startswith(PRIVATE_START) for row in rows for region, _ in row.regions)
