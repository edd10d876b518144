"""One way into typst for every paper: in memory, bundled fonts only, all words through one JSON value."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, overload

from diary.paths import resource

if TYPE_CHECKING:
    from typst import Fonts

    from diary.models.moments import Moment

PAPERS = {"a4": "a4", "letter": "us-letter"}

LONGEST_WORD = 24
"""Longer runs of letters may be broken, so that none runs over the edge of the paper."""

NAMES = ("key", "code")
"""Fields that name something and are not printed."""


@overload
def set_paper(template: str, data: Any, made: Moment, form: Literal["pdf"]) -> bytes: ...
@overload
def set_paper(template: str, data: Any, made: Moment, form: Literal["png"], *, ppi: float) -> list[bytes]: ...
def set_paper(
    template: str, data: Any, made: Moment, form: Literal["pdf", "png"], *, ppi: float | None = None
) -> bytes | list[bytes]:
    """`data` set by a template of the resources: a tagged PDF (PDF/UA-1), or a PNG for each page.

    The same data and moment give the same bytes. Nothing touches the disk.
    """
    import typst

    found = typst.compile(
        resource(template).read_bytes(),
        font_paths=bundled_fonts(),
        ignore_system_fonts=True,
        format=form,
        ppi=ppi,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        pdf_standards=["ua-1"] if form == "pdf" else [],
        timestamp=seconds_of(made),
    )
    assert found is not None  # nothing but an output file makes it None
    if form == "pdf":
        assert isinstance(found, bytes)  # one file, whatever its pages
        return found
    return [found] if isinstance(found, bytes) else list(found)


def told_by(template: str, data: Any, label: str) -> Any:
    """What a template tells in the metadata under `label`, without anything being drawn."""
    import typst

    found = typst.query(
        resource(template).read_bytes(),
        label,
        field="value",
        one=True,
        font_paths=bundled_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
    )
    return json.loads(found)


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


def breakable(value: object) -> object:
    """The same value with places to break in words longer than a line may hold."""
    if isinstance(value, str):
        return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", value)
    if isinstance(value, dict):
        return {key: one if key in NAMES else breakable(one) for key, one in value.items()}
    return [breakable(one) for one in value] if isinstance(value, list | tuple) else value


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
