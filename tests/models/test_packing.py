"""A stroke's points as bytes: all of them come back, damage is noticed, and a hand's line stays short."""

from __future__ import annotations

import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.anatomy.drawing import simplified
from diary.models.packing import pack, unpack

NUMBERS = st.integers(-1_000_000, 1_000_000)
LINES = st.lists(
    st.tuples(NUMBERS, NUMBERS) | st.tuples(st.integers(-9, 9), st.integers(-99, 99)), max_size=40
)

TODAY_UNITS = 750 / 395
"""Units in one pixel of the standing figure on Today; four to five times as fine where it is enlarged."""

PIXELS_IN_CM = 38


@given(LINES)
def test_points_come_back_as_they_were(line: list[tuple[int, int]]) -> None:
    points = tuple(number for point in line for number in point)
    assert unpack(pack(points)) == points


@given(st.lists(st.integers(-(2**63) + 1, 2**63 - 1), max_size=9))
def test_any_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert unpack(pack(numbers)) == tuple(numbers)


@pytest.mark.parametrize(
    ("points", "written"),
    [
        ((412, 96, 410, 103, 405, 117), "513a70605b6dbfda"),
        ((412, 96, 410, 103, 405, 117, -3, 1_000_000), "47fa706001800704800e7e5ffffe57d072df70"),
        ((), "400f76"),
    ],
)
def test_what_was_packed_once_can_always_be_read(points: tuple[int, ...], written: str) -> None:
    assert pack(points).hex() == written
    assert unpack(bytes.fromhex(written)) == points


def test_the_example_in_the_documents_is_right() -> None:
    text = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
    found = re.search(r"`([0-9a-f]+)` \(hexadecimal\) is ([-0-9, ]+)\.", text)
    assert found is not None
    assert unpack(bytes.fromhex(found[1])) == tuple(map(int, found[2].split(",")))


@given(LINES, st.data())
def test_every_damaged_byte_is_noticed(line: list[tuple[int, int]], data: st.DataObject) -> None:
    packed = bytearray(pack([number for point in line for number in point]))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="points of a stroke"):
        unpack(bytes(packed))


@given(st.binary(max_size=60))
def test_nonsense_is_refused_or_read_but_never_hangs(nonsense: bytes) -> None:
    for data in (nonsense, _checked(nonsense)):
        try:
            numbers = unpack(data)
        except ValueError:
            continue
        assert len(numbers) <= 8 * len(data)


@pytest.mark.parametrize("cut", range(1, 9))
def test_bytes_that_end_early_are_refused(cut: int) -> None:
    packed = pack((412, 96, 410, 103, 405, 117, 399, 130))
    with pytest.raises(ValueError, match="points of a stroke"):
        unpack(_checked(packed[: -1 - cut]))


@pytest.mark.parametrize("tremor_mm", [0.05, 0.2, 0.5, 1.0])
def test_hands_draw_at_most_a_byte_for_each_recorded_point(tremor_mm: float) -> None:
    found = _drawings(TODAY_UNITS, tremor_mm)
    assert sum(found) / len(found) <= 1


def test_nearly_every_drawing_of_a_calm_hand_does_so_by_itself() -> None:
    """Only strokes of a few points each, drawn as fast as can be on a slow screen, take more."""
    found = _drawings(TODAY_UNITS, 0.2)
    assert sum(one <= 1 for one in found) >= 0.95 * len(found)
    assert max(found) < 1.2


def test_a_tap_takes_six_bytes_wherever_it_is() -> None:
    """The promise of a byte is for drawings of lines: what every stroke needs stands in a tap alone."""
    assert {len(pack((x, y))) for x in range(0, 750, 10) for y in range(0, 750, 10)} <= {5, 6}


@pytest.mark.parametrize("tremor_mm", [0.05, 1.0])
def test_an_enlarged_drawing_is_shorter_still(tremor_mm: float) -> None:
    assert max(_drawings(0.4, tremor_mm)) < 0.95


def _drawings(units: float, tremor_mm: float) -> list[float]:
    return [_bytes_for_a_point(random.Random(seed), units, tremor_mm) for seed in range(100)]


def _bytes_for_a_point(rng: random.Random, units: float, tremor_mm: float) -> float:
    """Packed bytes ÷ points the pointer gave, over a drawing of at least 100 such points."""
    rate_hz, tremor_hz = rng.choice((60, 75, 90, 100, 125)), rng.uniform(8, 12)
    recorded = packed = 0
    while recorded < 100:
        line = _hand(rng, rate_hz, units, tremor_mm, tremor_hz)
        recorded += len(line)
        packed += len(pack(simplified(line)))
    return packed / recorded


def _hand(
    rng: random.Random, rate_hz: int, units: float, tremor_mm: float, tremor_hz: float
) -> list[tuple[float, float]]:
    """One stroke as a pointer gives it, in units: an arc of 1 to 6 cm, at a peak of 3 to 30 cm/s.

    Speed is that of a reaching hand (minimum jerk); places are whole pixels, told where they change.
    """
    length_cm, peak_cm_s = rng.uniform(1, 6), 3 * 10 ** rng.random()
    moves = max(2, int(length_cm / peak_cm_s * 1.875 * rate_hz))
    x, y = rng.uniform(100, 280) / units, rng.uniform(60, 700) / units
    heading, bend = rng.uniform(0, math.tau), rng.gauss(0, 1) / length_cm
    phases = rng.uniform(0, math.tau), rng.uniform(0, math.tau)
    line: list[tuple[float, float]] = []
    for move in range(moves + 1):
        t = move / moves
        way_cm = length_cm * (10 * t**3 - 15 * t**4 + 6 * t**5)
        angle = heading + bend * way_cm
        along = (math.sin(angle) - math.sin(heading)) / bend, (math.cos(heading) - math.cos(angle)) / bend
        shaken = [
            tremor_mm / 10 * math.sin(math.tau * tremor_hz * move / rate_hz + phase) for phase in phases
        ]
        pixel = [
            round(begin + PIXELS_IN_CM * (cm + shake))
            for begin, cm, shake in zip((x, y), along, shaken, strict=True)
        ]
        place = (pixel[0] * units, pixel[1] * units)
        if not line or line[-1] != place:
            line.append(place)
    return line


def _checked(data: bytes) -> bytes:
    """The bytes with the check byte that fits them."""
    check = 0
    for bit in (byte >> place & 1 for byte in data for place in range(7, -1, -1)):
        check = (check << 1 & 0xFF) ^ (0x07 if (check >> 7) ^ bit else 0)
    return data + bytes((check,))
