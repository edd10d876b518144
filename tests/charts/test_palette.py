"""The palette can be read by everyone: contrast of every pair of text and ground."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from diary.charts.palette import NAMES, contrast, load, luminance
from diary.models.codes import Quality

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

TEXT = [(ink, ground) for ground in ("paper", "card", "well") for ink in ("ink", "quiet", "accent")] + [
    ("on_accent", "accent"),
    ("on_tint", "tint"),
    ("problem_ink", "problem_ground"),
    ("on_ribbon", "ribbon"),
    ("ink", "skin"),
]
OUTLINES = [
    (line, ground) for line in ("control", "accent", "problem") for ground in ("paper", "card", "well")
] + [("accent", "tint"), ("problem", "problem_ground"), ("skin_outline", "skin"), ("skin_outline", "card")]
MOST_USED = (
    Quality.BURNING, Quality.ELECTRIC, Quality.TINGLING, Quality.NUMBNESS, Quality.TOUCH, Quality.COLD,
)  # fmt: skip
SEEING = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
"""How linear red, green and blue are seen: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0."""

TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
APART = 0.08
"""Distance in OKLab (Ottosson 2020): four times 0.02, which CSS Color 4 takes for just noticeable."""

LINES = ("pain", "pain_mean", "sleep", "mood", "fatigue", "other")


def _through(matrix: Matrix, colour: Triple) -> Triple:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return red, green, blue


def _oklab(linear: Triple) -> Triple:
    red, green, blue = _through(TO_CONES, linear)
    return _through(TO_OKLAB, (red ** (1 / 3), green ** (1 / 3), blue ** (1 / 3)))


def _seen(color: str, matrix: Matrix) -> Triple:
    """A colour in OKLab as an eye with these cones sees it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts
    )
    red, green, blue = (min(1.0, max(0.0, part)) for part in _through(matrix, (red, green, blue)))
    return _oklab((red, green, blue))


@pytest.mark.parametrize("seeing", SEEING)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "print"])
def test_the_most_used_qualities_stay_apart_by_colour_for_every_eye(name: str, seeing: str) -> None:
    palette = load(name)
    seen = {one: _seen(palette.color(f"quality.{one}"), SEEING[seeing]) for one in MOST_USED}
    apart = {
        (one, other): round(dist(seen[one], seen[other]), 3) for one, other in combinations(MOST_USED, 2)
    }
    assert {pair: how for pair, how in apart.items() if how < APART} == {}


def test_the_simulation_takes_red_and_green_together_and_leaves_grey() -> None:
    red, green = "#C03030", "#6B7A00"
    for seeing, matrix in SEEING.items():
        assert dist(_seen("#808080", matrix), _seen("#808080", SEEING["all cones"])) < 0.005
        together = dist(_seen(red, matrix), _seen(green, matrix))
        assert (
            together < 0.6 * dist(_seen(red, SEEING["all cones"]), _seen(green, SEEING["all cones"]))
        ) == (seeing in ("protanopia", "deuteranopia"))


def _needed(name: str) -> float:
    return 7.0 if name.startswith("contrast") else 4.5


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_legible_on_its_ground(name: str) -> None:
    palette = load(name)
    weak = {
        pair: round(contrast(palette.color(pair[0]), palette.color(pair[1])), 2)
        for pair in TEXT
        if contrast(palette.color(pair[0]), palette.color(pair[1])) < _needed(name)
    }
    assert not weak


@pytest.mark.parametrize("name", NAMES)
def test_control_outlines_and_the_focus_ring_are_visible(name: str) -> None:
    palette = load(name)
    weak = [pair for pair in OUTLINES if contrast(palette.color(pair[0]), palette.color(pair[1])) < 3]
    assert not weak


@pytest.mark.parametrize("name", NAMES)
def test_chart_lines_and_quality_marks_are_visible_on_cards_and_on_the_body(name: str) -> None:
    palette = load(name)
    lines = [(f"chart.{line}", ground) for line in LINES for ground in ("card", "well")]
    marks = [(f"quality.{one}", ground) for one in Quality for ground in ("card", "well", "skin")]
    weak = [
        (token, ground)
        for token, ground in lines + marks
        if contrast(palette.color(token), palette.color(ground)) < 3
    ]
    assert not weak


@pytest.mark.parametrize("name", NAMES)
def test_more_pain_is_always_darker_or_always_brighter(name: str) -> None:
    palette = load(name)
    ramp = [luminance(palette.severity(score)) for score in range(11)]
    assert ramp == sorted(ramp, reverse=not palette.dark)
    assert len(set(ramp)) == 11


@pytest.mark.parametrize("name", NAMES)
def test_the_number_on_every_severity_is_legible(name: str) -> None:
    palette = load(name)
    lowest = min(contrast(palette.on_severity(score), palette.severity(score)) for score in range(11))
    assert lowest >= (7 if name.startswith("contrast") else 4.5)


def test_all_sets_know_the_same_tokens() -> None:
    tokens = {frozenset(load(name).colors) for name in NAMES}
    assert len(tokens) == 1


def test_an_unknown_token_is_an_error_and_not_a_default_colour() -> None:
    with pytest.raises(KeyError):
        load("light").color("nonsense")
