"""Daylio's own words and layouts: mood names by language, times of day, scales, notes with HTML."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from datetime import time
from functools import cache
from hashlib import sha256
from typing import NamedTuple

MOODS = {
    "en": ("awful", "bad", "meh", "good", "rad"),
    "de": ("lausig", "schlecht", "ok", "gut", "super"),
}
"""Default mood names from 1 to 5; people rename theirs, and such a word has no number."""

_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?$", re.IGNORECASE)
_LINE_TAG = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|p|em|li|ol|ul|br|div|del|ins|sub|sup|font|span|strong|strike|blockquote|h[1-6])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"^(-?\d+(?:[.,]\d+)?)(?:\s*/\s*(\d+(?:[.,]\d+)?))?\s*(.*)$", re.DOTALL)
_THOUSANDS = re.compile(r"^-?[1-9]\d{0,2}[.,]\d{3}$")
"""`1,000` is a thousand to one person and one to another: it is kept as text."""

_DURATION = re.compile(r"^(\d{1,3}):([0-5]\d)(?:\s*h)?$")


class Amount(NamedTuple):
    """A scale's value as far as it can be read: number, unit, the scale's upper end, whether minutes."""

    value: float | None
    unit: str | None
    high: float | None
    minutes: bool


def mood_numbers(words: Iterable[str]) -> dict[str, int]:
    """The numbers 1 to 5 of the default mood names in the one language that a file's words speak."""
    seen = {word.strip().casefold() for word in words}
    best = max(MOODS.values(), key=lambda names: len(seen & set(names)))
    return {name: number for number, name in enumerate(best, 1)}


def time_of_day(text: str) -> time:
    """Reads `18:52`, `8:30 pm`, `10:04 AM`; ValueError."""
    match = _CLOCK.match(" ".join(text.split()))
    if match is None:
        raise ValueError(f"not a time: {text!r}")
    hour, minute, half = int(match[1]), int(match[2]), match[3]
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError(f"not a time: {text!r}")
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return time(hour, minute)


def parts(text: str) -> list[str]:
    """The items of a cell that joins them by `|`, each once, without blanks around them."""
    return list(dict.fromkeys(one for part in text.split("|") if (one := " ".join(part.split()))))


def scales(text: str) -> list[tuple[str, str]]:
    """The scales of a cell as (label, what was said); one that says nothing says its label."""
    found = (part.partition(":") for part in parts(text))
    return [(label.strip(), said.strip() or label.strip()) for label, _, said in found]


def plain_note(title: str, text: str) -> str:
    """Title and note as plain lines: tags taken away, entities read, what only looks like a tag kept."""
    lines = [_plain(title), _plain(text)]
    return "\n".join(one for one in lines if one)


def _plain(text: str) -> str:
    read = html.unescape(_TAG.sub("", _LINE_TAG.sub("\n", text))).replace("\xa0", " ")
    return "\n".join(line.strip() for line in read.replace("\r\n", "\n").split("\n")).strip()


def amount(text: str) -> Amount:
    """Reads `8/10 points`, `72.5 kg`, `8:00`; a value that is none of these has no number."""
    if match := _DURATION.match(text):
        return Amount(int(match[1]) * 60 + int(match[2]), "min", None, minutes=True)
    match = _AMOUNT.match(text)
    if match is None or _THOUSANDS.match(match[1]):
        return Amount(None, None, None, minutes=False)
    high = None if match[2] is None else float(match[2].replace(",", "."))
    return Amount(float(match[1].replace(",", ".")), match[3].strip() or None, high, minutes=False)


@cache
def code_of(label: str) -> str:
    """A code for a label that is the same in every file: letters and digits, else a mark of the whole."""
    folded = unicodedata.normalize("NFC", label).casefold()
    slug = "-".join("".join(one if one.isalnum() else " " for one in folded).split())
    if slug == folded.replace(" ", "-") and "-" not in folded:
        return slug
    mark = sha256(folded.encode("utf-8")).hexdigest()[:8]
    return f"{slug}-{mark}" if slug else mark
