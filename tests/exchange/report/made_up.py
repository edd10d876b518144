"""Reports made up by hand: ordinary, empty, and longer than anybody's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diary.exchange.letters import clean
from diary.exchange.report.data import (
    AnnexPart,
    BigNumber,
    Figure,
    Function,
    Head,
    Line,
    Lines,
    Note,
    NowBefore,
    PageOne,
    Paragraph,
    Picture,
    Report,
    ReportData,
    Sample,
    Side,
    SmallLine,
    Table,
    Trend,
    Where,
)
from diary.models.moments import Moment

MADE = Moment.parse("2026-11-20T19:05:00+01:00[Europe/Berlin]")

LONG = "Maximiliane von und zu Hohenlohe " * 10
SCRIPTS = (
    "كان الألم شديدًا بعد المشي",
    "הכאב היה חזק היום, 7 מתוך 10",
    "😀🔥🦶🏽 burning feet",
    "W" * 300,
    LONG,
    "*bold* #panic() $x$ = heading @n",
)


def svg(width: float, height: float, words: str = "") -> str:
    """A box with words in it."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}">'
    box = f'<rect width="{width:g}" height="{height:g}" fill="#ddd"/>'
    return f'{head}{box}<text x="9" y="20" font-size="10">{words}</text></svg>'


def picture(
    key: str, width: float, height: float, alt: str = "Pain on average 5.4; 52 of 82 days."
) -> Picture:
    """A picture of a size."""
    return Picture(key=key, alt=alt, width=width, height=height)


def lines(title: str, count: int, words: str = "words of line", *, head: str = "Head") -> Lines:
    """So many lines, the last ones the first to give way."""
    told = tuple(
        Line(head=f"{head} {at}" if head else "", note="since 14 Sep", words=f"{words} {at}", rank=at)
        for at in range(count)
    )
    return Lines(title=title, lines=told)


def page_one(count: int = 4, words: str = "words of line", head: str = "Head") -> PageOne:
    """A page with `count` lines in every list."""
    small = tuple(
        SmallLine(
            label=f"{head} {at}",
            number="5.3",
            was="was 6.3",
            note="11 of 13 weeks",
            picture=picture("small", 160, 26) if at % 2 else None,
            rank=at,
        )
        for at in range(count)
    )
    return PageOne(
        head=Head(title="Pain diary report", period="25 Aug to 22 Nov 2026", length="90 days", who=("Anna",)),
        since=lines("Since then:", count, words, head=""),
        complete=lines("How complete:", max(count, 1), "Day entry on 5 of 9 days.", head=""),
        now_before=NowBefore(
            title="Pain now against before",
            note="last 4 weeks (25 of 28 days), was: 4 weeks before the block (18 of 28 days)",
            numbers=tuple(
                BigNumber(label="Average pain", number="4.9", after="was 5.6", notes=("13 % lower",))
                for _ in range(3)
            ),
        ),
        trend=Trend(
            title="Pain over time",
            caption="Line: daily average.",
            picture=picture("trend", 527, 190),
            low=picture("trend.low", 527, 140),
        ),
        where=Where(
            title="Where it hurts",
            sides=(
                Side(title="Before", days="22 Sep to 19 Oct", picture=picture("before", 150, 175)),
                Side(title="Now", days="26 Oct to 22 Nov", picture=picture("now", 150, 175)),
            ),
            legend=(Sample(code="burning", words="burning"),),
            caption="R and L: the person's own.",
            places=lines("Places", count, words, head=head),
        ),
        helped=lines("What helped, what did not", count, words, head=head),
        tried=lines("Tried before", count, words, head=head),
        function=Function(title="Sleep, mood and function", lines=small),
        conditions=lines("Conditions, as told", count, words, head=head),
        questions=lines("My questions", count, words, head=""),
        limits=("Written by the person; not a diagnosis and not a medical device.",),
    )


DRAWINGS = {
    "trend": lambda: svg(527, 190, "Pregabalin 300 mg/day"),
    "trend.low": lambda: svg(527, 140, "Pregabalin 300 mg/day"),
    "before": lambda: svg(150, 175, "R L 7"),
    "now": lambda: svg(150, 175, "R L 6"),
    "small": lambda: svg(160, 26),
    "pattern.burning": lambda: svg(36, 24),
    "annex": lambda: svg(520, 200, "annex"),
}


def annex() -> tuple[AnnexPart, ...]:
    """An annex with every kind of block."""
    rows = tuple((f"Row {at}", "words", str(at)) for at in range(70))
    return (
        AnnexPart(
            code="treatments",
            title="Treatments",
            blocks=(
                Paragraph(words="Every step of a dose."),
                Paragraph(words="Doses", strong=True),
                Table(caption="Steps", header=("Name", "What", "Number"), rows=rows, numeric=(2,)),
                Figure(picture=picture("annex", 520, 200), caption="Line: daily average."),
                Note(when="20 Nov 2026, written later", words=SCRIPTS[0]),
                Paragraph(words="How it is counted.", small=True),
            ),
        ),
    )


def report(page: PageOne | None = None, **fields: Any) -> Report:
    """A report with that page."""
    data = ReportData(
        language="en",
        paper="a4",
        large_print=False,
        since="2026-08-25",
        until="2026-11-22",
        page=page or page_one(),
    )
    return Report(data=clean(replace(data, **fields)), drawings=DRAWINGS)


def empty_page() -> PageOne:
    """A page with nothing to say beyond that there is no entry."""
    return PageOne(
        head=Head(title="Pain diary report", period="25 Aug to 22 Nov 2026", length="90 days"),
        since=None,
        complete=Lines(title="How complete:", none="No entry in this period."),
        now_before=NowBefore(title="Pain now against before", note="", none="No pain numbers."),
        trend=Trend(title="Pain over time", caption="No pain numbers in this period."),
        where=None,
        helped=None,
        tried=None,
        function=None,
        conditions=None,
        questions=None,
        limits=("Not a diagnosis.",),
    )
