"""All charts of the annex: each has its days and its method, is a vector, and is legible on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from diary.exchange.report.annex import charts
from diary.exchange.report.choices import Annex

from .sample import LEAST_PT, figures, sample, sizes

if TYPE_CHECKING:
    from diary.exchange.report.data import AnnexPart, Drawings

GREY = re.compile(r"#([0-9a-fA-F]{2})\1\1\b|#([0-9a-fA-F])\2\2\b")
COLOR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")


@cache
def made() -> tuple[AnnexPart, Drawings]:
    asked, rows = sample()
    part, drawings = charts.part(rows, asked, rows.extra[Annex.CHARTS])
    assert part is not None
    return part, drawings


@cache
def svg(key: str) -> str:
    return made()[1][key]()


def key_of(start: str) -> str:
    return next(key for key in made()[1] if key.startswith(start))


def test_every_face_of_trends_that_has_something_to_say_is_there() -> None:
    keys = list(made()[1])
    starts = ("time", "spread", "weekdays", "words", "places", "attacks", "use", "effect")
    found = [one for one in starts if any(key.startswith(f"charts.{one}") for key in keys)]
    assert found == list(starts)
    assert keys == [one.picture.key for one in figures(made()[0].blocks)]


def test_each_caption_has_its_days_and_each_alt_a_finding() -> None:
    for one in figures(made()[0].blocks):
        assert re.search(r"\d+ (of \d+|places?\b)", one.picture.alt), one.picture.alt
        assert one.picture.alt.endswith(".")
        assert len(one.caption) >= len(one.picture.alt) - 120


def test_they_are_grey_vectors_whose_letters_are_nine_points_or_more() -> None:
    for start in ("charts.time.1", "charts.spread.worst", "charts.weekdays", "charts.use", "charts.effect"):
        drawn = svg(key_of(start))
        colors = set(COLOR.findall(drawn))
        assert all(GREY.fullmatch(one) for one in colors), (start, colors)
        assert "<image" not in drawn
        assert min(sizes(drawn)) >= LEAST_PT, start


def test_a_note_without_room_beside_its_panel_is_said_in_the_caption() -> None:
    said = " ".join(one.caption for one in figures(made()[0].blocks))
    assert "computed from the times you gave" in said
    assert not any("computed from the times" in svg(key) for key in made()[1] if "charts.time" in key)


def test_the_same_rows_draw_the_same_picture() -> None:
    again = made()[1][key_of("charts.spread.worst")]()
    assert again == svg(key_of("charts.spread.worst"))


def test_private_places_stay_out_until_ticked() -> None:
    asked, rows = sample()
    areas = [row._replace(regions=(("genitals_L", 1.0),)) for row in rows.wide.period.areas]
    wide = replace(rows.wide, period=rows.wide.period._replace(areas=areas), sites=())
    private = replace(rows, wide=wide)
    shown = replace(asked, choices=replace(asked.choices, with_private=True))
    closed, told = (_alts(charts.part(private, one, None)) for one in (asked, shown))
    assert "charts.places" in told
    assert "charts.places" not in closed


def _alts(found: Any) -> set[str]:
    return set(found[1])


def test_an_empty_diary_has_no_charts() -> None:
    asked, rows = sample()
    empty = replace(rows, period=rows.period._replace(first=None))
    assert charts.part(empty, asked, None) == (None, {})
