"""The questionnaires that ship: their questions word for word, their scale, source and credit line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from diary.paths import resource

CODES = ("peg", "phq4", "change")
"""Every questionnaire, in the order in which they are shown and asked."""

MEAN, TOTAL, ANXIETY, DEPRESSION, CHANGE = "mean", "total", "anxiety", "depression", "change"

SCORED_FROM: dict[str, dict[str, tuple[str, ...]]] = {
    "peg": {MEAN: ("average", "enjoyment", "activity")},
    "phq4": {
        TOTAL: ("nervous", "worry", "interest", "low"),
        ANXIETY: ("nervous", "worry"),
        DEPRESSION: ("interest", "low"),
    },
    "change": {CHANGE: ("change",)},
}
"""The scores of each questionnaire, and the items each is made of: all of them, or there is no score."""

_TEXTS = ("code", "version", "language", "title", "source", "credit", "licence")
_KEYS = {*_TEXTS, "stem", "unverified", "own", "every_days", "every_months", "recall_days", "scale", "items"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; the worded ends only where the scale is of numbers."""

    code: str
    text: str
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One questionnaire in one version and one language.

    Answers run from `low` to `high`; `words` name each of them, where they are words. It is asked every
    `every_days` days or every `every_months` months, about the last `recall_days` days (0: since a date that
    the person sets). `unverified` are the notes about its licence that nobody has checked.
    """

    code: str
    version: str
    language: str
    title: str
    source: str
    credit: str
    licence: str
    items: tuple[Item, ...]
    low: int
    high: int
    stem: str = ""
    words: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    own: bool = False
    every_days: int = 0
    every_months: int = 0
    recall_days: int = 0

    @property
    def slot_days(self) -> int:
        """About how many days lie between one time and the next."""
        return self.every_days or 30 * self.every_months

    def words_of(self, value: int) -> str:
        """The word of an answer, its number where the scale has none."""
        return self.words[value - self.low] if self.words else str(value)


@cache
def instrument(code: str) -> Instrument:
    """One of `CODES`, read when first asked for; KeyError for another, ValueError where its file is wrong."""
    if code not in CODES:
        raise KeyError(code)
    import tomllib

    with resource(f"questionnaires/{code}.toml").open("rb") as file:
        return read_instrument(code, tomllib.load(file))


def read_instrument(code: str, data: Mapping[str, Any]) -> Instrument:
    """A questionnaire from what its file holds; ValueError that says what is wrong in it."""
    _check_keys(code, data)
    scale = data["scale"]
    _need(code, set(scale) <= {"low", "high", "words"}, "scale")
    low, high, words = scale["low"], scale["high"], tuple(scale.get("words", ()))
    _need(code, isinstance(low, int) and isinstance(high, int) and low < high, "scale")
    _need(code, not words or len(words) == high - low + 1, "words")
    items = tuple(_item(code, one, numbers=not words) for one in data["items"])
    scored = {name for names in SCORED_FROM[code].values() for name in names}
    _need(code, {one.code for one in items} == scored and len(items) == len(scored), "items")
    regular = [data.get(name, 0) for name in ("every_days", "every_months")]
    _need(code, sum(one > 0 for one in regular) == 1 and min(regular) == 0, "every")
    return Instrument(
        **{name: data[name] for name in _TEXTS},
        items=items,
        low=low,
        high=high,
        words=words,
        stem=data.get("stem", ""),
        unverified=tuple(data["unverified"]),
        own=data["own"],
        every_days=regular[0],
        every_months=regular[1],
        recall_days=data.get("recall_days", 0),
    )


def _check_keys(code: str, data: Mapping[str, Any]) -> None:
    _need(code, not set(data) - _KEYS, ", ".join(sorted(set(data) - _KEYS)))
    for name in _TEXTS:
        _need(code, isinstance(data.get(name), str) and bool(data[name].strip()), name)
    _need(code, data["code"] == code, "code")
    for name in ("scale", "items", "unverified", "own"):
        _need(code, name in data, name)
    # Notes that nobody has checked carry the mark that says so.
    _need(code, all(note.endswith("?") for note in data["unverified"]), "unverified")


def _item(code: str, data: Mapping[str, Any], *, numbers: bool) -> Item:
    ends = {"low_words", "high_words"} if numbers else set()
    _need(code, set(data) == {"code", "text"} | ends and all(data.values()), "items")
    return Item(**data)


def _need(code: str, right: bool, what: str) -> None:
    if not right:
        raise ValueError(f"questionnaire {code}: {what}")
