"""What a kept drawing means on the figure of now."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from diary.anatomy.coverage import coverage, regions_of
from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, as_strokes, fill
from diary.anatomy.kept import (
    area_name,
    cells_under,
    is_counted_otherwise,
    is_of_another_figure,
    main_regions,
    painted_shares,
    strokes_here,
    surface_pct,
)
from diary.anatomy.regions import all_regions
from diary.models.codes import StrokeMode
from diary.models.records import Area, AreaRegion, Stroke

DAB = Stroke(view="sole", mode=StrokeMode.PAINT, radius=3, points=(258, 279))


def area(*strokes: Stroke, **fields: str) -> Area:
    versions = {"figure_version": FIGURE_VERSION, "grid_version": GRID_VERSION, **fields}
    return Area(uid="a", regions=regions_of(strokes), strokes=strokes, **versions)  # type: ignore[arg-type]


def test_every_painted_share_is_surface() -> None:
    assert surface_pct(coverage(as_strokes(all_regions()))) == pytest.approx(100, abs=0.05)
    sole = all_regions()["sole_outer_R"].bsa_pct
    assert surface_pct({"sole_outer_R": 0.1, "tail_M": 1.0}) == pytest.approx(sole / 10)
    assert surface_pct({}) == 0


def test_strokes_of_another_figure_are_not_shown_on_this_one() -> None:
    old, other_grid, now = area(DAB, figure_version="1"), area(DAB, grid_version="1"), area(DAB)
    assert [is_of_another_figure(one) for one in (old, other_grid, now, Area(uid="b"))] == [
        True,
        False,
        False,
        False,
    ]
    assert [is_counted_otherwise(one) for one in (old, other_grid, now, Area(uid="b"))] == [
        False,
        True,
        False,
        False,
    ]
    assert [strokes_here(one) for one in (old, other_grid, now)] == [(), (DAB,), (DAB,)]


def test_only_a_drawing_of_now_is_counted_again() -> None:
    assert painted_shares(area(DAB), ()) == coverage([DAB])
    recorded = (AreaRegion(region="heel_L", coverage=0.5),)
    for one in (area(DAB, figure_version="1"), area(DAB, grid_version="1"), Area(uid="b")):
        assert painted_shares(one, recorded) == {"heel_L": 0.5}


def test_what_a_view_of_a_later_figure_covers_is_what_was_recorded() -> None:
    later = replace(DAB, view="view_of_tomorrow")
    recorded = (AreaRegion(region="heel_L", coverage=0.5), AreaRegion(region="palm_radial_R"))
    shares = painted_shares(area(DAB, later), recorded)
    assert shares == {"heel_L": 0.5, "palm_radial_R": 1.0} | {
        region: share for region, share in coverage([DAB]).items() if region != "heel_L"
    }


def test_a_spot_has_an_honest_name() -> None:
    assert area_name(area(DAB)) == "A small spot: left heel (underside and back)"
    assert area_name(area(DAB, figure_version="1")) == "A small spot"
    assert area_name(Area(uid="b")) == "No place yet"
    assert area_name(area(fill("heel_L"))) == "Left heel (underside and back)"


@pytest.mark.parametrize("mode", [StrokeMode.PAINT, StrokeMode.ERASE])
def test_a_stroke_of_any_mode_goes_over_the_same_cells(mode: StrokeMode) -> None:
    line = replace(DAB, mode=mode, radius=10, points=(258, 279, 258, 200))
    cells = cells_under(line)
    assert list(cells.values()) == sorted(cells.values(), reverse=True)
    assert set(cells) == set(coverage([replace(line, mode=StrokeMode.PAINT)]))
    assert main_regions(line) == tuple(cells)
    assert main_regions(replace(line, points=(0, 0))) == ()


def test_whole_regions_are_counted_without_numpy() -> None:
    code = (
        "import sys; from diary.anatomy.drawing import fill; from diary.anatomy.kept import *;"
        "from diary.models.records import Area, AreaRegion;"
        "one = Area(uid='a', strokes=(fill('heel_L'),), figure_version='2', grid_version='2');"
        "assert painted_shares(one, (AreaRegion(region='heel_L'),)) == {'heel_L': 1.0};"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
