"""Attacks and flares: how many a week, and each flare with its start, length, peak and what helped."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.exchange.privacy import shown_areas, shown_entry
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import day_words, number_words, sentences
from diary.insight.findings.attacks import HURTS, Attacks, attacks
from diary.insight.flares import is_flare
from diary.insight.period import all_series
from diary.models.codes import Lateness
from diary.models.moments import Moment, time_between
from diary.models.records import Entry
from diary.wording import say, say_n
from diary.wording.answers import length_words, seconds_words
from diary.wording.treatment_words import amount_words, listed, own_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.care import Treatment
    from diary.models.views import DoseRow
    from diary.storage.reading import Reader

MOST_FLARES, MOST_WEEKS = 60, 26
"""So many are printed, the newest; of the rest only how many there are."""

_SERIES = frozenset(("attacks", "attack_s", *HURTS))


def read(reader: Reader, asked: Asked) -> list[Entry]:
    """The moments of these days as they were saved."""
    from diary.storage.queries import moments_between

    return moments_between(reader, asked.since, asked.until)


def part(rows: ReportRows, asked: Asked, found: Sequence[Entry] | None) -> tuple[AnnexPart | None, Drawings]:
    """The counts, the weeks and the flares; None where neither attacks nor flares were answered."""
    private = asked.choices.with_private
    period = rows.period._replace(
        values=[one for one in rows.period.values if one.measure in _SERIES],
        areas=shown_areas(rows.period.areas, private_places=private),
    )
    counted = attacks(
        period, all_series(period), rows.wide.ends, since=period.since, until=min(period.until, period.today)
    )
    shown = [shown_entry(one, private_places=private) for one in found or ()]
    flares = [one for one in shown if is_flare(one)]
    flares.sort(key=_start, reverse=True)
    if counted is None and not flares:
        return None, {}
    blocks: list[Block] = []
    if counted is not None:
        blocks += [Paragraph(words=_counts(counted)), _weeks(counted)]
        if more := len(counted.weeks) - MOST_WEEKS:
            blocks += [Paragraph(words=say_n("care.earlier_weeks", more), small=True)] if more > 0 else []
    if flares:
        blocks.append(_table(flares[:MOST_FLARES], rows))
        if len(flares) > MOST_FLARES:
            more = len(flares) - MOST_FLARES
            blocks.append(Paragraph(words=say_n("care.earlier_flares", more), small=True))
    return AnnexPart(code=Annex.FLARES, title=say("care.flares"), blocks=tuple(blocks)), {}


def _counts(found: Attacks) -> str:
    """The counts in sentences, each with its days."""
    said = []
    if found.n:
        days = say_n("care.answered_days", found.n, days=found.days)
        said.append(say_n("care.attacks", found.total, with_them=found.n_with, answered=days))
    if found.attack_s is not None:
        usual = seconds_words(found.attack_s)
        said.append(say_n("care.attack_length", found.n_attack_s, length=usual))
    if found.flares:
        said.append(
            say_n("care.flares_noted", found.flares, days=say_n("report.days", found.days_with_flares))
        )
    if found.median_min is not None:
        middle = length_words(timedelta(minutes=found.median_min))
        said.append(say_n("care.flare_length", len(found.lengths_min), length=middle))
    if found.n_memory:
        said.append(say_n("care.attacks_memory", found.n_memory))
    return sentences(*said)


def _weeks(found: Attacks) -> Table:
    """Attacks and flares week by week, the newest first; no number where nothing was answered."""
    weeks = reversed(found.weeks[-MOST_WEEKS:])
    return Table(
        caption=say("care.weeks"),
        header=tuple(say(f"care.head.{one}") for one in ("week", "attacks", "answered", "a_day", "flares")),
        rows=tuple(
            (
                day_words(date.fromordinal(one.monday)),
                str(one.attacks) if one.n else say("care.no_answer"),
                say("care.n_of", some=one.n, n=one.days),
                number_words(one.attacks / one.n) if one.n else say("care.no_answer"),
                str(one.flares),
            )
            for one in weeks
        ),
        numeric=(1, 2, 3, 4),
    )


def _table(flares: Sequence[Entry], rows: ReportRows) -> Table:
    late = {one.entry for one in rows.period.entries if one.lateness == Lateness.MEMORY}
    named = {one.uid: one for one in rows.wide.treatments}
    doses: dict[int, list[DoseRow]] = {}
    for one in rows.doses:
        doses.setdefault(one.day, []).append(one)
    lines = []
    for flare in flares:
        assert flare.at is not None  # is_flare saw to it
        start = say("flare.when", day=day_words(flare.at.local.date()), time=f"{flare.at.local:%H:%M}")
        if flare.uid in late:
            start = say("care.day_late", day=start, late=say("care.late.memory"))
        helped = [
            *_taken(flare, doses, named),
            *([own_words(flare.helped)] if flare.helped.strip() else []),
        ]
        lines.append(
            (
                start,
                say("care.no_end")
                if flare.until is None
                else length_words(time_between(flare.at, flare.until)),
                _peak(flare),
                flare.doing.strip(),
                listed(helped, "treatments.notes"),
            )
        )
    return Table(
        caption=say("care.flare_list"),
        header=tuple(say(f"care.head.{one}") for one in ("start", "length", "peak", "doing", "helped")),
        rows=tuple(lines),
        numeric=(2,),
        widths=(0.2, 0.12, 0.08, 0.27, 0.33),
    )


def _taken(flare: Entry, doses: Mapping[int, Sequence[DoseRow]], named: Mapping[str, Treatment]) -> list[str]:
    """The doses with a time between the start and the end of a flare: "Tramadol 50 mg, 14:20"."""
    if flare.at is None or flare.until is None:
        return []
    first, last = flare.day.toordinal(), max(flare.day, flare.until.local.date()).toordinal()
    found = []
    for one in (one for day in range(first, last + 1) for one in doses.get(day, ())):
        if one.at is None or one.amount == 0 or one.treatment not in named:
            continue
        at = Moment.parse(one.at)
        if timedelta() <= time_between(flare.at, at) <= time_between(flare.at, flare.until):
            words = _dose_words(named[one.treatment], one)
            found.append(say("treatments.list", first=words, rest=f"{at.local:%H:%M}"))
    return found


def _dose_words(treatment: Treatment, dose: DoseRow) -> str:
    name = own_words(treatment.name)
    if dose.amount is None:
        return name
    return say("treatments.named", name=name, form=amount_words(dose.amount, dose.unit, treatment))


def _peak(flare: Entry) -> str:
    """The largest number of the flare: peak, pain now, or severity of a place."""
    readings = (flare.reading(code) for code in ("pain_peak", "pain_now"))
    values = [one.value for one in readings if one is not None and one.value is not None]
    values += [float(one.severity) for one in flare.areas if one.severity is not None]
    return number_words(max(values), 0) if values else say("care.no_answer")


def _start(flare: Entry) -> tuple[date, str]:
    return flare.day, str(flare.at)
