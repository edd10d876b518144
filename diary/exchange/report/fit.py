"""What stays on page one where it is full: the order of importance, and the annex that takes the rest.

Nothing is lost: lines that give way, and those that were shortened, stand whole in "Page 1, continued".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from diary.exchange.report.words import shortened
from diary.wording import say
from diary.wording.treatment_words import listed

if TYPE_CHECKING:
    from diary.exchange.report.data import Line, Lines, PageOne, Picture, Report, SmallLine

MOST_WORDS, MOST_ABOVE = 447, 117
"""Words and figures on page one, and above the trend: a little less than what is promised, 450 and 120."""

LISTS = ("since", "complete", "places", "helped", "tried", "function", "conditions", "questions")
"""The lists of page one."""

STEPS: tuple[tuple[str, int], ...] = (
    *(("function", 6), ("places", 4), ("tried", 5), ("helped", 9), ("conditions", 6), ("questions", 8)),
    *(("since", 8), ("function", 4), ("places", 2), ("tried", 4), ("helped", 8), ("complete", 8)),
    *(("places", 0), ("tried", 3), ("helped", 7), ("conditions", 4), ("questions", 6), ("since", 6)),
    *(("helped", 6), ("letters", 60), ("tried", 2), ("conditions", 3), ("complete", 6), ("low", 1)),
    *(("helped", 5), ("conditions", 2), ("since", 4), ("letters", 40), ("questions", 5), ("tried", 1)),
    *(("helped", 4), ("complete", 5), ("since", 3), ("conditions", 1), ("function", 3), ("questions", 4)),
    *(("helped", 3), ("function", 2), ("letters", 28), ("since", 2), ("complete", 3), ("helped", 2)),
    *(("tried", 0), ("since", 1), ("questions", 3), ("conditions", 0), ("helped", 1), ("function", 0)),
    *(("questions", 2), ("complete", 2), ("since", 0), ("helped", 0), ("questions", 1)),
)
"""What gives way, one step after the other: the least important first, one's own questions last.

`low` is the chart in less height, `letters` how many letters a name or sentence keeps.
"""

FOOT_WORDS = 18
"""Words and figures of the line at the foot: version, moment, code, page."""

LETTERS = 110
"""Letters that a line of page one keeps where there is room for all lines."""

_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many lines of each list stay, whether the chart is low, and how many letters a line keeps."""

    since: int
    complete: int
    places: int
    helped: int
    tried: int
    function: int
    conditions: int
    questions: int
    low: int = 0
    letters: int = LETTERS


def levels(report: Report) -> list[dict[str, Any]]:
    """Page one from everything that its words allow to the least, as plain values for the template."""
    page = report.data.page
    whole = _above(page, _whole(page))
    found = list(dict.fromkeys(_steps(whole)))
    drawn = _drawn_words(report)
    within = [one for one in found if words_on(page, one, drawn) <= MOST_WORDS] or found[-1:]
    # Where words alone are too many, the chart keeps its height, and lines their letters.
    roomy = (replace(within[0], low=0, letters=LETTERS), replace(within[0], low=0))
    first = [one for one in roomy if words_on(page, one, drawn) <= MOST_WORDS]
    return [_plain(page, one) for one in dict.fromkeys([*first, *within])]


def words_on(page: PageOne, kept: Kept, drawn: int) -> int:
    """Words and figures on page one; `drawn` are those in its pictures."""
    return drawn + _count(_said(page, kept)) + FOOT_WORDS


def words_above(page: PageOne, kept: Kept) -> int:
    """Words and figures above the chart of pain."""
    return _count((*_top(page, kept), page.trend.title))


# --- how much stays


def _whole(page: PageOne) -> Kept:
    return Kept(**{name: len(_lines(page, name)) for name in LISTS})


def _above(page: PageOne, kept: Kept) -> Kept:
    """Lines above the chart give way, the highest ranks first, until the eye reaches it in time."""
    while words_above(page, kept) > MOST_ABOVE:
        ends = [
            (_by_rank(_lines(page, name))[getattr(kept, name) - 1].rank, name)
            for name in ("complete", "since")
            if getattr(kept, name) > (1 if name == "complete" else 0)
        ]
        if not ends:
            return kept
        name = max(ends)[1]
        kept = replace(kept, **{name: getattr(kept, name) - 1})
    return kept


def _steps(kept: Kept) -> Iterator[Kept]:
    yield kept
    for name, limit in STEPS:
        now = getattr(kept, name)
        kept = replace(kept, **{name: max(now, limit) if name == "low" else min(now, limit)})
        yield kept


def _lines(page: PageOne, name: str) -> tuple[Line, ...] | tuple[SmallLine, ...]:
    if name == "places":
        part = page.where.places if page.where is not None else None
    else:
        part = getattr(page, name)
    return part.lines if part is not None else ()


