"""What a form asks for, said without widgets: one `Ask` for each line of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from diary.models.codes import Noun

Values = Mapping[str, object]
"""Values of a record's fields by name, as far as they can be read."""


class Way(Enum):
    """How something is asked."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    SEVERAL = auto()
    YES_NO = auto()
    ROUGH = auto()
    DAY = auto()
    TIME = auto()
    AMOUNT = auto()
    COUNT = auto()
    MINUTES = auto()
    SEVERITY = auto()
    LINK = auto()
    REGIONS = auto()
    CONDITION = auto()
    SHOWN = auto()
    SLOT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One line of a form: the record's field, how it is asked, and when it is shown.

    `beside` is the field of the unit that stands beside an amount; `strength` takes those of strengths.
    `needed` fields say so while they are empty; `more` ones wait folded until they are wanted or filled,
    and with `open_kept` only in the form of a new record.
    """

    name: str
    way: Way
    options: type[StrEnum] | None = None
    words: str = ""
    beside: str = ""
    strength: bool = False
    link: Noun | None = None
    needed: bool = False
    more: bool = False
    open_kept: bool = False
    least: int = 0
    most: int = 99
    ends: tuple[str, str] = ("", "")
    only_new: bool = False
    only_kept: bool = False
    shown: Callable[[Values], bool] | None = None
    help: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The record's fields that this line fills."""
        if self.way is Way.CONDITION:
            return (self.name, "code", "group")
        return (self.name, self.beside) if self.beside else (self.name,)
