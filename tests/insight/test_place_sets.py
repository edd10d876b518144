"""Places marked again and again become one; other places stay apart."""

from __future__ import annotations

from diary.insight.place_sets import MOST_SETS, place_sets
from diary.models.views import AreaRow

FOOT = ("sole_inner_L", "sole_outer_L", "heel_L")


def row(
    day: int, regions: tuple[str, ...], severity: int | None = 5, late: str = "same_day", *qualities: str
) -> AreaRow:
    covered = tuple((region, 1.0) for region in regions)
    return AreaRow(day, "day", f"e{day}", severity, qualities, (), covered, late)


def test_markings_that_share_half_their_regions_are_one_place() -> None:
    (found,) = place_sets([row(1, FOOT, 8), row(2, FOOT, 6), row(3, FOOT[:2], 4)])
    assert found.regions == tuple(sorted(FOOT))
    assert (found.days, found.severity, found.n_severity) == (3, 6.0, 3)


def test_places_that_share_less_stay_apart_and_the_more_frequent_comes_first() -> None:
    found = place_sets([row(1, ("palm_radial_R",)), row(1, FOOT), row(2, FOOT)])
    assert [one.days for one in found] == [2, 1]
    assert found[0].regions == tuple(sorted(FOOT))


def test_a_region_marked_on_few_of_the_days_is_not_part_of_the_place() -> None:
    wide = (*FOOT, "achilles_L")
    (found,) = place_sets([*(row(day, FOOT) for day in range(1, 8)), row(8, wide)])
    assert found.regions == tuple(sorted(FOOT))


def test_a_day_counts_once_with_its_largest_severity() -> None:
    (found,) = place_sets([row(1, FOOT, 3), row(1, FOOT, 9)])
    assert (found.days, found.severity) == (1, 9.0)


def test_a_place_without_pain_has_no_severity() -> None:
    (found,) = place_sets([row(1, FOOT, None, "same_day", "numbness")])
    assert (found.severity, found.n_severity) == (None, 0)
    assert found.qualities == (("numbness", 1),)


def test_memory_notes_are_left_out() -> None:
    assert place_sets([row(1, FOOT, 9, "memory")]) == ()


def test_rare_places_beyond_the_limit_are_not_told_apart() -> None:
    rows = [row(day, (f"region_{day}",)) for day in range(MOST_SETS + 20)]
    assert len(place_sets(rows)) == MOST_SETS
