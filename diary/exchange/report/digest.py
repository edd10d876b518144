"""The report as plain text, for a patient portal or a message: page one in words, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.data import content_hash
from diary.exchange.report.words import code_words
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.exchange.report.data import Head, Line, Lines, PageOne, ReportData, SmallLine


def digest(data: ReportData) -> str:
    """Page one as text: headings in a line of their own, no markup, every number with its days."""
    page = data.page
    blocks = [
        _head(page.head),
        _course(page),
        *_rest(page),
        [" ".join(page.limits)],
        [code_words(content_hash(data))],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if any(block)) + "\n"


def _head(head: Head) -> list[str]:
    days = say("digest.days", period=head.period, length=head.length)
    return [head.title, *([head.sample] if head.sample else []), *head.who, days]


def _course(page: PageOne) -> list[str]:
    found = [_run_in(one) for one in (page.since, page.complete) if one is not None]
    change = page.now_before
    found += [say("digest.titled", title=change.title, words=change.note) if change.note else change.title]
    for one in change.numbers:
        found.append(_number(one.label, _joined((one.number, one.after)), _joined(one.notes)))
    found += [change.none] if change.none else []
    if page.trend.picture is not None:
        found.append(say("digest.titled", title=page.trend.title, words=page.trend.picture.alt))
    elif page.trend.caption:
        found.append(say("digest.titled", title=page.trend.title, words=page.trend.caption))
    return [one for one in found if one]


def _rest(page: PageOne) -> Iterable[list[str]]:
    if page.where is not None:
        places = page.where.places
        told = [_line(one) for one in places.lines] if places is not None else []
        yield [page.where.title, *(told or [page.where.none])]
    for part in (page.helped, page.tried):
        yield _list(part)
    if page.function is not None and page.function.lines:
        yield [page.function.title, *map(_small, page.function.lines)]
    yield _list(page.conditions)
    yield _list(page.questions, numbered=True)


def _run_in(part: Lines) -> str:
    words = _joined(_plain(one) for one in part.lines) or part.none
    return say("digest.run_in", title=part.title.removesuffix(":"), words=words) if words else ""


def _list(part: Lines | None, *, numbered: bool = False) -> list[str]:
    if part is None or not (part.lines or part.none):
        return []
    found = [part.title]
    for at, one in enumerate(part.lines, 1):
        found.append(say("digest.numbered", n=at, words=_plain(one)) if numbered else _line(one))
    return [*found, *([part.note] if part.note and part.lines else []), *([] if part.lines else [part.none])]


def _line(one: Line) -> str:
    return say("digest.line", words=_plain(one))


def _plain(one: Line) -> str:
    head = _pair(one.head, one.note)
    if head and one.words:
        return say("digest.headed", head=head, words=one.words)
    return head or one.words


def _small(one: SmallLine) -> str:
    return _number(one.label, _pair(one.number, one.was), one.note)


def _number(label: str, number: str, notes: str) -> str:
    words = (
        say("digest.number", label=label, number=number, notes=notes)
        if notes
        else say("digest.number_alone", label=label, number=number)
    )
    return say("digest.line", words=words)


def _pair(one: str, other: str) -> str:
    return say("digest.pair", one=one, other=other) if one and other else one or other


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)
