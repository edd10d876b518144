"""What a chart of several measures shows, worked out before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diary.charts.arrays import Lines, Points, band, lines, moment_points, points, polygons
from diary.charts.binning import Array, binned
from diary.charts.care_strip import Care, CareStrip, care_strip
from diary.insight.completeness import GAP_DAYS, Gap
from diary.insight.period import MeasureNumbers
from diary.insight.series import MEMORY, DailySeries
from diary.models.codes import Direction, MeasureKind
from diary.models.records import Measure
from diary.models.views import ValueRow
from diary.wording import say
from diary.wording.answers import measure_words

PAIN = "pain"
PAIN_CODES = ("pain_average", "pain_worst", "pain_least", "pain_now")
"""The measures that the pain panel draws together."""

_COLORS = {"sleep_min": "sleep", "sleep_quality": "sleep", "mood": "mood", "fatigue": "fatigue"}
_MOST_WORDS = 6
_LONGEST_WORD = 16
_NOTHING = Points(x=np.empty(0), y=np.empty(0))

Tick = tuple[float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPicture:
    """One panel: its words, its scale, and the arrays behind what is drawn; a `strip` has rows of words."""

    code: str
    title: str
    note: str
    color: str
    low: float
    high: float
    ticks: tuple[Tick, ...]
    few_ticks: tuple[Tick, ...]
    lines: Lines
    band: tuple[Array, ...] = ()
    moments: Points = _NOTHING
    strip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Panels over the days `since` to `until` (ordinals), and the gaps that no line crosses.

    `care` is the strip of medicines and events over them, None where none is wanted.
    """

    since: int
    until: int
    panels: tuple[PanelPicture, ...]
    gaps: tuple[Gap, ...] = ()
    care: CareStrip | None = None


def picture(
    numbers: Mapping[str, MeasureNumbers],
    codes: Iterable[str],
    since: int,
    until: int,
    gaps: Sequence[Gap] = (),
    care: Care | None = None,
) -> Picture:
    """The picture of the chosen measures, `PAIN` for the four measures of pain, with what goes on beside."""
    panels = []
    for code in codes:
        panel = pain_panel(numbers, since, until) if code == PAIN else None
        if code != PAIN and code in numbers:
            panel = measure_panel(numbers[code])
        if panel is not None:
            panels.append(panel)
    wide = tuple(gap for gap in gaps if gap.days > GAP_DAYS)
    strip = care_strip(care, since, until) if care is not None else None
    return Picture(since=since, until=until, panels=tuple(panels), gaps=wide, care=strip)


def pain_panel(numbers: Mapping[str, MeasureNumbers], since: int, until: int) -> PanelPicture | None:
    """Average by day and week, least to worst, moments; None where there is nothing of it."""
    found = [numbers[code] for code in PAIN_CODES if code in numbers]
    if not found:
        return None
    average = numbers.get("pain_average")
    empty = _empty(found[0].series)
    series = average.series if average else empty
    worst, least = (numbers[code].series if code in numbers else empty for code in PAIN_CODES[1:3])
    now = numbers.get("pain_now")
    scale: tuple[Tick, ...] = tuple((float(value), str(value)) for value in range(0, 11, 2))
    return PanelPicture(
        code=PAIN,
        title=say("chart.pain"),
        note="",
        color=PAIN,
        low=0,
        high=10,
        ticks=scale,
        few_ticks=_scale_ticks(0, 10),
        lines=lines(series, average.weeks if average else ()),
        band=tuple(band(least, worst)),
        moments=moment_points(now.series.moments, since, until) if now else _NOTHING,
    )


def measure_panel(one: MeasureNumbers) -> PanelPicture:
    """The panel of any other measure: a line where it has numbers, words in rows where it has none."""
    measure = one.measure
    heard = (*one.series.values, *one.series.moments)
    numbers = [row.value for row in heard if row.value is not None]
    if measure.kind is MeasureKind.YES_NO:
        return _yes_no(one)
    if not numbers:
        return _words(one)
    low, high, ticks = _scale(measure, numbers)
    drawn = lines(one.series, one.weeks)
    spread = polygons(drawn.line.x, drawn.line.low, drawn.line.high, drawn.line.days)
    moments = one.series.moments
    return PanelPicture(
        code=measure.code,
        title=_title(measure),
        note=_note(measure, one.series),
        color=_COLORS.get(measure.code, "other"),
        low=low,
        high=high,
        ticks=ticks,
        few_ticks=ticks,
        lines=drawn,
        band=tuple(spread) if drawn.line.days > 1 else (),
        moments=moment_points(moments, one.series.since, one.series.until),
    )


