"""Links with pain and sleep with their method: the person's questions, and all pairs that were looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import sentences
from diary.wording import say, say_n
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.findings.links import LinkFound, Links
    from diary.models.finding_rows import FindingRows
    from diary.models.records import Measure
    from diary.storage.reading import Reader

    Measures = Mapping[str, Measure]

CODE = "links"

BEFORE = 400
"""So many days before the diary's last are read: the fixed period, and the days before its first."""

COLUMNS = ("factor", "outcome", "lag", "n", "step", "coefficient", "range", "adjusted", "standing")


def read(reader: Reader, asked: Asked) -> FindingRows | None:
    """The rows of the fixed period, whatever days the report has; None in an empty diary."""
    from diary.storage.finding_queries import finding_rows
    from diary.storage.queries import span

    whole = span(reader)
    if whole is None:
        return None
    last = min(whole[1], asked.today)
    return finding_rows(reader, last - timedelta(days=BEFORE), last, today=asked.today)


def part(_rows: ReportRows, _asked: Asked, found: FindingRows | None) -> tuple[AnnexPart | None, Drawings]:
    """What was asked and what was looked at on the screen; None where neither has anything to say."""
    links = None if found is None else links_of(found)
    if found is None or links is None:
        return None, {}
    others = [one for one in links.others if one.key in found.links_seen]
    if not links.questions and not others:
        return None, {}
    measures = found.period.measures
    blocks = [*_about(links), *_questions(links, measures), *_others(links, others, measures)]
    return AnnexPart(code=CODE, title=say("annex.links"), blocks=tuple(blocks)), {}


def links_of(rows: FindingRows) -> Links | None:
    """The links of the fixed period, as Trends works them out."""
    from diary.insight.findings.analysis import fixed_links
    from diary.insight.findings.days import days_of, fixed_period

    days = days_of(rows.period)
    tested = fixed_period(days)
    return None if tested is None else fixed_links(rows, days, tested)


def _about(links: Links) -> list[Block]:
    from diary.charts.link_words import day_words

    data = say("links.how.data", since=day_words(links.since), until=day_words(links.until))
    return [
        Paragraph(words=say("annex.links.no_cause")),
        Paragraph(words=sentences(say("annex.links.fixed"), data, say("links.how.method")), small=True),
    ]


def _questions(links: Links, measures: Measures) -> list[Block]:
    """The person's own questions, each with what came of it."""
    from diary.charts.link_words import day_words, finding_words, question_words

    blocks: list[Block] = [Paragraph(words=say("links.mine"), strong=True)]
    if not links.questions:
        return [*blocks, Paragraph(words=say("links.mine_none"))]
    about = [say_n("annex.links.mine_n", len(links.questions)), say("links.how.mine")]
    blocks.append(Paragraph(words=sentences(*about), small=True))
    for one in links.questions:
        dates = []
        if one.asked is not None and one.seen is not None and one.counted_since is not None:
            days = [day_words(day) for day in (one.asked, one.seen, one.counted_since)]
            dates.append(say("links.asked_seen", day=days[0], seen=days[1], since=days[2]))
        elif one.asked is not None:
            dates.append(say("links.asked", day=day_words(one.asked)))
        if one.ended is not None:
            dates.append(say("links.put_aside_on", day=day_words(one.ended)))
        title = question_words(one.factor, one.outcome, one.lag, measures)
        blocks.append(Paragraph(words=title, strong=True))
        blocks.append(Paragraph(words=sentences(*finding_words(one, measures), _cause(one, measures))))
        blocks.append(Paragraph(words=sentences(*dates, *_p(one)), small=True))
    return blocks


def _cause(one: LinkFound, measures: Measures) -> str:
    from diary.charts.link_words import cause_words

    return cause_words(one, measures) if one.is_called else ""


def _p(one: LinkFound) -> list[str]:
    from diary.charts.link_words import p_words

    if one.p is None or one.adjusted_p is None:
        return []
    return [say("links.how.p", p=p_words(one.p), adjusted=p_words(one.adjusted_p))]


def _others(links: Links, seen: Sequence[LinkFound], measures: Measures) -> list[Block]:
    """All other pairs: how many were looked at, and those that stand out of the ones seen on the screen."""
    from diary.charts.link_words import looked_words

    blocks: list[Block] = [Paragraph(words=say("links.others"), strong=True)]
    if not seen:
        return [*blocks, Paragraph(words=say("annex.links.unseen"))]
    blocks.append(Paragraph(words=sentences(*looked_words(links))))
    unseen = len([one for one in links.others if one.coefficient is not None]) - len(
        [one for one in seen if one.coefficient is not None]
    )
    about = [say("links.how.other"), say("annex.links.seen")]
    if unseen > 0:
        about.append(say_n("annex.links.some_unseen", unseen))
    blocks.append(Paragraph(words=sentences(*about), small=True))
    called = sorted((one for one in seen if one.is_called), key=_order)
    if called:
        rows = tuple(_row(one, measures) for one in called)
        header = tuple(say(f"links.column.{one}") for one in COLUMNS)
        caption = say_n("annex.links.called", len(called), of=links.other.tested)
        blocks.append(
            Table(caption=caption, header=header, rows=rows, widths=(2, 1.2, 1.2, 1, 1.5, 1.2, 1.5, 1.2, 1.2))
        )
    return blocks


def _order(one: LinkFound) -> tuple[str, str, int]:
    return one.outcome, one.factor, one.lag


def _row(one: LinkFound, measures: Measures) -> tuple[str, ...]:
    from diary.charts.forest_picture import lag_words, step_words
    from diary.charts.link_words import outcome_words, p_words, plus_minus

    outcome = outcome_words(one.outcome, measures)
    size, low, high = (
        say("annex.absent") if value is None else plus_minus(one.outcome, value)
        for value in (one.coefficient, one.low, one.high)
    )
    return (
        measure_words(one.factor, measures),
        outcome[:1].upper() + outcome[1:],
        lag_words(one.outcome, one.lag),
        str(one.n),
        step_words(one),
        size,
        say("links.cell.range", low=low, high=high),
        say("annex.absent") if one.adjusted_p is None else p_words(one.adjusted_p),
        say(f"links.standing.{one.standing}"),
    )