def _by_rank(lines: Iterable[Any]) -> list[Any]:
    return sorted(lines, key=lambda one: one.rank)


def _staying(lines: tuple[Any, ...], count: int) -> tuple[Any, ...]:
    """The lines of the lowest ranks, in the order of printing."""
    numbers = sorted(range(len(lines)), key=lambda at: (lines[at].rank, at))[:count]
    return tuple(lines[at] for at in sorted(numbers))


# --- counting


def _said(page: PageOne, kept: Kept) -> Iterator[str]:
    yield from _top(page, kept)
    yield page.trend.title
    yield page.trend.caption
    if page.where is not None:
        yield page.where.title
        for side in page.where.sides:
            yield from (side.title, side.days, side.none)
        yield from (one.words for one in page.where.legend)
        yield from (page.where.caption, page.where.none)
    for name in ("places", "helped", "tried", "conditions", "questions"):
        yield from _list_words(page, name, kept)
    if page.function is not None and kept.function:
        yield from (page.function.title, page.function.note)
        for small in _staying(page.function.lines, kept.function):
            yield from (small.label, small.number, small.was, small.note)
    yield from page.limits
    yield say("report.continued", page=2)


def _top(page: PageOne, kept: Kept) -> Iterator[str]:
    head, change = page.head, page.now_before
    yield from (head.title, head.sample, *head.who, head.period, head.length)
    yield from _list_words(page, "since", kept)
    yield from _list_words(page, "complete", kept)
    yield from (change.title, change.note, change.none)
    for one in change.numbers:
        yield from (one.label, one.number, one.after, *one.notes)


def _list_words(page: PageOne, name: str, kept: Kept) -> Iterator[str]:
    part = (
        (page.where.places if page.where is not None else None) if name == "places" else getattr(page, name)
    )
    if part is None:
        return
    shown = _staying(part.lines, getattr(kept, name))
    if not shown and part.lines:
        return
    yield part.title
    yield from ((part.note,) if shown else (part.none,))
    for line in (_cut(one, kept.letters) for one in shown):
        yield from (line.head, line.note, line.words)
        if name == "questions":
            yield "1."


def _drawn_words(report: Report) -> int:
    """Words and figures inside the pictures of page one."""
    page = report.data.page
    shown: list[Picture | None] = [page.trend.picture]
    if page.where is not None:
        shown += [side.picture for side in page.where.sides]
    return sum(svg_words(report.drawings[one.key]()) for one in shown if one is not None)


def svg_words(svg: str) -> int:
    """How many words and figures a picture says."""
    return sum(len(_TAG.sub(" ", one).split()) for one in _TEXT.findall(svg))


def _count(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


# --- one level for the template


def _plain(page: PageOne, kept: Kept) -> dict[str, Any]:
    moved: list[dict[str, Any]] = []
    plain: dict[str, Any] = {"low": bool(kept.low), "moved": moved}
    for name in ("since", "complete", "places", "helped", "tried", "conditions", "questions"):
        part = (
            (page.where.places if page.where is not None else None)
            if name == "places"
            else getattr(page, name)
        )
        plain[name] = _plain_list(part, name, kept, moved)
    if page.function is not None:
        shown = _staying(page.function.lines, kept.function)
        plain["function"] = [asdict(one) for one in shown]
        rest = [one for one in page.function.lines if one not in shown]
        if rest:
            moved.append({"title": page.function.title, "lines": [_small(one) for one in rest], "first": 0})
    return plain


def _plain_list(
    part: Lines | None, name: str, kept: Kept, moved: list[dict[str, Any]]
) -> dict[str, Any] | None:
    if part is None:
        return None
    shown = _staying(part.lines, getattr(kept, name))
    cut = [_cut(one, kept.letters) for one in shown]
    whole = [one for one in part.lines if one not in shown or _cut(one, kept.letters) != one]
    if whole:
        first = part.lines.index(whole[0]) + 1 if name == "questions" else 0
        moved.append({"title": part.title, "lines": [asdict(one) for one in whole], "first": first})
    if not shown and part.lines:
        return None
    return asdict(replace(part, lines=tuple(cut)))


def _cut(line: Line, letters: int) -> Line:
    return replace(
        line,
        head=shortened(line.head, letters),
        note=shortened(line.note, letters),
        words=shortened(line.words, 2 * letters),
    )


def _small(line: SmallLine) -> dict[str, Any]:
    said = listed([one for one in (line.was, line.note) if one], "sheet.and_then")
    words = " ".join((line.number, say("report.bracketed", words=said))) if said else line.number
    return {"head": line.label, "note": "", "words": words, "rank": line.rank}
