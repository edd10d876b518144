"""What of one record leaves the diary where not all is ticked: names, own words and private places go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from diary.exchange.privacy import Privacy, is_private
from diary.models.codes import Noun
from diary.models.records import Area, AreaQuality, Author, Change, Entry, Person, Record, Redrawing
from diary.models.story import Site

if TYPE_CHECKING:
    from diary.models.records import Stroke
    from diary.storage.snapshot import Snapshot

T = TypeVar("T", bound=Record)

OWN_WORDS: Mapping[Noun, tuple[str, ...]] = {
    Noun.ENTRY: ("note", "doing", "helped"),
    Noun.PERSON: ("note",),
    Noun.TREATMENT: ("note", "stop_words"),
    Noun.DOSE_STEP: ("reason",),
    Noun.DOSE: ("note",),
    Noun.SIDE_EFFECT: ("note",),
    Noun.SESSION: ("note",),
    Noun.PROCEDURE: ("note",),
    Noun.TRIED_BEFORE: ("note",),
    Noun.IMPLANT: ("note",),
    Noun.CONDITION: ("note",),
    Noun.LIFE_EVENT: ("note",),
    Noun.SITE: ("note",),
    Noun.GOAL: ("note",),
    Noun.CONSULT: ("note",),
    Noun.QUESTION: ("answer",),
    Noun.TRIAL: ("note", "stop_words"),
}
"""The fields of a noun that hold notes and own words: empty unless notes are ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingOut:
    """Cleans one record after the other; `private_sites` are uids of lasting places that are private."""

    privacy: Privacy
    private_sites: frozenset[str] = frozenset()

    @classmethod
    def of(cls, whole: Snapshot, privacy: Privacy) -> LeavingOut:
        """What is left out of this record with these ticks."""
        sites = frozenset() if privacy.private_places else _private_sites(whole)
        return cls(privacy=privacy, private_sites=sites)

    def cleaned(self, record: T) -> T | None:
        """The record without what is not ticked; None where nothing of it may leave."""
        found: Any = record
        if not self.privacy.notes and (names := OWN_WORDS.get(record.noun)):
            found = replace(found, **dict.fromkeys(names, ""))
        if isinstance(found, Entry):
            found = replace(found, areas=tuple(self._areas(found.areas)))
        elif isinstance(found, Redrawing):
            found = self._redrawing(found)
        elif isinstance(found, Site):
            found = self._site(found)
        elif isinstance(found, Person):
            found = self._person(found)
        elif isinstance(found, Author) and not self.privacy.name:
            found = replace(found, name="")
        kept: T | None = found
        return kept

    def change(self, change: Change) -> Change:
        """An act without the words of why it was done."""
        return change if self.privacy.notes else replace(change, reason=None)

    def _areas(self, areas: Iterable[Area]) -> Iterable[Area]:
        return (kept for one in areas if (kept := self._area(one)) is not None)

    def _area(self, area: Area) -> Area | None:
        if not self.privacy.notes:
            area = replace(area, qualities=tuple(_in_codes(area.qualities)))
        if area.site in self.private_sites:
            area = replace(area, site=None)
        if self.privacy.private_places:
            return area
        regions = tuple(one for one in area.regions if not is_private(one.region))
        hidden = len(regions) < len(area.regions)
        over = hidden or _over_private(area)
        if (hidden or over) and not regions:
            return None
        if not over and all(_shown_here(one) for one in area.strokes):
            return area
        # What is left of a drawing would still show where it went on.
        return replace(area, regions=regions, strokes=(), figure_version=None, grid_version=None)

    def _redrawing(self, redrawing: Redrawing) -> Redrawing | None:
        """A drawing made again; its numbers count all of it, so it goes whole where a part is private."""
        areas = tuple(self._areas(redrawing.areas))
        same = [(one.regions, one.strokes) for one in areas]
        if same != [(one.regions, one.strokes) for one in redrawing.areas]:
            return None
        return replace(redrawing, areas=areas)

    def _site(self, site: Site) -> Site | None:
        if site.uid in self.private_sites:
            return None
        if self.privacy.private_places:
            return site
        regions = tuple(one for one in site.regions if not is_private(one))
        return None if site.regions and not regions else replace(site, regions=regions)

    def _person(self, person: Person) -> Person | None:
        kept = replace(
            person,
            name=person.name if self.privacy.name else "",
            born=person.born if self.privacy.born else None,
        )
        return kept if kept.name or kept.born or kept.note else None


def _in_codes(qualities: Iterable[AreaQuality]) -> Iterable[AreaQuality]:
    return (replace(one, own_word=None) for one in qualities if one.code is not None)


def _private_sites(whole: Snapshot) -> frozenset[str]:
    """Lasting places with private regions only; where none are marked, those named by such places only."""
    named: dict[str, list[bool]] = {}
    for entry in whole.entries:
        for area in entry.areas:
            if area.site is not None and area.regions:
                only = all(is_private(one.region) for one in area.regions)
                named.setdefault(area.site, []).append(only)
    found = set()
    for site in whole.section("sites"):
        marks = [is_private(one) for one in site.regions] or named.get(site.uid, [])
        if marks and all(marks):
            found.add(site.uid)
    return frozenset(found)


def _over_private(area: Area) -> bool:
    """Whether a stroke goes over a private region, however little of it stays painted."""
    from diary.anatomy.kept import is_of_another_figure

    if is_of_another_figure(area):
        return any(one.view in private_views() for one in area.strokes)
    return any(_goes_over(one) for one in area.strokes if one.view in private_views())


def _goes_over(stroke: Stroke) -> bool:
    from diary.anatomy.drawing import TENTHS
    from diary.anatomy.kept import cells_under

    xs, ys = stroke.points[::2], stroke.points[1::2]
    wide = stroke.radius + 1
    for left, top, right, bottom in private_views()[stroke.view]:
        across = min(xs) - wide <= right / TENTHS and left / TENTHS <= max(xs) + wide
        if across and min(ys) - wide <= bottom / TENTHS and top / TENTHS <= max(ys) + wide:
            return any(is_private(region) for region in cells_under(stroke))
    return False


def _shown_here(stroke: Stroke) -> bool:
    """Whether this figure has the view; what a stroke on another covers cannot be told."""
    from diary.anatomy.views import VIEWS

    return stroke.view in VIEWS


@cache
def private_views() -> Mapping[str, Collection[tuple[int, int, int, int]]]:
    """The views that show private regions, and the boxes around these, in tenths of units."""
    from diary.anatomy.views import VIEWS, load_view

    found = {}
    for view in VIEWS:
        boxes = [shape.bounds for region, shape in load_view(view).regions.items() if is_private(region)]
        if boxes:
            found[view] = boxes
    return found
