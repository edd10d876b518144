"""Words made ready for paper: letters that no bundled typeface has are named, never left as empty boxes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from diary.charts.letters import STAND_IN, drawn
from diary.exchange.report_data import ReportData
from diary.wording import say

T = TypeVar("T")


def printable(data: ReportData) -> ReportData:
    """The data with only letters that can be printed, and a sentence where some cannot."""
    found = clean(data)
    if found == data or STAND_IN not in repr(found):
        return found
    return replace(found, limits=(*found.limits, say("report.letters")))


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
