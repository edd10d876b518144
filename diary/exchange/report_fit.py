"""What is left out when a report does not fit its page, in which order, and the sentence that says so."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from diary.exchange.report.words import and_more, shortened
from diary.exchange.report_data import NoteLine, OtherLine, ReportData
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTE_LENGTHS = (280, 140)
"""Letters a note keeps when notes are shortened."""

CHART, LOW_CHART = "pain", "pain_low"
"""The chart of pain as it is, and a lower one that leaves room for notes."""

NAMED_OTHERS, NAME_LENGTH = 4, 40
"""How many measures without a place are named, and letters of each name."""

MOST_OTHERS = 10
MOST_PLACES = 5
MOST_QUALITIES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How much of a report is set: numbers of lines kept; letters of each note (None: all)."""

    notes: int
    letters: int | None
    places: int
    qualities: int
    others: int
    extras: bool = True
    chart: str = CHART


def levels(data: ReportData) -> list[Level]:
    """From everything to the least; the chart's height and notes give way first, then rare lines."""
    there = len(data.notes.lines)
    places = min(len(data.where.places), MOST_PLACES)
    qualities = min(len(data.qualities.lines), MOST_QUALITIES)
    others = min(len(data.others.lines), MOST_OTHERS)
    fewer = [count for count in (12, 8, 6, 4, 3, 2, 1) if count < there]
    steps: list[tuple[int, int | None]] = [(there, None), *((there, most) for most in NOTE_LENGTHS)]
    steps += [(count, NOTE_LENGTHS[-1]) for count in fewer]
    full = Level(notes=there, letters=None, places=places, qualities=qualities, others=others)
    found = [full]
    if data.others.extras:
        full = replace(full, extras=False)
        found.append(full)
    if there:
        found += [replace(full, notes=kept, letters=most, chart=LOW_CHART) for kept, most in steps]
        found.append(replace(full, notes=0))
    for most in (6, 4, 3):
        fewer_others = min(others, MOST_OTHERS if most > 4 else MOST_OTHERS // 2)
        found.append(
            replace(
                full,
                notes=0,
                places=min(places, most),
                qualities=min(qualities, most),
                others=fewer_others,
                chart=LOW_CHART if there else CHART,
            )
        )
    return found


def plain_levels(data: ReportData) -> list[dict[str, Any]]:
    """The levels as the template takes them, words of what was left out included."""
    return [_plain(data, level) for level in levels(data)]


def _plain(data: ReportData, level: Level) -> dict[str, Any]:
    shown = [_cut(line, level.letters) for line in data.notes.lines[: level.notes]]
    cut = sum(
        len(new.text) < len(" ".join(old.text.split()))
        for new, old in zip(shown, data.notes.lines, strict=False)
    )
    places = data.where.places[: level.places]
    qualities = data.qualities.lines[: level.qualities]
    return {
        "notes": [asdict(line) for line in shown],
        "left_out": _left_out(len(data.notes.lines) - len(shown), cut),
        "places": [asdict(line) for line in places],
        "more_places": _more("report.more_places", len(data.where.places) - len(places)),
        "qualities": [asdict(line) for line in qualities],
        "qualities_note": _joined(
            data.qualities.note, _more("report.more_qualities", len(data.qualities.lines) - len(qualities))
        ),
        "chart": level.chart,
        "others": [asdict(line) for line in data.others.lines[: level.others]],
        "more_others": _joined(data.others.about, _more_others(data.others.lines[level.others :])),
        "extras": data.others.extras if level.extras else "",
    }


def _more_others(lines: Sequence[OtherLine]) -> str:
    """The names of the measures that have no place on the page."""
    if not lines:
        return ""
    names = [shortened(line.label, NAME_LENGTH) for line in lines[:NAMED_OTHERS]]
    return say("report.more_others", names=and_more(names, len(lines) - len(names)))


def _cut(line: NoteLine, letters: int | None) -> NoteLine:
    if letters is None:
        return line
    return NoteLine(when=line.when, text=shortened(" ".join(line.text.split()), letters))



def _left_out(missing: int, shortened_count: int) -> str:
    return _joined(_more("report.notes_left_out", missing), _more("report.notes_shortened", shortened_count))


def _more(key: str, count: int) -> str:
    return say_n(key, count) if count > 0 else ""


def _joined(one: str, other: str) -> str:
    return say("report.two_sentences", one=one, other=other) if one and other else one or other
