"""Dates as people write and read them: "about 2019", "March 2019", "5.3.2019"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from diary.models.rough import Rough
from diary.ui.parts.date_bar import LOCALE, day_words
from diary.wording import say

_ABOUT = re.compile(r"^\s*(?:about|around|circa|ca\.?|c\.|approximately|~)\s*", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PARTS = re.compile(r"[\s,./-]+")
_LETTERS_LEAST = 3
"""So many letters tell a month."""


def rough_words(when: Rough) -> str:
    """A date as it is read: "5 March 2019", "March 2019", "2019", with "about" before it."""
    words = f"{when.year}"
    if when.day is not None:
        words = day_words(when.first, "d MMMM yyyy")
    elif when.month is not None:
        words = day_words(when.first, "MMMM yyyy")
    return say("form.about", when=words) if when.about else words


def read_rough(text: str, today: date) -> Rough | None:
    """The date in words or numbers, day before month; None where it is none. A year has four digits."""
    about = _ABOUT.match(text) is not None
    rest = _ORDINAL.sub("", _ABOUT.sub("", text)).strip().lower()
    near = {say("form.today_word"): 0, say("form.yesterday_word"): 1}
    if rest in near:
        day = today - timedelta(days=near[rest])
        return Rough(day.year, day.month, day.day, about)
    parts = [part for part in _PARTS.split(rest) if part and part != "of"]
    try:
        year, month, day_number = _ordered(parts)
        return Rough(year, month, day_number, about)
    except (ValueError, IndexError):
        return None


def _ordered(parts: list[str]) -> tuple[int, int | None, int | None]:
    """Year, month and day among one to three parts; ValueError where they are no date."""
    years = [one for one in parts if len(one) == 4 and one.isdigit()]
    if len(years) != 1 or len(parts) > 3:
        raise ValueError(parts)
    year, first = int(years[0]), parts[0] == years[0]
    rest = [one for one in parts if one is not years[0]]
    named = [one for one in rest if not one.isdigit()]
    if len(named) > 1:
        raise ValueError(parts)
    if named:
        rest.remove(named[0])
        return year, _month(named[0]), int(rest[0]) if rest else None
    numbers = [int(one) for one in rest]
    if len(numbers) < 2:
        return year, numbers[0] if numbers else None, None
    month, day = numbers if first else reversed(numbers)
    if month > 12 >= day:  # written the American way, which is clear here
        month, day = day, month
    return year, month, day


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; ValueError for another word."""
    names = [LOCALE.monthName(number).lower() for number in range(1, 13)]
    found = [at for at, name in enumerate(names, 1) if name.startswith(word) and len(word) >= _LETTERS_LEAST]
    if len(found) != 1:
        raise ValueError(word)
    return found[0]
