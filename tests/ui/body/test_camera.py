"""Zoom and pan as geometry: what is seen can be found again, and the page cannot be lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.anatomy.layout import arrange
from diary.ui.body.camera import CLOSEST, Camera

SIZE = (608.0, 388.0)
SPOTS = st.tuples(st.floats(0, SIZE[0]), st.floats(0, SIZE[1]))
ACTS = st.lists(st.tuples(st.floats(0.2, 5.0), SPOTS, st.floats(-900, 900), st.floats(-900, 900)), max_size=6)


def camera_after(acts: list[tuple[float, tuple[float, float], float, float]]) -> Camera:
    camera = Camera()
    for by, at, across, down in acts:
        camera = camera.zoomed(by, at, SIZE).panned(across, down, SIZE)
    return camera


@given(ACTS, SPOTS)
def test_from_screen_to_page_and_back_is_the_same_spot(
    acts: list[tuple[float, tuple[float, float], float, float]], spot: tuple[float, float]
) -> None:
    camera = camera_after(acts)
    assert camera.to_screen(camera.to_page(spot)) == pytest.approx(spot, abs=1e-6)


@given(ACTS)
def test_the_page_fills_the_widget_whatever_was_done(
    acts: list[tuple[float, tuple[float, float], float, float]],
) -> None:
    camera = camera_after(acts)
    assert 1 <= camera.zoom <= CLOSEST
    left, top = camera.to_screen((0, 0))
    right, bottom = camera.to_screen(SIZE)
    assert left <= 1e-6
    assert top <= 1e-6
    assert right >= SIZE[0] - 1e-6
    assert bottom >= SIZE[1] - 1e-6


@given(SPOTS, st.floats(1.0, CLOSEST))
def test_what_stands_under_the_pointer_stays_there_when_zooming_in(
    spot: tuple[float, float], by: float
) -> None:
    camera = Camera().zoomed(by, spot, SIZE)
    assert camera.to_page(spot) == pytest.approx(spot, abs=1e-6)


@given(ACTS)
def test_zooming_far_out_shows_the_whole_page(
    acts: list[tuple[float, tuple[float, float], float, float]],
) -> None:
    assert camera_after(acts).zoomed(0.01, (300.0, 100.0), SIZE) == Camera()


@given(ACTS, SPOTS)
def test_what_is_to_be_shown_comes_into_sight(
    acts: list[tuple[float, tuple[float, float], float, float]], page: tuple[float, float]
) -> None:
    camera = camera_after(acts)
    x, y = camera.to_screen(page)
    shown = camera.showing((x - 5, y - 5), (x + 5, y + 5), SIZE)
    x, y = shown.to_screen(page)
    assert -1e-6 <= x <= SIZE[0] + 1e-6
    assert -1e-6 <= y <= SIZE[1] + 1e-6


@given(ACTS)
def test_a_view_is_placed_as_its_points_are(
    acts: list[tuple[float, tuple[float, float], float, float]],
) -> None:
    camera = camera_after(acts)
    for placement in arrange(("front", "sole"), *SIZE):
        seen = camera.placed(placement)
        for x, y in ((0, 0), (900, 2000)):
            page = (placement.x + x * placement.scale, placement.y + y * placement.scale)
            there = (seen.x + x * seen.scale, seen.y + y * seen.scale)
            assert there == pytest.approx(camera.to_screen(page), abs=1e-6)


@given(ACTS)
def test_the_same_part_is_seen_in_a_widget_of_another_size(
    acts: list[tuple[float, tuple[float, float], float, float]],
) -> None:
    camera = camera_after(acts)
    other = (SIZE[0] * 1.5, SIZE[1] * 1.5)
    assert camera.resized(SIZE, other).resized(other, SIZE).to_page((0, 0)) == pytest.approx(
        camera.to_page((0, 0)), abs=1e-6
    )
