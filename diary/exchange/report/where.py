"""Where it hurts, then and now: two figures that can be compared, and the same places in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from diary.exchange.report.data import Line, Lines, Picture, Sample, Side, Where
from diary.exchange.report.words import number_words, period_words, sentences
from diary.insight.findings.days import Period
from diary.insight.place_sets import PlaceSet, place_groups, place_set
from diary.insight.places import place_days
from diary.wording import say, say_n
from diary.wording.treatment_words import listed

if TYPE_CHECKING:
    from diary.exchange.report.data import Drawing, Drawings
    from diary.exchange.report.figures import Enlarged, Marked
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.places import PlaceDays
    from diary.models.views import AreaRow

MOST_PLACES = 6
"""So many places are drawn and numbered, the most important of a stretch first."""

TOLD_PLACES = 5
"""So many are named in the words that stand for the picture."""

SHOWN_QUALITIES = 2
"""Most frequent qualities of a place whose patterns its regions wear and whose words are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """The places of some days: what was answered, and each place by its number among all."""

    name: str
    period: Period
    days: PlaceDays
    places: dict[int, PlaceSet]

    def weight(self, place: int) -> float:
        """How much a place matters: its mean severity by its days."""
        found = self.places.get(place)
        return 0.0 if found is None else (1 + (found.severity or 0.0)) * found.days

    @property
    def drawn(self) -> list[int]:
        """The places of the figure, the most important first."""
        return sorted(self.places, key=lambda place: (-self.weight(place), place))[:MOST_PLACES]


def where_section(rows: ReportRows, asked: Asked) -> tuple[Where | None, Drawings]:
    """Both stretches, or the report's days as one where nothing lies before; None without any answer."""
    from diary.exchange.report.stretches import stretches

    chosen = stretches(rows, asked, rows.pain)
    if chosen.before is None:
        parts = {"whole": Period(asked.since.toordinal(), asked.until.toordinal())}
    else:
        parts = {"before": chosen.before, "now": chosen.now}
    names, found = _placed(rows, asked, parts)
    answered = sum(one.days.n for one in found)
    if not answered:
        return None, {}
    if not names:
        none = say_n("report.where_none_answered", answered)
        return Where(title=say("report.where"), none=none), {}
    sides, drawings = _sides(found, names, asked)
    codes = _codes(found)
    numbered = any(one.places[place].severity is not None for one in found for place in one.drawn)
    drawings |= {f"pattern.{code}": partial(_pattern, code) for code in codes}
    return Where(
        title=say("report.where"),
        sides=sides,
        legend=tuple(Sample(code=code, words=_quality(code)) for code in codes),
        caption=sentences(say("sheet.where_numbers") if numbered else "", say("sheet.where_sides")),
        places=_places(found, names),
    ), drawings


def _placed(rows: ReportRows, asked: Asked, parts: dict[str, Period]) -> tuple[list[str], list[_Stretch]]:
    """The names of all places, and each stretch with its own numbers of them."""
    from diary.exchange.privacy import shown_areas

    period = rows.wide.period
    areas = [
        row
        for row in shown_areas(period.areas, private_places=asked.choices.with_private)
        if any(part.since <= row.day <= part.until for part in parts.values())
    ]
    groups = place_groups(areas)
    found = []
    for name, part in parts.items():
        inside = {at: _within(many, part) for at, (_, many) in enumerate(groups)}
        found.append(
            _Stretch(
                name=name,
                period=part,
                days=place_days(
                    _within(areas, part), [row for row in period.answers if _is_in(row.day, part)]
                ),
                places={at: place_set(many) for at, many in inside.items() if many},
            )
        )
    return _names([one for one, _ in groups]), found


def _within(areas: Sequence[AreaRow], part: Period) -> list[AreaRow]:
    return [row for row in areas if _is_in(row.day, part)]


def _is_in(day: int, part: Period) -> bool:
    return part.since <= day <= part.until


def _names(sets: Sequence[PlaceSet]) -> list[str]:
    """What each place is called; of those with one name each says how it feels, else what only it covers."""
    from diary.anatomy.naming import place_name

    plain = [place_name(one.regions).partition(" (")[0] for one in sets]
    feels = [_feels(name, one) for name, one in zip(plain, sets, strict=True)]
    counts, felt = Counter(plain), Counter(feels)
    return [
        name if counts[name] == 1 else more if felt[more] == 1 else _where_alone(name, one, sets)
        for name, more, one in zip(plain, feels, sets, strict=True)
    ]


