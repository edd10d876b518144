"""How the made-up person once drew a day's map again without seeing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.anatomy.kept import painted_pct
from diary.exchange.demo_drawing import drawings
from diary.exchange.demo_places import PLACES
from diary.models.codes import EntryKind
from diary.models.records import Area, Redrawing

if TYPE_CHECKING:
    from diary.exchange.demo_sittings import Sittings


def redrawings(sittings: Sittings) -> tuple[Redrawing, ...]:
    """One redrawing of a day about two thirds through the diary; () where no day has places."""
    days = [one for one in sittings.entries_by_day() if one.areas and one.kind is EntryKind.DAY]
    if not days:
        return ()
    entry = days[len(days) * 2 // 3]
    drawn = sittings.moment(entry.day, 22, 24)
    areas = tuple(_again(sittings, area) for area in entry.areas)
    first, again = _regions(entry.areas), _regions(areas)
    return (
        Redrawing(
            uid=sittings.uid(),
            drawn=drawn,
            day=entry.day,
            entry=entry.uid,
            areas=areas,
            agreement=round(len(first & again) / len(first | again), 4),
            first_pct=painted_pct(entry.areas),
            again_pct=painted_pct(areas),
            written=sittings.act(drawn),
        ),
    )


def _again(sittings: Sittings, area: Area) -> Area:
    """The same place from memory: another drawing of the one it is most alike."""
    covered = {one.region for one in area.regions}
    place = max(PLACES, key=lambda one: len(covered & set(one)) - len(set(one) - covered))
    strokes, regions = sittings.rng.choice(drawings(place))
    return replace(
        area, uid=sittings.uid(), severity=None, strokes=strokes, regions=regions, written=None, depth=None
    )


def _regions(areas: tuple[Area, ...]) -> frozenset[str]:
    return frozenset(one.region for area in areas for one in area.regions)
