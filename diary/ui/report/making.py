"""Making a report off the screen's thread: what it says, its pictures, its PDF, its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diary.exchange.report.choices import Audience
from diary.ui.report.readings import Readings

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.current_list import CurrentList
    from diary.exchange.report.choices import ReportChoices
    from diary.exchange.report.data import Report
    from diary.models.moments import Moment
    from diary.storage.diary import Diary

PRINT_PPI = 300.0
CLIPBOARD_PPI = 150.0


@dataclass(slots=True)
class Stop:
    """Whether work is no longer wanted: set on the screen's thread, looked at between two steps."""

    wanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One report as made; what was not asked for is empty.

    `pages` are PNG pictures, all of them or (`is_front`) those without the annex. `kept` is the open PDF;
    `pdf` is the one to give, locked where a password was chosen. `told` is the report in plain text.
    """

    choices: ReportChoices
    made: Moment
    since: date
    until: date
    told: str
    content_hash: str
    report: Report | None = None
    pages: tuple[bytes, ...] = ()
    is_front: bool = False
    kept: bytes = b""
    pdf: bytes = b""
    private_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """The work of one report: pictures at `ppi` pixels per inch (0: none), and the PDF where wanted.

    `front`: without the annex, which takes longer. Gives None where `stop` said that it is not wanted.
    """

    choices: ReportChoices
    ppi: float = 0.0
    with_pdf: bool = False
    password: str = field(default="", repr=False)
    front: bool = False
    stop: Stop = field(default_factory=Stop)
    readings: Readings = field(default_factory=Readings)

    def __call__(self, diary: Diary) -> Made | None:
        """Reads and typesets; DiaryError."""
        if self.stop.wanted:
            return None
        if self.choices.audience is Audience.EMERGENCY:
            return self._card(diary)
        return self._report(diary)

    def _report(self, diary: Diary) -> Made | None:
        from datetime import date

        from diary.exchange.report.data import content_hash
        from diary.exchange.report.digest import digest
        from diary.exchange.report.typeset import pictures, typeset

        choices = replace(self.choices, annex=()) if self.front else self.choices
        report = self.readings.report(diary, choices)
        made = diary.now()
        if self.stop.wanted:
            return None
        pages = tuple(pictures(report, made, self.ppi)) if self.ppi else ()
        if self.stop.wanted:
            return None
        pdf = typeset(report, made) if self.with_pdf else b""
        return Made(
            choices=self.choices,
            made=made,
            since=date.fromisoformat(report.data.since),
            until=date.fromisoformat(report.data.until),
            told=digest(report.data),
            content_hash=content_hash(report.data) if self.with_pdf else "",
            report=report,
            pages=pages,
            is_front=self.front,
            kept=pdf,
            pdf=self._locked(pdf),
            private_there=self.readings.private_there,
        )

    def _card(self, diary: Diary) -> Made:
        from diary.exchange.report import card

        found: CurrentList = card.card(diary, self.choices)
        made, today = diary.now(), diary.today()
        pdf = card.card_pdf(found, made) if self.with_pdf else b""
        return Made(
            choices=self.choices,
            made=made,
            since=today,
            until=today,
            told=card.card_text(found),
            content_hash=card.card_hash(found),
            pages=tuple(card.card_pictures(found, made, self.ppi)) if self.ppi else (),
            kept=pdf,
            pdf=self._locked(pdf),
        )

    def _locked(self, pdf: bytes) -> bytes:
        if not (self.password and pdf):
            return pdf
        from diary.exchange.report.protect import protected

        return protected(pdf, self.password)
