"""What may leave the diary about the person: nothing private before it was ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.models.records import Entry
    from diary.models.views import AreaRow

PRIVATE_REGIONS = ("genitals_",)
"""How the regions begin that stay out until ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """What was ticked: the name, the date of birth, private places (genital area), notes in own words.

    All is off until ticked. `ALL` leaves nothing out: for a copy of the whole record.
    """

    name: bool = False
    born: bool = False
    private_places: bool = False
    notes: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return all(getattr(self, one.name) for one in fields(self))


ALL = Privacy(name=True, born=True, private_places=True, notes=True)


def is_private(region: str) -> bool:
    """Whether a region stays out until ticked."""
    return region.startswith(PRIVATE_REGIONS)


def shown_areas(rows: Iterable[AreaRow], *, private_places: bool) -> list[AreaRow]:
    """The places without private regions unless these are ticked; one that has no other region is gone."""
    if private_places:
        return list(rows)
    found = []
    for row in rows:
        regions = tuple(one for one in row.regions if not is_private(one[0]))
        if regions or not row.regions:
            found.append(row._replace(regions=regions))
    return found


def shown_entry(entry: Entry, *, private_places: bool) -> Entry:
    """An entry without private regions unless these are ticked, and without places that lie there alone."""
    if private_places:
        return entry
    areas = []
    for area in entry.areas:
        regions = tuple(one for one in area.regions if not is_private(one.region))
        if regions or not area.regions:
            areas.append(replace(area, regions=regions))
    return replace(entry, areas=tuple(areas))
