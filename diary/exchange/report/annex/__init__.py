"""The parts of the annex: one module each, named as its code in `choices.Annex`.

A module has `read(reader, asked)`, which asks what it alone needs (anything, or None), and
`part(rows, asked, found)`, which gives the `AnnexPart` (None where there is nothing) and its drawings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diary.exchange.report.choices import Annex
    from diary.exchange.report.data import AnnexPart, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.storage.reading import Reader


def read(reader: Reader, asked: Asked) -> dict[Annex, Any]:
    """What each chosen part reads for itself."""
    return {code: _module(code).read(reader, asked) for code in asked.choices.annex}


def parts(rows: ReportRows, asked: Asked) -> tuple[tuple[AnnexPart, ...], Drawings]:
    """The chosen parts that have something to say, in their order, and all their drawings."""
    found: list[AnnexPart] = []
    drawings: dict[str, Any] = {}
    for code in asked.choices.annex:
        part, drawn = _module(code).part(rows, asked, rows.extra.get(code))
        if part is not None:
            found.append(part)
            drawings |= drawn
    return tuple(found), drawings


def _module(code: Annex) -> Any:
    return import_module(f"{__name__}.{code}")
