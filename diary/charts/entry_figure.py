"""The places of an entry as a figure shows them, and the views that it needs for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.drawing import views_of
from diary.anatomy.figure import Drawn
from diary.anatomy.kept import strokes_here
from diary.anatomy.naming import quality_name
from diary.anatomy.patterns import OWN
from diary.anatomy.regions import all_regions
from diary.anatomy.sheets import SHEETS
from diary.anatomy.views import STANDING, VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import AreaQuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.records import Area


def drawn_areas(areas: Sequence[Area]) -> tuple[Drawn, ...]:
    """The places as the figure shows them; what was drawn on another figure in whole regions."""
    return tuple(
        Drawn(
            area=area.uid,
            regions=tuple(one.region for one in area.regions),
            strokes=strokes_here(area),
            qualities=tuple(quality.code or OWN for quality in area.qualities),
            severity=area.severity,
        )
        for area in areas
    )


def views_shown(areas: Sequence[Area]) -> tuple[str, ...]:
    """The views of the whole body, those that places were drawn in, and those they cannot be seen without."""
    views = [*SHEETS["body"]]
    for area in areas:
        views += [view for view in _drawn_in(area) if view not in views]
        for region in (one.region for one in area.regions):
            if region in all_regions() and not any(region in load_view(view).regions for view in views):
                views += views_of(region)[:1]
    return tuple(views)


def few_views(areas: Sequence[Area]) -> tuple[str, ...]:
    """The same for little room: where the whole body is not enough, enlarged views that show nothing go."""
    views = views_shown(areas)
    if views == SHEETS["body"]:
        return views
    return tuple(view for view in views if view in STANDING or any(_is_in(area, view) for area in areas))


def _drawn_in(area: Area) -> list[str]:
    """The views with paint of a place; the private area only where nothing else shows the place."""
    views = dict.fromkeys(one.view for one in strokes_here(area) if one.mode is not StrokeMode.ERASE)
    hidden = SHEETS["private"] if area.regions else ()
    return [view for view in views if view in VIEWS and view not in hidden]


def _is_in(area: Area, view: str) -> bool:
    return view in _drawn_in(area) or any(one.region in load_view(view).regions for one in area.regions)


def legend_of(areas: Sequence[Area]) -> tuple[tuple[str, str], ...]:
    """Each quality of the places and its word, own words among them, once each."""
    found = {
        (quality.code or OWN, quality_name(AreaQuality(code=quality.code, own_word=quality.own_word)))
        for area in areas
        for quality in area.qualities
    }
    order = [quality.code or OWN for area in areas for quality in area.qualities]
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), one[1])))
