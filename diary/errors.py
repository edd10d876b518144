"""What the diary says when its surroundings stand in the way; all else is our bug."""

from __future__ import annotations


class DiaryError(Exception):
    """The environment's fault, in calm words: what happened, what is safe, one thing to do."""

    def __init__(self, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.do) if part)
