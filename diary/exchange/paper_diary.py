"""The diary on paper: one blank page for seven days, asking what the diary asks, to be typed in later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from diary import __version__
from diary.charts.palette import load
from diary.exchange.letters import clean
from diary.exchange.report.words import and_more, shortened
from diary.exchange.typst_setting import PAPERS, set_paper
from diary.models.codes import MeasureKind, Quality
from diary.models.measures import BY_CODE
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.models.moments import Moment
    from diary.models.records import Measure

TEMPLATE = "report/paper.typ"
DAYS = 7
MOST_ROWS = 17
"""Rows that leave room for the body on one page of either size."""

LETTERS = "ABCDEF"
"""How the places on the paper are called."""

TYPED_KINDS = (
    *(MeasureKind.SCALE, MeasureKind.COUNT, MeasureKind.MINUTES),
    *(MeasureKind.YES_NO, MeasureKind.NUMBER),
)
"""What a cell of the paper takes: a number, a length of time, or yes and no."""

MOST_LABEL = 44
"""Letters of a name on the paper."""

MOST_END = 30
"""Letters of what stands at an end of a scale."""

NAMED = 4
"""Measures without a row that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One line of the paper: what is asked, and how it is written down."""

    label: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDiary:
    """All that the blank page says."""

    title: str
    about: str
    date: str
    rows: tuple[PaperRow, ...]
    left_out: str
    where: str
    where_about: str
    letters: tuple[str, ...]
    header: tuple[str, ...]
    words: str
    medicines: str
    notes: str
    limits: str
    days: int = DAYS
    language: str = "en"
    paper: str = "a4"


def paper_diary(measures: Sequence[Measure], *, planned: bool, paper: str = "a4") -> PaperDiary:
    """The page that asks these measures; `planned`: whether medicines of every day are asked too."""
    asked = [one for one in measures if one.kind in TYPED_KINDS]
    shown = asked[: MOST_ROWS - 2 if planned else MOST_ROWS - 1]
    rows = [PaperRow(label=_label(one), how=_how(one)) for one in shown]
    rows += [PaperRow(label=say("blank.planned"), how=say("blank.yes_no"))] if planned else []
    rows.append(PaperRow(label=say("blank.nothing_hurts"), how=say("blank.tick")))
    more = [_label(one) for one in asked[len(shown) :]]
    qualities = ", ".join(say(f"quality.{one}").lower() for one in Quality)
    return clean(
        PaperDiary(
            title=say("blank.title"),
            about=say("blank.about"),
            date=say("blank.date"),
            rows=tuple(rows),
            left_out=say("blank.left_out", names=and_more(more[:NAMED], len(more) - NAMED)) if more else "",
            where=say("blank.where"),
            where_about=say("blank.where_about"),
            letters=tuple(LETTERS),
            header=tuple(say(f"blank.column.{name}") for name in ("place", "days", "worst", "feels")),
            words=say("blank.words", words=qualities),
            medicines=say("blank.medicines"),
            notes=say("blank.notes"),
            limits=say("blank.limits"),
            paper=paper,
        )
    )


def pdf(found: PaperDiary, made: Moment) -> bytes:
    """The page as an accessible PDF (PDF/UA-1, tagged)."""
    return set_paper(TEMPLATE, _plain(found), made, "pdf")


def pictures(found: PaperDiary, made: Moment, ppi: float) -> list[bytes]:
    """The page as PNG, at `ppi` pixels per inch."""
    return set_paper(TEMPLATE, _plain(found), made, "png", ppi=ppi)


def _label(measure: Measure) -> str:
    return shortened(measure_words(measure.code, {measure.code: measure}, short=False), MOST_LABEL)


def _how(measure: Measure) -> str:
    """How the answer is written: the ends of a scale, the unit of a number."""
    if measure.kind is MeasureKind.YES_NO:
        return say("blank.yes_no")
    if measure.kind is MeasureKind.MINUTES:
        return say("blank.length")
    if measure.kind is MeasureKind.COUNT:
        return say("blank.count")
    if measure.kind is MeasureKind.NUMBER:
        return measure.unit or say("blank.number")
    low, high = _ends(measure)
    return (
        say("blank.scale", low=shortened(low, MOST_END), high=shortened(high, MOST_END))
        if low and high
        else say("blank.scale_bare")
    )


def _ends(measure: Measure) -> tuple[str, str]:
    if measure.code.startswith("pain_"):
        return say("measure.pain.low"), say("measure.pain.high_short")
    if measure.code in BY_CODE:
        return say(f"measure.{measure.code}.low"), say(f"measure.{measure.code}.high")
    return measure.low_words or "", measure.high_words or ""


def _figure() -> str:
    from diary.charts.figure_svg import figure_svg

    views = ("front", "back")
    return figure_svg(views, (), load("print"), height=268, width=262, print_style=True)


def _plain(found: PaperDiary) -> dict[str, object]:
    """The page as the template takes it."""
    return asdict(found) | {
        "paper": PAPERS[found.paper],
        "figure": _figure(),
        "figure_alt": say("blank.figure_alt"),
        "version": say("blank.version", version=__version__),
    }
