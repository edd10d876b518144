"""One place of a form, as it is marked, carried over from an earlier day, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from diary.models.codes import Depth, Limb, Quality, TouchedBy
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place in the form; `carried` until confirmed, `last_severity` only as words beside the row.

    `coverage` holds the share of each region that is marked in part; the others are marked whole. `clock_min`
    is a time of its own, minutes after midnight; `site` the uid of the lasting place that it belongs to.
    """

    uid: str
    severity: int | None = None
    qualities: tuple[AreaQuality, ...] = ()
    regions: tuple[str, ...] = ()
    coverage: Mapping[str, float] = field(default_factory=dict)
    strokes: tuple[Stroke, ...] = ()
    figure_version: str | None = None
    grid_version: str | None = None
    depth: Depth | None = None
    limb: Limb = Limb.PRESENT
    clock_min: int | None = None
    site: str | None = None
    carried: bool = False
    last_severity: int | None = None

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing was said yet of how it feels there."""
        return not (self.qualities or self.carried) and self.severity is None

    def area_regions(self) -> tuple[AreaRegion, ...]:
        """The regions as the record keeps them."""
        return tuple(AreaRegion(region=one, coverage=self.coverage.get(one, 1.0)) for one in self.regions)

    def with_regions(self, regions: Iterable[AreaRegion]) -> Place:
        """The place with these regions."""
        listed = tuple(regions)
        return replace(
            self,
            regions=tuple(one.region for one in listed),
            coverage={one.region: one.coverage for one in listed if one.coverage != 1.0},
        )

    def has_quality(self, code: str | None, own_word: str | None = None) -> bool:
        """Whether the place feels like that."""
        return any(one.code == code and one.own_word == own_word for one in self.qualities)

    def with_strength(self, key: str, strength: int | None) -> Place:
        """The place with the strength of one of its qualities (code or own word), or without it."""
        changed = (
            replace(one, strength=strength) if key in (one.code, one.own_word) else one
            for one in self.qualities
        )
        return replace(self, qualities=tuple(changed))

    def strength(self, key: str) -> int | None:
        """How strong a quality (code or own word) is, None where that was not answered."""
        return next((one.strength for one in self.qualities if key in (one.code, one.own_word)), None)

    @property
    def touched(self) -> tuple[TouchedBy, ...] | None:
        """What hurts by touching, () where that was not told; None where touch does not hurt."""
        return next((one.what for one in self.qualities if one.code == Quality.TOUCH), None)

    def with_touched(self, what: tuple[TouchedBy, ...]) -> Place:
        """The place where touch hurts, with what does."""
        changed = (replace(one, what=what) if one.code == Quality.TOUCH else one for one in self.qualities)
        return replace(self, qualities=tuple(changed))

    def with_quality(self, code: str | None, own_word: str | None = None) -> Place:
        """The place with a quality put on, or taken off where it was."""
        if self.has_quality(code, own_word):
            kept = tuple(one for one in self.qualities if (one.code, one.own_word) != (code, own_word))
        else:
            kept = (*self.qualities, AreaQuality(code=code, own_word=own_word))
        return replace(self, qualities=kept)


def carried_places(last: Entry, make_uid: Callable[[], str]) -> tuple[Place, ...]:
    """The places of an earlier entry, to be confirmed: where and how, never a number."""
    return tuple(
        replace(
            place_of(area),
            uid=make_uid(),
            severity=None,
            qualities=tuple(replace(one, strength=None) for one in area.qualities),
            clock_min=None,
            carried=True,
            last_severity=area.severity,
        )
        for area in last.areas
    )


def place_of(area: Area) -> Place:
    """The place that an area of the record fills."""
    place = Place(
        uid=area.uid,
        severity=area.severity,
        qualities=area.qualities,
        strokes=area.strokes,
        figure_version=area.figure_version,
        grid_version=area.grid_version,
        depth=area.depth,
        limb=area.limb,
        site=area.site,
        clock_min=None if area.at is None else area.at.local.hour * 60 + area.at.local.minute,
    )
    return place.with_regions(area.regions)
