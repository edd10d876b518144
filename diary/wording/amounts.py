"""Amounts of medicine in words, and read from what people type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diary.models.codes import Unit
from diary.models.units import unit_of
from diary.wording import say, treatment_words

if TYPE_CHECKING:
    from diary.models.care import Treatment

_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_PARTS = r"(?:(?P<whole>\d{1,3})\s+)?(?P<over>\d{1,3})\s*/\s*(?P<under>\d{1,3})"
_NUMBER = rf"{_PARTS}|(?P<number>\d{{1,7}}(?:[.,]\d{{1,6}})?|[.,]\d{{1,6}})"
_UNIT = r"(?![x×*](?:\s|$))[^\W\d_][^\d]*(?:/\s*\d+\s*[^\W\d_]+)?|[%°][^\d]*"
"""An own unit begins with a letter and holds no number but after a slash: "x 50 mg" is none."""

_TYPED = re.compile(rf"\s*(?:{_NUMBER})\s*(?P<unit>{_UNIT})?\s*")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""What one country reads as a thousand and another as one: never guessed."""


def unit_words(unit: str) -> str:
    """A unit alone: µg for its code; an own word as it is."""
    return say(f"unit.{unit}") if unit in set(Unit) else unit


def amount_words(amount: float | None, unit: str, treatment: Treatment | None = None) -> str:
    """An amount as every page says it; the unit alone where there is no number, "" where there is neither."""
    return unit_words(unit) if amount is None else treatment_words.amount_words(amount, unit, treatment)


def typed_number(number: float) -> str:
    """A number as it stands in a field, so that it is read as the same: "1.5", "1.1250"."""
    words = f"{number:.6f}".rstrip("0").rstrip(".")
    return f"{words}0" if _THOUSANDS.fullmatch(words) else words


def typed_amount(amount: float, unit: str) -> str:
    """An amount with its unit as it stands in a field, so that it is read as the same."""
    words = amount_words(amount, unit)
    number = treatment_words.number(amount)
    return words.replace(number, typed_number(amount), 1) if _THOUSANDS.fullmatch(number) else words


def read_amount(text: str, unit: str = "") -> tuple[float, str] | None:
    """Amount and unit from "50", "0,5 ml", "1/2 tablet" or "200 µg"; `unit` where none is typed; or None.

    None also where a comma or point may stand for thousands; `unclear_words` then asks which is meant.
    """
    found = _found(text)
    if found is None or (found["number"] and _THOUSANDS.fullmatch(found["number"])):
        return None
    if found["over"]:
        if not int(found["under"]):
            return None
        number = int(found["whole"] or 0) + int(found["over"]) / int(found["under"])
    else:
        number = float(found["number"].replace(",", "."))
    typed = (found["unit"] or "").strip()
    return number, read_unit(typed) if typed else unit


def unclear_words(text: str, otherwise: str) -> str:
    """What is asked of an amount that cannot be read: which of two is meant, or what `otherwise` says."""
    found = _found(text)
    typed = found["number"] if found is not None else None
    if typed is None or not _THOUSANDS.fullmatch(typed):
        return say(otherwise)
    small, large = typed_number(float(typed.replace(",", "."))), re.sub(r"[.,]", "", typed)
    return say("dose.amount_which", typed=typed, small=small, large=large)


def _found(text: str) -> re.Match[str] | None:
    for sign, parts in _SIGNS.items():
        text = text.replace(sign, f" {parts}")
    return _TYPED.fullmatch(text)


def read_unit(text: str) -> str:
    """The code of a unit that is typed, in any case; an own word stays as it is typed."""
    word = text.strip().casefold().rstrip(".")
    named = {unit_words(one).casefold(): one for one in Unit}
    return str(unit_of(text) or named.get(word) or text.strip())
