"""Sets a report: page one as full as it may be, what gave way, the annex; PDF or pictures, in memory."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from diary import __version__
from diary.exchange.report.data import Figure, Report, content_hash
from diary.exchange.report.fit import levels
from diary.exchange.report.words import code_words, moment_words
from diary.exchange.typst_setting import PAPERS, breakable, set_paper, told_by
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.data import Picture, ReportData
    from diary.models.moments import Moment

TEMPLATE = "report/consult.typ"


PATTERN = (36.0, 24.0)
"""Shape of the sample of a pattern."""


def typeset(report: Report, made: Moment) -> bytes:
    """The report as an accessible PDF; the same report and moment give the same bytes."""
    return set_paper(TEMPLATE, _plain(report, made), made, "pdf")


def pictures(report: Report, made: Moment, ppi: float) -> list[bytes]:
    """The report as PNG pictures, one for each page, at `ppi` pixels per inch."""
    return set_paper(TEMPLATE, _plain(report, made), made, "png", ppi=ppi)


def _plain(report: Report, made: Moment) -> dict[str, Any]:
    data = report.data
    plain = asdict(data)
    for drop in ("since", "until"):
        plain.pop(drop)
    # Numbers behind pictures belong to the content, not to the paper.
    words = {
        "author": report.author,
        "paper": PAPERS[data.paper],
        "levels": levels(report),
        "version": say("report.version", version=__version__, moment=moment_words(made)),
        "code": code_words(content_hash(data)),
        "footer_page": say("report.page", page="@n", pages="@N"),
        "continued": say("report.continued", page="@n"),
        "continued_title": say("report.continued_title"),
        "annex_title": say("report.annex_title"),
    }
    found = _without_numbers(plain | words)
    assert isinstance(found, dict)  # what goes in comes out
    broken = breakable(found)
    assert isinstance(broken, dict)  # the same
    set_ = _chosen(broken, data)
    return broken | {"levels": [set_], "pictures": {key: report.drawings[key]() for key in _keys(data, set_)}}


def _chosen(plain: dict[str, Any], data: ReportData) -> dict[str, Any]:
    """The level that is set: how high a picture is decides that, not what it shows."""
    levels: list[dict[str, Any]] = plain["levels"]
    if len(levels) == 1:
        return levels[0]
    blank = {one.key: _blank(one.width, one.height) for one in _pictures(data)}
    patterns = {key: _blank(*PATTERN) for key in _patterns(data)}
    short = {"annex": [], "levels": [one | {"moved": []} for one in levels]}
    at: int = told_by(TEMPLATE, plain | short | {"pictures": blank | patterns}, "<level>")
    return levels[at]


def _blank(width: float, height: float) -> str:
    """A picture of that size that shows nothing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'


def _without_numbers(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: _without_numbers(one) for key, one in value.items() if key != "numbers" or "key" not in value
        }
    return [_without_numbers(one) for one in value] if isinstance(value, list | tuple) else value


def _keys(data: ReportData, level: dict[str, Any]) -> Iterator[str]:
    """The keys of the pictures that this level sets, once each."""
    there = {one["picture"]["key"] for one in level.get("function", ()) if one["picture"] is not None}
    trend, low = data.page.trend.picture, data.page.trend.low
    unseen = trend if level["low"] and low is not None else low
    lines = data.page.function.lines if data.page.function is not None else ()
    left_out = {one.picture.key for one in lines if one.picture is not None} - there
    # In large print the first page is set by itself: it is low where the body then has room beside it.
    left_out |= {unseen.key} if unseen is not None and not data.large_print else set()
    left_out -= {
        block.picture.key for part in data.annex for block in part.blocks if isinstance(block, Figure)
    }
    yield from dict.fromkeys(one.key for one in _pictures(data) if one.key not in left_out)
    yield from _patterns(data)


def _patterns(data: ReportData) -> Iterator[str]:
    where = data.page.where
    yield from dict.fromkeys(f"pattern.{one.code}" for one in (where.legend if where is not None else ()))


def _pictures(data: ReportData) -> Iterator[Picture]:
    """Every picture of page one and of the annex."""
    page = data.page
    shown: list[Picture | None] = [page.trend.picture, page.trend.low]
    if page.where is not None:
        shown += [side.picture for side in page.where.sides]
    if page.function is not None:
        shown += [one.picture for one in page.function.lines]
    for part in data.annex:
        shown += [block.picture for block in part.blocks if isinstance(block, Figure)]
    yield from (one for one in shown if one is not None)
