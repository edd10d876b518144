"""How a drawing compares with textbook nerve areas: only where it was switched on; it is no diagnosis."""

from __future__ import annotations

import json
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from diary.anatomy.overlap import LEAST_ALONE, compared
from diary.anatomy.regions import all_regions
from diary.anatomy.territories import SIGNED_BY, AreaKind, table
from diary.exchange.privacy import shown_areas
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Paragraph
from diary.exchange.report.words import period_words
from diary.insight.series import MEMORY
from diary.models.codes import Limb, Quality
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.anatomy.overlap import Compared, Overlap
    from diary.exchange.report.data import Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.views import AreaRow
    from diary.storage.reading import Reader

NERVE_AREAS = "nerve_areas"
"""The diary's setting: true where the comparison is switched on, which it is not by itself."""

LAST_DAYS = 28
"""The drawing is that of so many days at the end of the report."""

LEAST_PERCENT = 30
"""A region belongs to the drawing from this share of the marked days on."""

LAYERS: dict[str, frozenset[str]] = {
    "pain": frozenset(),
    "numbness": frozenset((Quality.NUMBNESS,)),
    "tingling": frozenset((Quality.TINGLING, Quality.PRICKLING)),
}
"""What is compared by itself, and the qualities of it; pain is every place with a severity above 0."""


def nerve_areas_on(reader: Reader) -> bool:
    """Whether the comparison is switched on in this diary."""
    from diary.storage.reading import settings

    kept = settings(reader).get(NERVE_AREAS)
    try:
        return kept is not None and json.loads(kept.value) is True
    except ValueError:
        return False  # which `check` tells of


def read(reader: Reader, asked: Asked) -> bool:  # noqa: ARG001  # as every part of the annex has it
    """Whether it is switched on."""
    return nerve_areas_on(reader)


def part(rows: ReportRows, asked: Asked, found: bool | None) -> tuple[AnnexPart | None, Drawings]:
    """The comparison, layer by layer; None where it is off or nothing was marked."""
    if not found:
        return None, {}
    since, until = max(asked.since.toordinal(), asked.until.toordinal() - LAST_DAYS + 1), asked.until
    private = asked.choices.with_private
    marked = [
        row
        for row in shown_areas(rows.period.areas, private_places=private)
        if since <= row.day <= until.toordinal() and row.lateness != MEMORY and row.regions
    ]
    layers = [block for layer in LAYERS for block in _layer(layer, marked)]
    if not layers:
        return None, {}
    period = period_words(date.fromordinal(since), until)
    missing = any(row.limb == Limb.MISSING for row in marked)
    blocks = [
        *([] if SIGNED_BY else [Paragraph(words=say("nerve.unsigned", version=table().version))]),
        Paragraph(words=say("nerve.drawing", percent=LEAST_PERCENT, period=period), small=True),
        Paragraph(words=say("nerve.alone", n=LEAST_ALONE), small=True),
        *([Paragraph(words=say("nerve.missing"), small=True)] if missing else []),
        *layers,
        Paragraph(words=say("nerve.footer")),
    ]
    return AnnexPart(code=Annex.NERVES, title=say("nerve.title"), blocks=tuple(blocks)), {}


def _layer(layer: str, marked: Iterable[AreaRow]) -> Iterator[Paragraph]:
    """The heading of a layer, its regions, and a line for each area; nothing where it was not marked."""
    ours = [row for row in marked if row.limb != Limb.MISSING and _is_of(layer, row)]
    days = len({row.day for row in ours})
    if not days:
        return
    yield Paragraph(words=say_n(f"nerve.layer.{layer}", days), strong=True)
    drawn = drawing(ours)
    if not drawn:
        yield Paragraph(words=say("nerve.few", percent=LEAST_PERCENT))
        return
    names = _in_a_row([region.label for region in all_regions().values() if region.id in drawn])
    yield Paragraph(words=say("nerve.regions", names=names), small=True)
    pieces = compared(drawn, is_pain=layer == "pain")
    lines = [line for piece in _told_once(pieces) for line in _lines(piece, alone=len(pieces) == 1)]
    if not pieces:
        lines = [say("nerve.only_joints")]
    yield from (Paragraph(words=line) for line in lines or [say("nerve.none")])


def _is_of(layer: str, row: AreaRow) -> bool:
    """Whether a place belongs to a layer."""
    return bool(row.severity) if layer == "pain" else not LAYERS[layer].isdisjoint(row.qualities)


def drawing(rows: Sequence[AreaRow]) -> frozenset[str]:
    """The regions marked on `LEAST_PERCENT` % or more of the days on which any was; unknown ones are out."""
    days: dict[str, set[int]] = {}
    for row in rows:
        for region, _ in row.regions:
            days.setdefault(region, set()).add(row.day)
    least = LEAST_PERCENT * len({row.day for row in rows})
    return frozenset(one for one, on in days.items() if 100 * len(on) >= least and one in all_regions())


def _told_once(pieces: Sequence[Compared]) -> Iterator[Compared]:
    """The parts with areas; the whole drawing only where it fits others than its parts do."""
    told: frozenset[str] = frozenset()
    for piece in pieces:
        if piece.areas - told:
            yield piece
        told |= piece.areas


def _lines(piece: Compared, *, alone: bool) -> Iterator[str]:
    """A line for each area that was found, then what else looks like these on a map, if anything does."""
    for kind, many in piece.found.items():
        for one in many:
            line = _line(one, kind)
            name = say(f"nerve.part.{piece.part or 'all'}")
            yield line if alone else say("nerve.in_part", part=name, line=line)
    known = table()
    alike = {other for one in piece.areas for other in known.alike.get(one, ())}
    if others := sorted(alike - piece.areas):
        yield say("nerve.look_alike", areas=_in_a_row([known.areas[one].label for one in others]))
    if alike or any(len(many) > 1 for many in piece.found.values()):
        yield say("nerve.tie")


def _line(one: Overlap, kind: AreaKind) -> str:
    key = "nerve.inside_pattern" if kind is AreaKind.PATTERN else "nerve.inside"
    inside = say_n(key, one.drawn, inside=one.inside, area=one.area.label)
    return say("nerve.line", inside=inside, marked=say_n("nerve.marked", one.listed, inside=one.inside))


def _in_a_row(names: Iterable[str]) -> str:
    return reduce(lambda first, rest: say("nerve.names", first=first, rest=rest), names)
