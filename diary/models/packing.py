"""The points of a stroke as few bytes and back, without loss; docs/format.md tells it to other programs.

Each number is told as what it differs from a guess made of the numbers before it on its axis, in a Rice code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

VERSION = 1

_GUESSES: tuple[Callable[[int, int], int], ...] = (
    lambda last, _before: last,
    lambda last, before: 2 * last - before,
    lambda last, before: last + (last - before) // 2,
)
"""Where the next number of an axis is thought to be: it stands, goes on, or slows down to half."""

_LONGEST_RUN = 16
"""So many ones in a row say that a number in full follows."""

_LENGTH_BITS = 7
_WIDEST = 15
_FIRST_WIDTH = 9


def pack(points: Sequence[int]) -> bytes:
    """Whole numbers x, y, x, y … as bytes.

    In a drawing of lines about one byte, mostly less, for each point the pointer gave; a tap takes six.
    """
    guess, widths, differences = _shortest(points)
    bits = [f"{VERSION:02b}{guess:02b}{widths[0]:04b}{widths[1]:04b}"]
    bits += [_rice(_unsigned(one), _FIRST_WIDTH) for one in points[:2]]
    bits += [_rice(one, widths[at % 2]) for at, one in enumerate(differences)]
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    told = int(text, 2).to_bytes(len(text) // 8, "big")
    return told + bytes((_check_byte(told),))


def unpack(data: bytes) -> tuple[int, ...]:
    """The whole numbers in packed bytes; ValueError where they are damaged."""
    if not isinstance(data, bytes) or len(data) < 2 or _check_byte(data[:-1]) != data[-1]:
        raise ValueError("the points of a stroke are damaged")
    reader = _Bits(data[:-1])
    if reader.number(2) != VERSION:
        raise ValueError("the points of a stroke are packed in an unknown way")
    guess = reader.number(2)
    widths = (reader.number(4), reader.number(4))
    if guess >= len(_GUESSES):
        raise ValueError("the points of a stroke are damaged")
    numbers: list[int] = []
    while not reader.ended():
        at = len(numbers)
        if at < 2:
            numbers.append(_signed(reader.rice(_FIRST_WIDTH)))
        else:
            numbers.append(_signed(reader.rice(widths[at % 2])) + _guessed(numbers, at, guess))
    return tuple(numbers)


def _guessed(numbers: Sequence[int], at: int, guess: int) -> int:
    last = numbers[at - 2]
    return _GUESSES[guess](last, numbers[at - 4] if at >= 4 else last)


def _shortest(numbers: Sequence[int]) -> tuple[int, tuple[int, int], list[int]]:
    """The guess, the widths of both axes and the unsigned differences that take the fewest bits."""
    found = []
    for guess in range(len(_GUESSES)):
        differences = [_unsigned(numbers[at] - _guessed(numbers, at, guess)) for at in range(2, len(numbers))]
        (x_bits, x_width), (y_bits, y_width) = (_width(differences[axis::2]) for axis in (0, 1))
        found.append((x_bits + y_bits, guess, (x_width, y_width), differences))
    _, guess, widths, differences = min(found, key=lambda one: one[:2])
    return guess, widths, differences


def _width(unsigned: Sequence[int]) -> tuple[int, int]:
    """How many bits these numbers take at best, and the width of their low parts then."""
    middle = (sum(unsigned) // len(unsigned)).bit_length() if unsigned else 0
    tried = {min(one, _WIDEST) for one in range(max(0, middle - 2), middle + 1)}
    return min((sum(_rice_bits(one, width) for one in unsigned), width) for width in sorted(tried))


def _rice_bits(number: int, width: int) -> int:
    run = number >> width
    return run + 1 + width if run < _LONGEST_RUN else _LONGEST_RUN + _LENGTH_BITS + number.bit_length()


def _rice(number: int, width: int) -> str:
    run = number >> width
    if run >= _LONGEST_RUN:
        return "1" * _LONGEST_RUN + _in_full(number)
    low = f"{number & ((1 << width) - 1):0{width}b}" if width else ""
    return f"{'1' * run}0{low}"


def _in_full(number: int) -> str:
    length = number.bit_length()
    if length >> _LENGTH_BITS:
        raise ValueError("a number of a stroke is too large")
    return f"{length:0{_LENGTH_BITS}b}" + (f"{number:b}" if number else "")


def _unsigned(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _signed(number: int) -> int:
    return -((number + 1) >> 1) if number & 1 else number >> 1


def _check_byte(data: bytes) -> int:
    """CRC-8 (polynomial 0x07): notices every damage within eight bits in a row."""
    check = 0
    for one in data:
        check = _CRC[check ^ one]
    return check


def _crc_of(byte: int) -> int:
    for _ in range(8):
        byte = (byte << 1) ^ 0x107 if byte & 0x80 else byte << 1
    return byte


_CRC = bytes(_crc_of(byte) for byte in range(256))


class _Bits:
    """Bits read from the left; ValueError where they end too early."""

    def __init__(self, data: bytes) -> None:
        self._text = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}"
        self._at = 0

    def number(self, width: int) -> int:
        end = self._at + width
        if end > len(self._text):
            raise ValueError("the points of a stroke end too early")
        found = int(self._text[self._at : end], 2) if width else 0
        self._at = end
        return found

    def in_full(self) -> int:
        return self.number(self.number(_LENGTH_BITS))

    def rice(self, width: int) -> int:
        stop = self._text.find("0", self._at, self._at + _LONGEST_RUN)
        if stop < 0:
            self.number(_LONGEST_RUN)
            return self.in_full()
        run = stop - self._at
        self._at = stop + 1
        return run << width | self.number(width)

    def ended(self) -> bool:
        """Whether nothing but the ones are left that fill the last byte."""
        return len(self._text) - self._at < 8 and "0" not in self._text[self._at :]
