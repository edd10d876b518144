"""Sets a report's words and pictures as one page: typst in memory, bundled fonts only, nothing on disk."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from diary import __version__
from diary.exchange.report.words import moment_words
from diary.exchange.report_data import ReportData, content_hash
from diary.exchange.report_fit import plain_levels
from diary.paths import resource
from diary.wording import say

if TYPE_CHECKING:
    from typst import Fonts

    from diary.models.moments import Moment

TEMPLATE = "report/page.typ"
PAPERS = {"a4": "a4", "letter": "us-letter"}
GROUP = 4
"""Letters of the content hash that stand together."""


def typeset(data: ReportData, made: Moment) -> bytes:
    """The page as an accessible PDF (PDF/UA-1, tagged); the same data and moment give the same bytes."""
    found = _set(data, made, "pdf")
    assert isinstance(found, bytes)  # one file, whatever its pages
    return found


def picture(data: ReportData, made: Moment, ppi: float) -> list[bytes]:
    """The page as PNG pictures, one for each page, at `ppi` pixels per inch."""
    found = _set(data, made, "png", ppi=ppi)
    return [found] if isinstance(found, bytes) else list(found)


def _set(
    data: ReportData,
    made: Moment,
    form: Literal["pdf", "png"],
    *,
    ppi: float | None = None,
) -> bytes | list[bytes]:
    import typst

    from diary.exchange.report_pictures import pictures

    words = {
        "data": _json(data.plain() | {"paper": PAPERS[data.paper], "levels": plain_levels(data)}),
        "pictures": _json(pictures(data)),
        "made": say("report.made", moment=moment_words(made)),
        "version": say("report.version", version=__version__, moment=moment_words(made)),
        "code": say("report.code", code=code_words(content_hash(data))),
        "pages": say("report.page", page=1, pages=1),
    }
    found = typst.compile(
        resource(TEMPLATE).read_bytes(),
        font_paths=bundled_fonts(),
        ignore_system_fonts=True,
        format=form,
        ppi=ppi,
        sys_inputs=words,
        pdf_standards=["ua-1"] if form == "pdf" else [],
        timestamp=seconds_of(made),
    )
    assert found is not None  # nothing but an output file makes it None
    return found


def svg_picture(svg: str, width: float, height: float, ground: str) -> bytes:
    """An SVG of `width` × `height` px as PNG, twice as sharp, on a ground "#RRGGBB", in the bundled fonts."""
    import typst

    page = (
        f'#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: rgb("{ground}"))\n'
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    found = typst.compile(
        page.encode(),
        font_paths=bundled_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=144,
        sys_inputs={"svg": svg},
    )
    assert isinstance(found, bytes)  # one page
    return found


def code_words(content: str) -> str:
    """The first 16 letters of a content hash in groups of four, as "7F3A 91C2 0D4E B815"."""
    short = content[:16].upper()
    return " ".join(short[at : at + GROUP] for at in range(0, len(short), GROUP))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def seconds_of(made: Moment) -> int:
    """A moment as seconds since 1970, for the time stamp of a PDF."""
    when = made.utc or made.local.replace(tzinfo=UTC)
    return int(max(when, datetime(1970, 1, 1, tzinfo=UTC)).timestamp())


@cache
def bundled_fonts() -> Fonts:
    """The bundled typefaces alone, read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
