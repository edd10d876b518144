"""What Trends shows of one period: the numbers, the picture, and the words for each day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from diary.models.codes import Lateness, MeasureKind
from diary.models.records import Measure, Reading
from diary.wording import say
from diary.wording.answers import answer_words, measure_words

if TYPE_CHECKING:
    from diary.charts.care_strip import Care
    from diary.charts.picture import Picture
    from diary.insight.held import Held, TrendNumbers
    from diary.models.views import ValueRow
    from diary.ui.trends.sentences import Said

PAIN = "pain"
PAIN_CODES = ("pain_average", "pain_worst", "pain_least", "pain_now")
DEFAULT_PANELS = (PAIN, "sleep_min", "mood", "fatigue")
MOST_PANELS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One period with the chosen panels; `by_day` has the rows of each measure by ordinal day."""

    panels: tuple[str, ...]
    numbers: TrendNumbers
    picture: Picture
    by_day: dict[str, dict[int, ValueRow]]
    moments: dict[int, list[ValueRow]]
    said: Said
    care: Care | None = None
    writers: Mapping[str, str] = field(default_factory=dict)
    """Who else than the person wrote, by uid."""

    def measure(self, code: str) -> Measure:
        """The measure of that code, which is one of those shown."""
        return self.numbers.measures[code].measure

    def told(self, code: str, day: int) -> str:
        """What was answered on a day, in words; empty where nothing was."""
        row = self.by_day.get(code, {}).get(day)
        return "" if row is None else row_words(row, self.measure(code))


def make_view(held: Held, since: int, until: int, panels: Sequence[str], care: Care | None = None) -> View:
    """The view of these days; imports matplotlib's half of the house, so ask for it off the first paint."""
    from diary.charts.picture import picture
    from diary.ui.trends.sentences import said_of

    codes = codes_of(panels)
    numbers = numbers_of(held, since, until, panels)
    chosen = {code: one for code, one in numbers.measures.items() if code in codes}
    drawn = picture(chosen, panels, since, until, numbers.completeness.gaps, care)
    moments: dict[int, list[ValueRow]] = {}
    if "pain_now" in chosen:
        for row in chosen["pain_now"].series.moments:
            moments.setdefault(row.day, []).append(row)
    return View(
        panels=tuple(panels),
        numbers=numbers,
        picture=drawn,
        by_day={code: {row.day: row for row in one.series.values} for code, one in chosen.items()},
        moments=moments,
        said=said_of(numbers, panels),
        care=care,
        writers=held.rows.writers,
    )


def numbers_of(held: Held, since: int, until: int, panels: Sequence[str]) -> TrendNumbers:
    """The numbers behind panels and sentences; needs nothing of matplotlib."""
    return held.numbers(since, until, dict.fromkeys((*codes_of(panels), *PAIN_CODES, "sleep_min")))


def codes_of(panels: Iterable[str]) -> list[str]:
    """The measures that the panels show; pain's panel shows four."""
    return [code for panel in panels for code in (PAIN_CODES if panel == PAIN else (panel,))]


def available(codes: Sequence[str]) -> list[str]:
    """The panels that can be chosen when these measures have data."""
    others = [code for code in codes if code not in PAIN_CODES]
    return ([PAIN] if len(others) < len(codes) else []) + others


def default_panels(codes: Sequence[str], measures: Mapping[str, Measure]) -> list[str]:
    """What is shown until something else is chosen: pain, sleep, mood, fatigue, or the first there are.

    Where there are no such measures, numbers and words come before yes or no.
    """
    have = available(codes)
    usual = [panel for panel in DEFAULT_PANELS if panel in have]
    plain = [one for one in have if one in measures and measures[one].kind is MeasureKind.YES_NO]
    return usual or [*(one for one in have if one not in plain), *plain][:MOST_PANELS]


def listed(words: Sequence[str], key: str = "trends.list") -> str:
    """Words one after another as the language joins them; empty for none."""
    return reduce(lambda first, rest: say(key, first=first, rest=rest), words) if words else ""


def panels_of(held: Held, kept: str) -> tuple[str, ...]:
    """The panels to show: those `kept` (joined by commas) that have data, else the usual ones."""
    have = available(held.codes)
    chosen = [code for code in kept.split(",") if code in have]
    return tuple(chosen or default_panels(held.codes, held.rows.measures))


def row_words(row: ValueRow, measure: Measure | None) -> str:
    """A value in words, "6 h 10", "5", "meh"."""
    value = None if row.value is None else round(row.value, 1)
    return answer_words(Reading(measure=row.measure, value=value, text=row.text), measure)


def short_day(day: int) -> str:
    """A day in short words, "Thu 12 Nov 2026"."""
    found = date.fromordinal(day)
    return say(
        "trends.weekday_date",
        weekday=say(f"weekday.short.{found.weekday()}"),
        day=found.day,
        month=say(f"month.short.{found.month}"),
        year=found.year,
    )


def day_words(view: View, day: int) -> list[str]:
    """What the shown measures say of one day, one phrase each; empty where there is no entry."""
    said: list[str] = []
    for panel in view.panels:
        if panel == PAIN:
            said += _pain_words(view, day)
        elif told := view.told(panel, day):
            name = measure_words(panel, {panel: view.measure(panel)})
            said.append(say("trends.told", name=name, value=told))
    rows = [found[day] for found in view.by_day.values() if day in found]
    if any(row.lateness == Lateness.MEMORY for row in rows):
        said.append(say("trends.told_late"))
    elif rows and all(row.lateness == Lateness.IMPORTED for row in rows):
        said.append(say("trends.told_imported"))
    if any(row.changed for row in rows):
        said.append(say("trends.told_changed"))
    helpers = dict.fromkeys(row.author for row in (*rows, *view.moments.get(day, ())) if row.author)
    said += [say("trends.told_by", name=view.writers.get(uid, uid)) for uid in helpers]
    return said


def beside_words(view: View, day: int) -> list[str]:
    """The treatments in force on a day and what happened on it, one phrase each."""
    from diary.charts.care_strip import care_words

    return [] if view.care is None else care_words(view.care, day)


def changes_of(view: View) -> dict[int, list[str]]:
    """By day of the period: the dose steps that begin and what happened, one phrase each."""
    from diary.charts.care_strip import changes_on

    found = {} if view.care is None else changes_on(view.care)
    return {day: said for day, said in found.items() if view.picture.since <= day <= view.picture.until}


def _pain_words(view: View, day: int) -> list[str]:
    average, worst, least = (view.told(code, day) for code in PAIN_CODES[:3])
    said = []
    if average and worst and least:
        said.append(say("trends.told_pain_all", average=average, least=least, worst=worst))
    else:
        keys = (("average", average), ("worst", worst), ("least", least))
        said += [say(f"trends.told_pain_{key}", value=value) for key, value in keys if value]
    now = [row_words(row, None) for row in view.moments.get(day, ())]
    if now:
        said.append(say("trends.told_now", values=listed(now)))
    return said
