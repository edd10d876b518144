"""A small diary, and a report without its typesetting: the page's own behaviour in milliseconds."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, qRgb

from diary.exchange.report.choices import Paper
from diary.exchange.report.data import (
    AnnexPart,
    Head,
    Line,
    Lines,
    NowBefore,
    PageOne,
    Report,
    ReportData,
    Trend,
)
from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaRegion, Entry, Person, Reading, Replace
from diary.storage.diary import Diary
from diary.storage.reading import SELF

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diary.exchange.report.rows import Asked, ReportRows

TODAY = date(2026, 11, 20)
DAYS = 20

COARSE = 4
"""So much coarser than asked for: nobody looks at these pages."""

INCHES: Mapping[str, tuple[float, float]] = {Paper.A4: (8.27, 11.69), Paper.LETTER: (8.5, 11.0)}


def opened(path: Path) -> Diary:
    """A diary whose clock stands at 20:00 of `TODAY`."""
    now = Moment(datetime(TODAY.year, TODAY.month, TODAY.day, 20), 60, "Europe/Berlin")  # noqa: DTZ001
    return Diary(path, clock=lambda: now)


def day_entry(ago: int, average: float = 5, *, regions: tuple[str, ...] = ()) -> Entry:
    """A day entry `ago` days before today, with a note and, where there are `regions`, a place."""
    place = Area(uid=f"a{ago}", severity=6, regions=tuple(AreaRegion(region=one) for one in regions))
    return Entry(
        uid=f"day-{ago}",
        kind=EntryKind.DAY,
        day=TODAY - timedelta(days=ago),
        author=SELF,
        note=f"note {ago}",
        answered={AnswerList.PLACES: Answered.SOME} if regions else {},
        readings=(Reading(measure="pain_average", value=average),),
        areas=(place,) if regions else (),
    )


def fill(path: Path, *, begin: int = 0) -> None:
    """Write twenty days that end `begin` days ago, and a person."""
    diary = opened(path)
    entries = [Replace(before=None, after=day_entry(ago)) for ago in range(begin, begin + DAYS)]
    diary.apply([*entries, Replace(before=None, after=Person(uid="p", name="Anna Berg"))])
    diary.close()


def told(rows: ReportRows, asked: Asked) -> Report:
    """The report in very few words: who, the days, how many entries, and the parts of its annex."""
    choices = asked.choices
    who = [rows.person.name] if choices.with_name and rows.person is not None else []
    who += [choices.to] if choices.to else []
    entries = f"{len(rows.period.entries)} entries"
    page = PageOne(
        head=Head(
            title="Report", period=f"{asked.since} {asked.until}", length=f"{asked.days}", who=tuple(who)
        ),
        since=None,
        complete=Lines(title="Complete", lines=(Line(words=entries),)),
        now_before=NowBefore(title="Now", note=""),
        trend=Trend(title="Trend", caption=""),
        where=None,
        helped=None,
        tried=None,
        function=None,
        conditions=None,
        questions=None,
    )
    data = ReportData(
        language="en",
        paper=choices.paper,
        large_print=choices.large_print,
        since=asked.since.isoformat(),
        until=asked.until.isoformat(),
        page=page,
        annex=tuple(AnnexPart(code=one, title=one.title()) for one in choices.annex),
    )
    return Report(data=data)


@dataclass(slots=True)
class Setter:
    """Stands for the typesetting: a page for page one and one for each part of the annex."""

    set_pages: list[Report] = field(default_factory=list)
    gate: threading.Event | None = None
    """Work waits here where there is a gate."""

    def pictures(
        self,
        report: Report,
        made: Moment,
        ppi: float,
        pages: object = None,
    ) -> list[bytes]:
        """One picture for each page, of the paper's shape."""
        if self.gate is not None:
            self.gate.wait(10)
        self.set_pages.append(report)
        numbers = range(1 + len(report.data.annex))
        return [picture(report.data.paper, ppi, hash((repr(report.data), one))) for one in numbers]

    def typeset(self, report: Report, made: Moment) -> bytes:
        """Something that begins like a PDF."""
        if self.gate is not None:
            self.gate.wait(10)
        return b"%PDF-1.7 " + repr(report.data).encode()


def picture(paper: str, ppi: float, shade: int) -> bytes:
    """A PNG of one grey in the shape of the paper."""
    wide, tall = INCHES[paper]
    ppi = ppi / COARSE
    image = QImage(round(wide * ppi), round(tall * ppi), QImage.Format.Format_RGB32)
    image.fill(qRgb(*(shade >> at & 255 for at in (0, 8, 16))))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
