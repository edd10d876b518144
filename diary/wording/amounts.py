"""Amounts of medicine in words, and read from what people type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diary.models.codes import Unit
from diary.wording import say, treatment_words

if TYPE_CHECKING:
    from diary.models.care import Treatment

_NUMBER = r"(?P<over>\d{1,3})\s*/\s*(?P<under>\d{1,3})|(?P<number>\d{1,7}(?:[.,]\d{1,6})?|[.,]\d{1,6})"
_TYPED = re.compile(rf"\s*(?:{_NUMBER})\s*(?P<unit>[^\d\s.,/].*)?\s*")
_ALSO = {
    "µg": Unit.UG,
    "μg": Unit.UG,
    "mcg": Unit.UG,
    "milligram": Unit.MG,
    "milligrams": Unit.MG,
    "gram": Unit.G,
    "grams": Unit.G,
    "tablet": Unit.PIECES,
    "tablets": Unit.PIECES,
    "capsule": Unit.PIECES,
    "capsules": Unit.PIECES,
    "suppository": Unit.PIECES,
    "suppositories": Unit.PIECES,
    "piece": Unit.PIECES,
    "drop": Unit.DROPS,
    "patch": Unit.PATCHES,
    "puff": Unit.PUFFS,
    "unit": Unit.UNITS,
    "iu": Unit.UNITS,
}


def unit_words(unit: str) -> str:
    """A unit alone: µg for its code; an own word as it is."""
    return say(f"unit.{unit}") if unit in set(Unit) else unit


def amount_words(amount: float | None, unit: str, treatment: Treatment | None = None) -> str:
    """An amount as every page says it; the unit alone where there is no number, "" where there is neither."""
    return unit_words(unit) if amount is None else treatment_words.amount_words(amount, unit, treatment)


def read_amount(text: str, unit: str = "") -> tuple[float, str] | None:
    """Amount and unit from "50", "0,5 ml", "1/2 tablet" or "200 µg"; `unit` where none is typed; or None."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    if found["over"]:
        if not int(found["under"]):
            return None
        number = int(found["over"]) / int(found["under"])
    else:
        number = float(found["number"].replace(",", "."))
    typed = (found["unit"] or "").strip()
    return number, read_unit(typed) if typed else unit


def read_unit(text: str) -> str:
    """The code of a unit that is typed, in any case; an own word stays as it is typed."""
    word = text.strip().casefold().rstrip(".")
    if word in set(Unit):
        return word
    named = {unit_words(one).casefold(): one for one in Unit}
    return str(_ALSO.get(word) or named.get(word) or text.strip())
