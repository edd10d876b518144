"""Words made ready for paper: letters that no bundled typeface has are named, never left as empty boxes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from diary.charts.letters import drawn

T = TypeVar("T")


def clean(value: T) -> T:
    """A text, or a dataclass or tuple of such, with only letters that can be printed."""
    found: Any = value
    if isinstance(value, str):
        found = drawn(value)
    elif isinstance(value, tuple):
        found = tuple(clean(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        found = replace(value, **{name: clean(getattr(value, name)) for name in names})
    return found  # type: ignore[no-any-return]  # the same kind of value that came in
