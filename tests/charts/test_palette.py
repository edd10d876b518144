"""The palette can be read by everyone: contrast of every pair of text and ground."""

from __future__ import annotations

import pytest

from diary.charts.palette import NAMES, contrast, load, luminance
from diary.models.codes import Quality

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
LINES = ("pain", "pain_mean", "sleep", "mood", "fatigue", "other")


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
def test_chart_lines_and_quality_marks_are_visible_on_cards(name: str) -> None:
    palette = load(name)
    tokens = [f"chart.{line}" for line in LINES] + [f"quality.{quality}" for quality in Quality]
    grounds = ("card", "well")
    weak = [
        (token, ground)
        for token in tokens
        for ground in grounds
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
