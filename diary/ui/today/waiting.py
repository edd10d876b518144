"""What was typed in another form than the one shown, and waits to be saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from diary.models.records import Draft
from diary.ui.parts.date_bar import day_words
from diary.ui.today.typing import read_draft
from diary.wording import say

DAY = "day:"
MOMENT = "moment:"
NEW = "new"
"""What stands for the uid of a moment that was not saved yet; a second one has a mark behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A draft of another form: its key, its day (None: a moment), and how to tell of it."""

    key: str
    day: date | None
    words: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A new moment that was typed and not saved: what stands for its uid, and its local time."""

    name: str
    at: datetime


def unfinished(drafts: Iterable[Draft]) -> list[Unfinished]:
    """New moments that wait to be finished, the latest first."""
    found = []
    for one in drafts:
        name = one.key.removeprefix(MOMENT)
        typed = read_draft(one) if one.key.startswith(MOMENT) and is_new(name) else None
        if typed is not None and typed.at is not None and not typed.sitting.is_empty:
            found.append(Unfinished(name=name, at=typed.at))
    return sorted(found, key=lambda one: one.at, reverse=True)


def is_new(name: str) -> bool:
    """Whether a draft's name stands for a moment that was not saved yet."""
    return name.partition(" ")[0] == NEW


def now_or(moments: Iterable[Unfinished], now: datetime, within: timedelta) -> Unfinished | None:
    """The latest of these that still is "now", None where all are over."""
    return next((one for one in moments if abs(now - one.at) <= within), None)


def waiting(drafts: Iterable[Draft], known: Collection[str], today: date) -> Waiting | None:
    """The newest draft that can be read, whose key is not in `known`; None where there is none."""
    newest = sorted(drafts, key=lambda one: one.kept.local, reverse=True)
    found = (_waiting(one.key, today) for one in newest if one.key not in known and _says_something(one))
    return next((one for one in found if one is not None), None)


def _says_something(draft: Draft) -> bool:
    typed = read_draft(draft)
    return typed is not None and not typed.sitting.is_empty


def _waiting(key: str, today: date) -> Waiting | None:
    if key.startswith(MOMENT):
        words, action = say("today.draft_moment"), say("today.draft_open_moment")
        return Waiting(key=key, day=None, words=words, action=action)
    try:
        day = date.fromisoformat(key.removeprefix(DAY))
    except ValueError:
        return None
    if day > today:
        return None
    words = say("today.draft_elsewhere", day=day_words(day, "d MMMM"))
    return Waiting(key=key, day=day, words=words, action=say("today.draft_open"))
