"""What is typed in a form as JSON values, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from diary.models.plain import from_plain, to_plain
from diary.models.records import Entry
from diary.models.rules import check_stroke
from diary.ui.today.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What is typed in a form: it, the versions of the entries it began from, a moment's local time."""

    sitting: Sitting
    began_from: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None


def versions(entries: Iterable[Entry | None]) -> dict[str, str]:
    """The change that last wrote each of these entries, by the entry's uid."""
    return {one.uid: one.written.last for one in entries if one is not None and one.written is not None}


def to_draft(typed: Typed) -> dict[str, Any]:
    """JSON values of what is typed."""
    plain: dict[str, Any] = {"sitting": to_plain(typed.sitting), "began_from": dict(typed.began_from)}
    return plain if typed.at is None else {**plain, "at": typed.at.isoformat()}


def from_draft(plain: Any) -> Typed:
    """What was typed; NotPlainError, ValueError, TypeError or AttributeError where it is no draft."""
    at = plain.get("at")
    sitting = from_plain(Sitting, plain.get("sitting"), "draft")
    if any(problem for place in sitting.places for one in place.strokes for problem in check_stroke(one)):
        raise ValueError("a stroke that cannot be")
    return Typed(
        sitting=sitting,
        began_from=dict(plain.get("began_from", {})),
        at=None if at is None else datetime.fromisoformat(at),
    )
