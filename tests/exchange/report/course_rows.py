"""Rows of a made-up diary for the upper half of page one, without a file: a pain for each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from diary.exchange.report.choices import ReportChoices
from diary.exchange.report.rows import Asked, ReportRows
from diary.models.care import DoseStep, Procedure, Treatment
from diary.models.codes import EntryKind, Lateness, ProcedureKind, Use
from diary.models.finding_rows import FindingRows
from diary.models.measures import BY_CODE
from diary.models.rough import Rough
from diary.models.views import EntryRow, PeriodRows, ValueRow
from diary.storage.reading import SELF

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 22)
SINCE = TODAY - timedelta(days=89)
CODES = ("pain_average", "pain_worst", "pain_least", "pain_now")

Pain = Mapping[str, float]


def ago(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


def asked(since: date = SINCE, until: date = TODAY, **more: Any) -> Asked:
    """A report of these days."""
    return Asked(since=since, until=until, today=TODAY, choices=more.pop("choices", ReportChoices()), **more)


def steady(average: float) -> Callable[[int], Pain]:
    """The same pain on every day, two points around it at the worst and the least."""
    return lambda _: {"pain_average": average, "pain_worst": average + 2, "pain_least": average - 2}


def report_rows(
    pain: Callable[[int], Pain | None],
    days: int = 400,
    wanted: Asked | None = None,
    *,
    late: Mapping[int, Lateness] | None = None,
    **more: Any,
) -> ReportRows:
    """A diary of `days` days up to today; `pain` gives the numbers of a day that many days ago, or None.

    `late` are days ago with their class; `more` is of the wide rows.
    """
    wanted = wanted or asked()
    values, entries = [], []
    for back in range(days - 1, -1, -1):
        day, found = ago(back).toordinal(), pain(back)
        if found is None:
            continue
        kind = str(EntryKind.MOMENT if set(found) == {"pain_now"} else EntryKind.DAY)
        late_as = str((late or {}).get(back, Lateness.SAME_DAY))
        entries.append(EntryRow(day, kind, f"e{back}", late_as, False, "", "", SELF))
        values += [
            ValueRow(day, kind, code, value, None, late_as, False, "", None, f"e{back}")
            for code, value in found.items()
        ]
    whole = PeriodRows(
        since=ago(max(days, 400)).toordinal(),
        until=wanted.until.toordinal(),
        today=TODAY.toordinal(),
        first=entries[0].day if entries else None,
        last=entries[-1].day if entries else None,
        measures={code: BY_CODE[code] for code in CODES},
        first_days={code: row.day for code in CODES for row in reversed(values) if row.measure == code},
        values=values,
        areas=(),
        answers=(),
        entries=entries,
    )
    since, until = wanted.since.toordinal(), wanted.until.toordinal()
    cut = whole._replace(
        since=since,
        values=[row for row in values if since <= row.day <= until],
        entries=[row for row in entries if since <= row.day <= until],
    )
    return ReportRows(period=cut, wide=FindingRows(period=whole, **more))


def medicine(uid: str = "p", name: str = "Pregabalin", started: int = 300, **more: Any) -> Treatment:
    """A regular medicine begun so many days ago."""
    return Treatment(
        uid=uid, name=name, started=Rough.of(ago(started)), use=more.pop("use", Use.REGULAR), **more
    )


def step(back: int, mg: float, treatment: str = "p") -> DoseStep:
    """A step of a medicine so many days ago."""
    uid = f"{treatment}-{back}"
    return DoseStep(uid=uid, treatment=treatment, since=Rough.of(ago(back)), amount=mg, unit="mg")


def block(back: int, **more: Any) -> Procedure:
    """A nerve block so many days ago."""
    return replace(Procedure(uid=f"block-{back}", kind=ProcedureKind.BLOCK, when=Rough.of(ago(back))), **more)