def _empty(series: DailySeries) -> DailySeries:
    return replace(series, values=(), moments=(), by_moment=False)


def _title(measure: Measure) -> str:
    if measure.code == "sleep_min" and not measure.label:
        return say("chart.sleep")
    return measure_words(measure.code, {measure.code: measure})


def _note(measure: Measure, series: DailySeries) -> str:
    if series.by_moment:
        return say("chart.from_moments")
    computed = [row.computed for row in series.values]
    if measure.unit == "%" and any(computed):
        return say("chart.computed_percent")
    if any(computed):
        return say("chart.computed" if all(computed) else "chart.partly_computed")
    if measure.code == "sleep_min":
        typed = all(row.source == "" for row in series.values)
        return say("chart.self_reported") if typed else say("chart.minutes_slept")
    if measure.direction is Direction.NONE:
        return measure.unit or ""
    return say("chart.high_is_good" if measure.direction is Direction.DOWN else "chart.high_is_worse")


def _scale(measure: Measure, numbers: Sequence[float]) -> tuple[float, float, tuple[Tick, ...]]:
    """Lowest, highest, and what is written at the axis."""
    if measure.kind is MeasureKind.SCALE and measure.low is not None and measure.high is not None:
        return measure.low, measure.high, _scale_ticks(measure.low, measure.high)
    if measure.kind is MeasureKind.MINUTES:
        return _hours(numbers)
    bottom = 0.0 if min(numbers) >= 0 and (measure.kind is MeasureKind.COUNT or measure.low == 0) else None
    return _nice(min(numbers) if bottom is None else bottom, max(numbers))


def _scale_ticks(low: float, high: float) -> tuple[Tick, ...]:
    return tuple((value, f"{value:g}") for value in (low, (low + high) / 2, high))


def _hours(numbers: Sequence[float]) -> tuple[float, float, tuple[Tick, ...]]:
    spread = max(numbers) - min(numbers)
    step = 120 if spread <= 360 else 240 if spread <= 720 else 480
    low = math.floor(min(numbers) / step) * step
    high = max(math.ceil(max(numbers) / step) * step, low + step)
    marks = range(low, high + 1, step)
    return low, high, tuple((float(value), say("chart.hours", hours=value // 60)) for value in marks)


def _nice(low: float, high: float) -> tuple[float, float, tuple[Tick, ...]]:
    """Two to four round steps around the values."""
    spread = max(high - low, 1e-9 + abs(high) * 0.1, 1.0 if float(high).is_integer() else 0.0)
    rough = spread / 2
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough * 0.999)
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    top = max(top, bottom + step)
    count = round((top - bottom) / step)
    return bottom, top, tuple((bottom + i * step, f"{bottom + i * step:g}") for i in range(count + 1))


def _rows(one: MeasureNumbers, rows: Mapping[str, Sequence[ValueRow]]) -> PanelPicture:
    """Words as rows, the first on top, with a mark on each day (or moment) that has it."""
    words = list(rows)[::-1]
    series = one.series
    empty = binned(series.since, np.full(series.until - series.since + 1, np.nan))
    heights = {word: float(height) for height, word in enumerate(words)}
    placed = [row._replace(value=heights[word]) for word, found in rows.items() for row in found]
    marks = {
        "dot": points([row for row in placed if row.lateness != MEMORY]),
        "late": _NOTHING,
        "imported": _NOTHING,
        "memory": points([row for row in placed if row.lateness == MEMORY]),
    }
    ticks = tuple((heights[word], _short(word)) for word in words)
    return PanelPicture(
        code=one.measure.code,
        title=_title(one.measure),
        note="",
        color="other",
        low=-0.6,
        high=max(len(words) - 0.4, 1.0),
        ticks=ticks,
        few_ticks=ticks,
        lines=Lines(line=empty, marks=marks, weeks=np.empty((0, 3))),
        strip=True,
    )


def _yes_no(one: MeasureNumbers) -> PanelPicture:
    values = [row for row in one.series.values if row.value is not None]
    rows = {say("chart.yes"): [row for row in values if row.value]}
    no = [row for row in values if not row.value]
    return _rows(one, rows | ({say("chart.no"): no} if no else {}))


def _words(one: MeasureNumbers) -> PanelPicture:
    heard = one.series.moments if one.series.by_moment else one.series.values
    words = [word for word, _ in one.summary.words[:_MOST_WORDS]]
    rows: dict[str, list[ValueRow]] = {word: [] for word in words}
    others = say("chart.other_words")
    for row in heard:
        if row.text:
            rows.setdefault(row.text if row.text in words else others, []).append(row)
    return _rows(one, rows)


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"