def _feels(name: str, one: PlaceSet) -> str:
    if not one.qualities:
        return name
    return say("report.place_feels", place=name, feels=_quality(one.qualities[0][0]))


def _where_alone(name: str, one: PlaceSet, sets: Sequence[PlaceSet]) -> str:
    """A name with how many regions it has, where no other place has as many, else with one of its own."""
    from diary.anatomy.regions import all_regions

    if [len(other.regions) for other in sets].count(len(one.regions)) == 1:
        return say_n("sheet.with_regions", len(one.regions), place=name)
    known = all_regions()
    others = {region for other in sets if other is not one for region in other.regions}
    alone = [region for region in one.regions if region in known and region not in others]
    if not alone:
        return name
    return say("sheet.with_region", place=name, region=known[alone[0]].label.partition(" (")[0])


def _quality(code: str) -> str:
    from diary.anatomy.naming import quality_name
    from diary.models.records import AreaQuality

    words = quality_name(AreaQuality(code=code))
    return words[:1].lower() + words[1:]


def _codes(found: Sequence[_Stretch]) -> list[str]:
    """The qualities whose patterns the figures wear, those on most days first."""
    counts: Counter[str] = Counter()
    for one in found:
        for place in one.drawn:
            for code, n in one.places[place].qualities[:SHOWN_QUALITIES]:
                counts[code] += n
    return sorted(counts, key=lambda code: (-counts[code], code))


# --- the figures


def _sides(
    found: Sequence[_Stretch], names: Sequence[str], asked: Asked
) -> tuple[tuple[Side, ...], dict[str, Drawing]]:
    """Both figures show the same views, so that they can be compared."""
    from diary.exchange.report.figures import enlarged

    homes = _homes(found)
    latest_first = [_marked(one, place, homes) for one in reversed(found) for place in one.drawn]
    beside = enlarged(latest_first)
    sides: list[Side] = []
    drawings: dict[str, Drawing] = {}
    for one in found:
        picture = _picture(one, names, asked) if one.places else None
        if picture is not None:
            places = tuple(_marked(one, place, homes) for place in one.drawn)
            drawings[picture.key] = partial(_body, places, beside, picture.alt)
        none = say_n("report.where_none_answered", one.days.n) if one.days.n else say("sheet.no_place")
        sides.append(
            Side(
                title=say(f"sheet.side.{one.name}"),
                days=_days(one.period, asked),
                picture=picture,
                none="" if picture is not None else none,
            )
        )
    return tuple(sides), drawings


def _days(part: Period, asked: Asked) -> str:
    since, until = (date.fromordinal(day) for day in (part.since, part.until))
    return period_words(since, until, year=since.year != asked.until.year)


def _homes(found: Sequence[_Stretch]) -> dict[int, tuple[str, ...]]:
    """The regions by which each place has its number, over all stretches: then and now it stands alike.

    A place that lies wholly within more important ones has none.
    """
    places = sorted(
        {place for one in found for place in one.places},
        key=lambda place: ([-one.weight(place) for one in reversed(found)], place),
    )
    taken: set[str] = set()
    homes = {}
    for place in places:
        worn = [name for one in found if place in one.places for name in one.places[place].regions]
        homes[place] = tuple(name for name in dict.fromkeys(worn) if name not in taken)
        if any(place in one.places and one.places[place].severity is not None for one in found):
            taken.update(worn)
    return homes


def _marked(one: _Stretch, place: int, homes: Mapping[int, tuple[str, ...]]) -> Marked:
    from diary.exchange.report.figures import Marked

    found = one.places[place]
    severity = found.severity if homes[place] else None
    return Marked(
        regions=found.regions,
        qualities=tuple(code for code, _ in found.qualities[:SHOWN_QUALITIES]),
        severity=None if severity is None else int(number_words(severity, 0)),
        home=homes[place],
    )


