"""What the diary says when its surroundings stand in the way; all else is our bug."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.models.records import Record
    from diary.models.rules import Problem


class DiaryError(Exception):
    """The environment's fault, in calm words: what happened, what is safe, one thing to do."""

    def __init__(self, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


class UnreadableError(DiaryError):
    """A record in the file that no diary wrote so; `why` names the part for the check."""

    def __init__(self, why: str, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what, safe, do)
        self.why = why


class ConflictError(DiaryError):
    """What was to be changed is different now; `current` is what the diary holds (None: deleted)."""

    def __init__(self, current: Record | None, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what, safe, do)
        self.current = current


class RefusedError(DiaryError):
    """A record that breaks a rule; `problems` name the fields."""

    def __init__(self, problems: Sequence[Problem], what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what, safe, do)
        self.problems = tuple(problems)
