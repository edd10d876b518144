"""Lengths of time as people type them, in minutes; what can be read in two ways is not read at all."""

from __future__ import annotations

import re
from fractions import Fraction

_NO_CASE = re.IGNORECASE
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|minutes?)\.?", _NO_CASE)
_HOURS_MINUTES = re.compile(r"(\d{1,2})\s*(?:h|hours?)\s*(\d{1,2})\s*(?:m|min|minutes?)?", _NO_CASE)
_CLOCK = re.compile(r"(\d{1,2})\s*:\s*(\d{2})\s*(?:h|hours?)?", _NO_CASE)
_BARE = re.compile(r"\d{1,4}")
_PART = re.compile(r"(?:(\d{1,2})\s+)?(\d{1,2})\s*/\s*(\d{1,2})")
_SIGN = re.compile(r"(\d{0,2})\s*([½¼¾])")
_DECIMAL = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?")
_HOURS_WORD = re.compile(r"(?<=[\d½¼¾])\s*(?:h|hours?)$", _NO_CASE)
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_QUARTERS = ("00", "25", "50", "75")
_MOST_BARE_HOURS = 24


def read_minutes(text: str, *, hours: bool = True) -> int | None:
    """Minutes from "6 h 10", "6:10", "370 min", "7,5 h" or "7 1/2 h"; None where it is no length of time.

    Where `hours`, a bare "7", "7,5" or "7 1/2" is hours and three or four digits are a clock ("730"); else a
    bare number is minutes.
    """
    typed = text.strip()
    if found := _MINUTES.fullmatch(typed):
        return int(found[1])
    if found := _HOURS_MINUTES.fullmatch(typed) or _CLOCK.fullmatch(typed):
        return _clock(found[1], found[2])
    if named := _HOURS_WORD.search(typed):
        return _hours(typed[: named.start()], named=True)
    if hours:
        return _clock(typed[:-2], typed[-2:]) if re.fullmatch(r"\d{3,4}", typed) else _hours(typed)
    return int(typed) if _BARE.fullmatch(typed) else None


def _clock(hours: str, minutes: str) -> int | None:
    return int(hours) * 60 + int(minutes) if int(minutes) < 60 else None


def _hours(typed: str, *, named: bool = False) -> int | None:
    """Minutes of hours in decimals or parts; "7.30" may be a clock or decimals where no word tells."""
    if found := _SIGN.fullmatch(typed):
        return round((int(found[1] or 0) + _SIGNS[found[2]]) * 60)
    if found := _PART.fullmatch(typed):
        above, below = int(found[2]), int(found[3])
        return round((int(found[1] or 0) + Fraction(above, below)) * 60) if 0 < above < below else None
    found = _DECIMAL.fullmatch(typed)
    if found is None:
        return None
    part = found[2] or ""
    if len(part) == 2 and not named and int(part) < 60 and part not in _QUARTERS:
        return None
    number = Fraction(f"{found[1]}.{part or 0}")
    return round(number * 60) if number <= _MOST_BARE_HOURS else None