def _picture(one: _Stretch, names: Sequence[str], asked: Asked) -> Picture:
    from diary.exchange.report.figures import SIZE

    told = []
    for place in one.drawn[:TOLD_PLACES]:
        found = one.places[place]
        days = say_n("report.on_days", one.days.n, there=found.days)
        if found.severity is None:
            told.append(say("sheet.alt_place", place=names[place], days=days))
        else:
            mean = number_words(found.severity)
            told.append(say("sheet.alt_severity", place=names[place], mean=mean, days=days))
    title, days = say(f"sheet.side.{one.name}"), _days(one.period, asked)
    return Picture(
        key=f"where.{one.name}",
        alt=say("sheet.where_alt", title=title, days=days, places=listed(told, "sheet.and_then")),
        width=SIZE[0],
        height=SIZE[1],
        numbers=_numbers(one, names),
    )


def _numbers(one: _Stretch, names: Sequence[str]) -> dict[str, Any]:
    """What the figure is drawn from: each region's days and mean severity, each place's regions."""
    severity = dict(one.days.severity)
    return {
        "since": date.fromordinal(one.period.since).isoformat(),
        "until": date.fromordinal(one.period.until).isoformat(),
        "days_answered": one.days.n,
        "regions": {
            region: {"days": n, "severity": round(severity[region], 3) if region in severity else None}
            for region, n in one.days.regions
        },
        "places": [
            {
                "name": names[place],
                "regions": list(one.places[place].regions),
                "days": one.places[place].days,
                "severity": _rounded(one.places[place].severity),
                "qualities": [code for code, _ in one.places[place].qualities[:SHOWN_QUALITIES]],
            }
            for place in one.drawn
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _body(places: Sequence[Marked], beside: Sequence[Enlarged], title: str) -> str:
    from diary.charts.palette import load
    from diary.exchange.report.figures import body_svg

    return body_svg(places, beside, load("print"), title)


def _pattern(code: str) -> str:
    from diary.charts.palette import load
    from diary.charts.pattern_sample import pattern_sample

    return pattern_sample(code, load("print"))


# --- the same in words


def _places(found: Sequence[_Stretch], names: Sequence[str]) -> Lines:
    """Every place, the worst first, then those that are no longer marked."""
    now, before = found[-1], found[0] if len(found) > 1 else None
    order = sorted(
        range(len(names)),
        key=lambda place: (place not in now.places, -_severity(now, before, place), place),
    )
    staying = sorted(
        order, key=lambda place: (-now.weight(place), -(before.weight(place) if before else 0.0), place)
    )
    return Lines(
        title=say("report.places"),
        lines=tuple(
            Line(
                head=names[place],
                note=_days_words(place, now, before),
                words=_place_words(place, now, before),
                rank=staying.index(place),
            )
            for place in order
        ),
    )


def _severity(now: _Stretch, before: _Stretch | None, place: int) -> float:
    found = now.places.get(place) or (before.places.get(place) if before is not None else None)
    return -1.0 if found is None or found.severity is None else found.severity


def _days_words(place: int, now: _Stretch, before: _Stretch | None) -> str:
    """ "20 of 25 days, was 18 of 18"."""
    is_now = place in now.places
    words = say_n("sheet.on_days", now.days.n, there=now.places[place].days if is_now else 0)
    if before is None or not before.days.n:
        return words
    there = before.places[place].days if place in before.places else 0
    return say("sheet.days_were", days=words, there=there, n=before.days.n)


def _place_words(place: int, now: _Stretch, before: _Stretch | None) -> str:
    """Mean severity and what it was, how it feels, and what most of its days say besides."""
    found, earlier = now.places.get(place), before.places.get(place) if before is not None else None
    said = []
    mean, was = (None if one is None else one.severity for one in (found, earlier))
    if mean is not None and was is not None:
        said.append(say("sheet.mean_was", mean=number_words(mean), was=number_words(was)))
    elif mean is not None:
        said.append(say("sheet.mean", mean=number_words(mean)))
    elif was is not None:
        said.append(say("sheet.was_mean", was=number_words(was)))
    shown = found or earlier
    if shown is not None:
        said += [_quality(code) for code, _ in shown.qualities[:SHOWN_QUALITIES]]
        said += _details(shown)
    return listed(said, "sheet.comma")


def _details(one: PlaceSet) -> list[str]:
    """Depth, limb and time of a place, as far as they are given on most of its days."""
    found = [say(f"history.depth.{one.depth}")] if one.depth else []
    found += [say(f"history.limb.{one.limb}")] if one.limb else []
    if one.hour is not None:
        found.append(say("report.place_hour", since=one.hour, until=(one.hour + 1) % 24))
    return found
