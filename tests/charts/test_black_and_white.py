"""Reduced to black and white the charts still read: every two signs of a legend differ without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.text import Text

from diary.charts.effect_figure import EffectFigure
from diary.charts.effect_picture import EffectPicture
from diary.charts.forest_figure import ForestFigure, least_height
from diary.charts.forest_picture import ForestPicture
from diary.charts.legend import items
from diary.charts.palette import NAMES, load
from diary.charts.picture import Picture
from diary.charts.sheet import Sheet
from diary.charts.spread_figure import SpreadFigure
from diary.charts.spread_picture import SpreadPicture
from diary.charts.style import Style, screen_style
from diary.charts.trends_figure import TrendsFigure
from diary.charts.trial_figure import TrialFigure
from diary.charts.trial_picture import TrialPicture
from diary.charts.when_figure import WhenFigure
from diary.charts.when_picture import RangePicture
from diary.charts.year_figure import YearFigure
from diary.charts.year_picture import DayCell, Look, YearPicture
from diary.wording import say
from tests.charts import snapshots
from tests.charts.snapshots import Sample, read_sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Grey = NDArray[np.float64]

WIDTH, RATIO = 900, 2
LEFT, HIGH = 22, 18
"""The sign of a legend stands this far left of its words, and is no taller; px at 100 %."""

LEAST = 3.0
"""Contrast of two greys that is seen without looking for it (WCAG 2.2, 1.4.11)."""

SEEN = 8
"""So many px of a sign at 100 % differ by that much at least: what a dashed line of 13 px has."""

BY_PLACE = {frozenset((say("chart.legend.band"), say("chart.legend.gap")))}
"""A band lies along its line; days without an entry stand from the top of the panel to its bottom."""


@pytest.fixture(scope="module")
def given() -> Sample:
    return read_sample()


def trends(style: Style, given: Sample) -> tuple[Any, list[str]]:
    picture = snapshots.over_time(given)
    assert isinstance(picture, Picture)
    figure = TrendsFigure(style, WIDTH, 700, RATIO)
    figure.show(picture)
    return figure, [one.words for one in items(picture, style)]


def effect(style: Style, given: Sample) -> tuple[Any, list[str]]:
    picture = snapshots.effect(given)
    assert isinstance(picture, EffectPicture)
    figure = EffectFigure(style, WIDTH, 340, RATIO)
    figure.show(picture)
    return figure, [key[3] for key in figure.legend_keys(picture)]


def trial(style: Style, given: Sample) -> tuple[Any, list[str]]:
    picture = snapshots.trial(given)
    assert isinstance(picture, TrialPicture)
    figure = TrialFigure(style, WIDTH, 360, RATIO)
    figure.show(picture)
    return figure, [key[3] for key in figure.legend_keys(picture)]


def forest(style: Style, given: Sample) -> tuple[Any, list[str]]:
    pictures = snapshots.forest(given)
    assert isinstance(pictures, tuple)
    picture = pictures[0]
    assert isinstance(picture, ForestPicture)
    figure = ForestFigure(style, WIDTH, least_height(picture, style, WIDTH), RATIO)
    figure.show(picture)
    return figure, [*picture.lags, say("links.forest.called")]


def year(style: Style, given: Sample) -> tuple[Any, list[str]]:
    picture = snapshots.year(given)
    assert isinstance(picture, YearPicture)
    figure = YearFigure(style, WIDTH, style.px(picture.tall(WIDTH)), RATIO)
    figure.show(Sheet(parts=(picture,)))
    return figure, picture.legend[0][picture.levels :]


def spread(style: Style, given: Sample) -> tuple[Any, list[str]]:
    picture = snapshots.spread(given)
    assert isinstance(picture, SpreadPicture)
    figure = SpreadFigure(style, WIDTH, style.px(picture.tall(WIDTH)), RATIO)
    figure.show(Sheet(parts=(picture,)))
    return figure, [words for _, words in picture.legend]


FIGURES = {
    "trends": trends,
    "effect": effect,
    "trial": trial,
    "forest": forest,
    "year": year,
    "spread": spread,
}


def signs(figure: Any, words: Sequence[str]) -> dict[str, Grey]:
    """The sign of each part of a legend in light (relative luminance 0 to 1), whatever its colour."""
    light = light_of(figure)
    places = {text.get_text(): text.get_window_extent() for text in texts(figure)}
    found = {}
    for one in words:
        box = places[one]
        middle = light.shape[0] - round((box.y0 + box.y1) / 2)
        right, reach = round(box.x0) - 2, HIGH * RATIO // 2
        found[one] = light[middle - reach : middle + reach, right - LEFT * RATIO : right]
    return found


def light_of(figure: Any) -> Grey:
    """What is drawn in relative luminance 0 to 1."""
    pixels = np.asarray(figure.draw(), dtype=np.float64)[..., :3] / 255
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    light: Grey = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light


def texts(figure: Any) -> Iterator[Text]:
    """Every text of a figure, those of the legend last."""
    for text in figure.figure.findobj(Text):
        assert isinstance(text, Text)
        yield text


def apart(one: Grey, other: Grey) -> float:
    """How many px at 100 % differ by `LEAST` between two signs."""
    contrast = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return float((contrast >= LEAST).sum()) / RATIO**2


@pytest.mark.parametrize("look", NAMES)
@pytest.mark.parametrize("name", FIGURES)
def test_every_two_signs_differ_without_colour(name: str, look: str, given: Sample) -> None:
    figure, words = FIGURES[name](screen_style(load(look)), given)
    found = signs(figure, words)
    assert len(found) == len(words) > 1
    pairs = {(a, b): apart(found[a], found[b]) for a, b in combinations(found, 2)}
    assert {pair: how for pair, how in pairs.items() if how < SEEN and frozenset(pair) not in BY_PLACE} == {}


@pytest.mark.parametrize("look", NAMES)
def test_a_late_day_of_the_year_is_not_taken_for_a_full_one_at_any_level(look: str, given: Sample) -> None:
    picture = snapshots.year(given)
    assert isinstance(picture, YearPicture)
    first = picture.cells[0]
    for level in range(11):
        full, late = (replace(first, look=one, level=level, printed="") for one in (Look.FULL, Look.HOLLOW))
        assert apart(a_day(picture, full, look), a_day(picture, late, look)) >= SEEN, level


def a_day(picture: YearPicture, cell: DayCell, look: str) -> Grey:
    """The box of a day that stands alone in its year."""
    style = screen_style(load(look))
    figure = YearFigure(style, WIDTH, style.px(picture.tall(WIDTH)), RATIO)
    figure.show(Sheet(parts=(replace(picture, cells=(cell,)),)))
    box = figure.spots[0].box
    left, top = round(box.x * RATIO), round(box.y * RATIO)
    return light_of(figure)[top : top + round(box.height * RATIO), left : left + round(box.width * RATIO)]


@pytest.mark.parametrize("look", NAMES)
def test_a_weekday_that_stands_out_and_one_without_a_range_are_told_by_shape(
    look: str, given: Sample
) -> None:
    style, picture = screen_style(load(look)), snapshots.weekdays(given)
    assert isinstance(picture, RangePicture)
    row = picture.rows[0]
    looks = {
        "usual": row,
        "stands out": replace(row, named=True),
        "no range": replace(row, low=None, high=None),
        "no value": replace(row, value=None, low=None, high=None),
    }
    drawn = {}
    for name, one in looks.items():
        figure = WhenFigure(style, WIDTH, style.px(replace(picture, rows=(row,)).tall(WIDTH)), RATIO)
        figure.show(Sheet(parts=(replace(picture, rows=(one,)),)))
        drawn[name] = light_of(figure)
    pairs = {(a, b): apart(drawn[a], drawn[b]) for a, b in combinations(drawn, 2)}
    assert {pair: how for pair, how in pairs.items() if how < SEEN} == {}
