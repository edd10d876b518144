"""Patterns in black on white at the size of the report: told apart, and seen on a toe."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from diary.anatomy.patterns import OWN, PATTERNS, TILE, color_token, pattern_of, tiles
from diary.exchange.report.figures import PX
from diary.models.codes import Quality
from diary.ui.body.painter import paint_tile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Grey = NDArray[np.float64]

DPI = 300
MM_PER_PX = 25.4 / 72 / PX
SHARES = {"standing": 0.65, "enlarged": 0.9}
"""How large a tile is on the figure of the report, as a share of its size at 100 %."""

TOE_MM = 3.0
EYE_MM = 0.1
"""What runs together for the eye: one minute of arc at 35 cm, as the width of a blur."""

ALIKE = 0.75
"""Patterns whose likeness stays below this share at most 56 % of what varies in them (0.75 squared)."""

LEAST_INK = 0.1


def dots(mm: float) -> int:
    """Return printed dots in a length on paper."""
    return round(mm / 25.4 * DPI)


def tile_mm(kind: str) -> float:
    """Return the edge of a tile on the report's page."""
    return TILE * SHARES[kind] * MM_PER_PX


@cache
def printed(quality: str, edge: int) -> Grey:
    """Return a tile as ink, 0 (paper) to 1 (black), `edge` printed dots wide."""
    image = QImage(edge, edge, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(edge / TILE, edge / TILE)
    paint_tile(painter, quality, QColor("black"))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(edge, edge, 4)
    return 1 - rows[:, :, 1].astype(np.float64) / 255


def seen(ink: Grey) -> Grey:
    """Return the ink as an eye sees it, without its mean; the tile repeats for ever."""
    waves = np.fft.fftfreq(len(ink))
    width = EYE_MM / 25.4 * DPI
    kept = np.exp(-2 * (np.pi * width) ** 2 * (waves[:, None] ** 2 + waves[None, :] ** 2))
    blurred: Grey = np.fft.ifft2(np.fft.fft2(ink - ink.mean()) * kept).real
    return blurred


def likeness(one: Grey, other: Grey) -> float:
    """Return the greatest normalised cross-correlation over every shift: 1 is the same pattern."""
    first, second = seen(one), seen(other)
    found = np.fft.ifft2(np.fft.fft2(first) * np.conj(np.fft.fft2(second))).real
    return float(found.max() / np.sqrt((first**2).sum() * (second**2).sum()))


def least_ink(ink: Grey, window: int) -> float:
    """Return the ink share of the palest square of a size, wherever it lies on the pattern."""
    edge = len(ink)
    wide = np.tile(ink, (2 + window // edge, 2 + window // edge))
    sums = np.pad(wide, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    squares = (
        sums[window : window + edge, window : window + edge]
        - sums[:edge, window : window + edge]
        - sums[window : window + edge, :edge]
        + sums[:edge, :edge]
    )
    return float(squares.min()) / window**2


def test_every_quality_and_own_words_have_a_pattern() -> None:
    assert set(PATTERNS) == (set(Quality) | {OWN})
    assert pattern_of("crawling ants") == PATTERNS[OWN]
    assert color_token("crawling ants") == color_token(OWN) == "ink"


@pytest.mark.parametrize("kind", SHARES)
def test_all_patterns_are_told_apart_in_black_and_white_print(kind: str) -> None:
    edge = dots(tile_mm(kind))
    alike = {
        (one, other): round(likeness(printed(one, edge), printed(other, edge)), 2)
        for one, other in combinations(PATTERNS, 2)
    }
    assert {pair: how for pair, how in alike.items() if how > ALIKE} == {}


@pytest.mark.parametrize("kind", SHARES)
@pytest.mark.parametrize("quality", PATTERNS)
def test_every_pattern_is_seen_on_a_toe(quality: str, kind: str) -> None:
    assert tile_mm(kind) < TOE_MM
    assert least_ink(printed(quality, dots(tile_mm(kind))), dots(TOE_MM)) > LEAST_INK


def test_the_measure_knows_a_pattern_again() -> None:
    ink = printed("electric", 24)
    assert likeness(ink, np.roll(ink, (7, 3), (0, 1))) == pytest.approx(1)
    assert likeness(ink, np.clip(ink * 0.8, 0, 1)) == pytest.approx(1)
    assert likeness(ink, 1 - printed("numbness", 24)) < ALIKE
    assert least_ink(np.eye(24), 24) == pytest.approx(1 / 24)


def test_two_or_three_qualities_take_turns_in_rows_and_columns() -> None:
    for qualities in (("burning", "cold"), ("burning", "cold", "touch")):
        shown = tiles(qualities)
        assert len(shown) == len(qualities) ** 2
        for line in range(len(qualities)):
            assert {quality for quality, column, _ in shown if column == line} == set(qualities)
            assert {quality for quality, _, row in shown if row == line} == set(qualities)
