"""Questionnaires with every question word for word, the answers of the newest times, and their scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import day_words, number_words, period_words
from diary.insight.instruments import CODES, MEAN, SCORED_FROM, instrument
from diary.insight.questionnaires import known, numbers, score
from diary.models.codes import Lateness, Noun
from diary.models.records import Author
from diary.models.story import Response
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.instruments import Instrument, Item
    from diary.storage.reading import Reader

MOST = 6
"""So many times stand beside each other, the newest to the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """A response, its class, whether it was changed since, and the helper who wrote it ("" the person)."""

    response: Response
    lateness: Lateness
    changed: bool
    by: str = ""


def read(reader: Reader, asked: Asked) -> dict[str, Author]:  # noqa: ARG001  # as every part of the annex
    """The helpers who filled one in, by its uid."""
    from diary.storage.author_queries import helped_records
    from diary.storage.queries import authors

    helped = helped_records(reader, Noun.RESPONSE)
    names = authors(reader) if helped else {}
    unknown = say("writer.unknown")
    return {uid: names.get(one, Author(uid=one, name=unknown)) for uid, one in helped.items()}


def _by(one: Response, helpers: Mapping[str, Author]) -> str:
    """The helper who filled it in, "" for the person."""
    from diary.exchange.report.annex.changes import author_words

    return author_words(helpers[one.uid]) if one.uid in helpers else ""


def part(
    rows: ReportRows, asked: Asked, found: Mapping[str, Author] | None
) -> tuple[AnnexPart | None, Drawings]:
    """A table for each questionnaire that was filled in; None where none was in the report's days.

    The last time before the report's days stands beside them, for comparison.
    """
    blocks: list[Block] = []
    filled = [
        _Filled(response=one, lateness=late, changed=changed, by=_by(one, found or {}))
        for one, late, changed in rows.responses
        if isinstance(one, Response) and one.day <= asked.until
    ]
    filled.sort(key=lambda one: (one.response.day, one.response.at.local))
    for code in CODES:
        ours = [one for one in filled if one.response.instrument == code]
        inside = [one for one in ours if one.response.day >= asked.since]
        if inside:
            before = [one for one in ours if one.response.day < asked.since and known(one.response)]
            blocks += _instrument(instrument(code), [*before[-1:], *inside])
    strange = [
        one for one in filled if one.response.instrument not in CODES and one.response.day >= asked.since
    ]
    if strange:
        blocks.append(Paragraph(words=say_n("care.other_instruments", len(strange))))
    if not blocks:
        return None, {}
    return AnnexPart(code=Annex.QUESTIONNAIRES, title=say("care.questionnaires"), blocks=tuple(blocks)), {}


def _instrument(asked: Instrument, filled: Sequence[_Filled]) -> Iterator[Block]:
    """The heading, the questions with the newest answers, what was left out, and the credit line."""
    answered = [one for one in filled if known(one.response) is not None]
    title = say("care.instrument", title=asked.title, version=asked.version, language=_language(asked))
    yield Paragraph(words=title, strong=True)
    if asked.stem:
        yield Paragraph(words=asked.stem)
    if asked.words:
        yield Paragraph(words=_scale(asked), small=True)
    shown = answered[-MOST:]
    if shown:
        yield _table(asked, shown)
    if more := len(answered) - len(shown):
        yield Paragraph(words=say_n("care.earlier_responses", more), small=True)
    if other := len(filled) - len(answered):
        yield Paragraph(words=say_n("care.other_version", other), small=True)
    yield Paragraph(words=asked.credit, small=True)


def _language(asked: Instrument) -> str:
    return say(f"care.language.{asked.language}")


def _scale(asked: Instrument) -> str:
    """What the numbers of a worded scale mean: "0 Not at all, 1 Several days"."""
    from diary.wording.treatment_words import listed

    steps = range(asked.low, asked.high + 1)
    return listed([say("care.step", number=one, words=asked.words_of(one)) for one in steps])


def _table(asked: Instrument, shown: Sequence[_Filled]) -> Table:
    rows = [(say("care.about_days"), *map(_window, shown)), (say("care.written"), *map(_written, shown))]
    sinces = {one.response.since for one in shown}
    since = day_words(sinces.pop()) if len(sinces) == 1 else say("care.first_of_them")
    rows += [
        (_question(asked, item, since), *(_answer(item.code, one) for one in shown)) for item in asked.items
    ]
    rows += [
        (_score_name(asked, name), *(_score(one.response, name) for one in shown))
        for name in SCORED_FROM[asked.code]
        if len(SCORED_FROM[asked.code][name]) > 1
    ]
    first = 0.4 if len(shown) > 3 else 0.5
    return Table(
        caption=asked.title,
        header=(say("care.question"), *(day_words(one.response.day) for one in shown)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(shown) + 1)),
        widths=(first, *((1 - first) / len(shown) for _ in shown)),
    )


def _question(asked: Instrument, item: Item, since: str) -> str:
    """A question, and the worded ends of its scale where the scale is of numbers."""
    text = item.text.format(since=since)
    if not item.low_words:
        return text
    return say(
        "care.item_ends",
        text=text,
        low=asked.low,
        low_words=item.low_words,
        high=asked.high,
        high_words=item.high_words,
    )


def _answer(item: str, one: _Filled) -> str:
    value = numbers(one.response.answers).get(item)
    return say("care.no_answer") if value is None else str(value)


def _score_name(asked: Instrument, name: str) -> str:
    """A score with its least and most: "Total (0 to 12)"."""
    items = 1 if name == MEAN else len(SCORED_FROM[asked.code][name])
    words = say(f"instrument.score.{name}")
    return say("care.score_range", score=words, low=items * asked.low, high=items * asked.high)


def _score(response: Response, name: str) -> str:
    value = score(response, name)
    if value is None:
        return say("care.no_answer")
    return number_words(value, 0 if value == int(value) and name != MEAN else 1)


def _window(one: _Filled) -> str:
    return period_words(one.response.since, one.response.until)


def _written(one: _Filled) -> str:
    """When it was filled in: late ones, changed ones and those by a helper are marked."""
    words = say(f"instrument.late.{one.lateness}")
    if one.changed:
        words = say("instrument.late_changed", late=words)
    return say("instrument.late_by", late=words, name=one.by) if one.by else words
