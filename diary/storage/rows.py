"""Records as table rows and back; change uids stand in records, change row numbers in rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from diary.models.codes import (
    AuthorRole,
    Depth,
    Direction,
    EntryKind,
    Group,
    Limb,
    MeasureKind,
    SourceKind,
    StrokeMode,
    TouchedBy,
    Verb,
)
from diary.models.moments import Moment
from diary.models.nouns import PLAIN
from diary.models.packing import pack, unpack
from diary.models.plain import from_plain, to_plain
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Author,
    Change,
    Entry,
    GivenReport,
    Measure,
    Person,
    Provenance,
    Reading,
    Record,
    Redrawing,
    Setting,
    SleepPiece,
    Source,
    Stroke,
)
from diary.models.rules import check_stroke
from diary.storage.plain_rows import Row, plain_row
from diary.wording import say


def text_of(value: object | None) -> str | None:
    """The column text of a date, moment or code; None stays None."""
    return None if value is None else str(value)


def moment_of(text: str | None) -> Moment | None:
    """The moment in a column, None where there is none."""
    return None if text is None else Moment.parse(text)


def source_row(source: Source) -> Row:
    """The three source columns."""
    return {"source_kind": str(source.kind), "source_name": source.name, "source_hash": source.file_hash}


def source_of(row: Any) -> Source:
    """The source in a row's three columns."""
    return Source(kind=SourceKind(row.source_kind), name=row.source_name, file_hash=row.source_hash)


def change_row(change: Change) -> Row:
    """A change as a row without its number."""
    return {
        "uid": change.uid,
        "at": str(change.at),
        "day": str(change.day),
        "clock_ok": change.clock_ok,
        "author": change.author,
        **source_row(change.source),
        "app_version": change.app_version,
        "verb": str(change.verb),
        "reason": change.reason,
    }


def change_of(row: Any) -> Change:
    """The change in a row."""
    return Change(
        uid=row.uid,
        at=Moment.parse(row.at),
        day=date.fromisoformat(row.day),
        clock_ok=bool(row.clock_ok),
        author=row.author,
        source=source_of(row),
        app_version=row.app_version,
        verb=Verb(row.verb),
        reason=row.reason,
    )


def entry_row(entry: Entry) -> Row:
    """An entry's own columns, without its lists and changes."""
    return {
        "uid": entry.uid,
        "kind": str(entry.kind),
        "day": str(entry.day),
        "author": entry.author,
        **source_row(entry.source),
        "source_key": entry.source_key,
        "at": text_of(entry.at),
        "note": entry.note,
        "asked": json.dumps(entry.asked, separators=(",", ":")),
        "until": text_of(entry.until),
        "doing": entry.doing,
        "helped": entry.helped,
    }


def entry_of(row: Any, written: Provenance, lists: Mapping[str, Any]) -> Entry:
    """The entry in a row; `lists` holds answered, readings, areas and sleep as the record has them."""
    return Entry(
        uid=row.uid,
        kind=EntryKind(row.kind),
        day=date.fromisoformat(row.day),
        author=row.author,
        source=source_of(row),
        source_key=row.source_key,
        at=moment_of(row.at),
        note=row.note,
        asked=tuple(json.loads(row.asked)),
        until=moment_of(row.until),
        doing=row.doing,
        helped=row.helped,
        written=written,
        **lists,
    )


def reading_row(reading: Reading) -> Row:
    """A reading's columns, without entry and changes."""
    return {
        "measure": reading.measure,
        "value": reading.value,
        "text": reading.text,
        "wording": reading.wording,
        "original": reading.original,
        "original_unit": reading.original_unit,
        "source_key": reading.source_key,
    }


def reading_of(row: Any, written: Provenance) -> Reading:
    """The reading in a row."""
    return Reading(
        measure=row.measure,
        value=row.value,
        text=row.text,
        wording=row.wording,
        original=row.original,
        original_unit=row.original_unit,
        source_key=row.source_key,
        written=written,
    )


def area_row(area: Area) -> Row:
    """An area's own columns, without entry, position and changes."""
    return {
        "uid": area.uid,
        "severity": area.severity,
        "depth": text_of(area.depth),
        "limb": str(area.limb),
        "at": text_of(area.at),
        "figure_version": area.figure_version,
        "grid_version": area.grid_version,
        "site": area.site,
    }


def area_of(
    row: Any, written: Provenance, qualities: Sequence[Any], regions: Sequence[Any], strokes: Sequence[Any]
) -> Area:
    """The area in a row with the rows of its qualities, regions and strokes, in order."""
    return Area(
        uid=row.uid,
        severity=row.severity,
        depth=None if row.depth is None else Depth(row.depth),
        limb=Limb(row.limb),
        at=moment_of(row.at),
        figure_version=row.figure_version,
        grid_version=row.grid_version,
        site=row.site,
        qualities=tuple(_quality_of(one) for one in qualities),
        regions=tuple(AreaRegion(region=one.region, coverage=one.coverage) for one in regions),
        strokes=tuple(_stroke_of(one) for one in strokes),
        written=written,
    )


def _quality_of(row: Any) -> AreaQuality:
    what = tuple(TouchedBy(one) for one in json.loads(row.what))
    return AreaQuality(code=row.code, own_word=row.own_word, strength=row.strength, what=what)


def stroke_row(stroke: Stroke) -> Row:
    """A stroke's columns, without area and position."""
    return {
        "view": stroke.view,
        "mode": str(stroke.mode),
        "radius": stroke.radius,
        "points": pack(stroke.points),
    }


class StrokeError(ValueError):
    """A row of a drawing that holds no stroke."""


def _stroke_of(row: Any) -> Stroke:
    """The stroke in a row; StrokeError also where it could not be drawn."""
    try:
        mode, points = StrokeMode(row.mode), unpack(row.points)
        stroke = Stroke(view=row.view, mode=mode, radius=row.radius, points=points)
        problem = next(check_stroke(stroke), None)
    except (ValueError, TypeError) as error:
        raise StrokeError(str(error)) from error
    if problem is not None:
        raise StrokeError(say(problem.key, **problem.values))
    return stroke


def sleep_row(piece: SleepPiece) -> Row:
    """A sleep piece's columns, without entry, position and changes."""
    return {
        "uid": piece.uid,
        "bed": text_of(piece.bed),
        "asleep": text_of(piece.asleep),
        "awake": text_of(piece.awake),
        "up": text_of(piece.up),
        "asleep_min": piece.asleep_min,
        "nap": piece.nap,
        "source_key": piece.source_key,
    }


def sleep_of(row: Any, written: Provenance) -> SleepPiece:
    """The sleep piece in a row."""
    return SleepPiece(
        uid=row.uid,
        bed=moment_of(row.bed),
        asleep=moment_of(row.asleep),
        awake=moment_of(row.awake),
        up=moment_of(row.up),
        asleep_min=row.asleep_min,
        nap=bool(row.nap),
        source_key=row.source_key,
        written=written,
    )


def measure_of(row: Any, written: Provenance) -> Measure:
    """The measure in a row."""
    return Measure(
        uid=row.uid,
        code=row.code,
        kind=MeasureKind(row.kind),
        kept_in=EntryKind(row.kept_in),
        group=Group(row.group),
        direction=Direction(row.direction),
        unit=row.unit,
        low=row.low,
        high=row.high,
        label=row.label,
        wording=row.wording,
        position=row.position,
        hidden=bool(row.hidden),
        low_words=row.low_words,
        high_words=row.high_words,
        choices=tuple(json.loads(row.choices)),
        source=source_of(row),
        written=written,
    )


def person_of(row: Any, written: Provenance) -> Person:
    """The person in a row."""
    born = None if row.born is None else date.fromisoformat(row.born)
    return Person(uid=row.uid, name=row.name, born=born, note=row.note, written=written)


def author_of(row: Any, written: Provenance) -> Author:
    """The author in a row."""
    return Author(uid=row.uid, role=AuthorRole(row.role), name=row.name, written=written)


def setting_of(row: Any, written: Provenance) -> Setting:
    """The setting in a row."""
    return Setting(uid=row.uid, value=row.value, written=written)


def given_report_of(row: Any, written: Provenance) -> GivenReport:
    """The given report in a row."""
    return GivenReport(
        uid=row.uid,
        given=Moment.parse(row.given),
        since=date.fromisoformat(row.since),
        until=date.fromisoformat(row.until),
        to=row.to,
        choices=json.loads(row.choices),
        content_hash=row.content_hash,
        pdf=row.pdf,
        written=written,
    )


def redrawing_of(row: Any, written: Provenance) -> Redrawing:
    """The redrawing in a row."""
    areas = json.loads(row.areas)
    return Redrawing(
        uid=row.uid,
        drawn=Moment.parse(row.drawn),
        day=date.fromisoformat(row.day),
        entry=row.entry,
        areas=tuple(from_plain(Area, one, f"areas[{at}]") for at, one in enumerate(areas)),
        agreement=row.agreement,
        first_pct=row.first_pct,
        again_pct=row.again_pct,
        written=written,
    )


def simple_row(record: Record) -> Row:
    """The columns of a record other than an entry, without its changes."""
    if record.noun in PLAIN:
        return plain_row(record)
    if isinstance(record, Measure):
        return _measure_row(record)
    if isinstance(record, Person):
        return {
            "uid": record.uid,
            "name": record.name,
            "born": text_of(record.born),
            "note": record.note,
        }
    if isinstance(record, Author):
        return {"uid": record.uid, "role": str(record.role), "name": record.name}
    if isinstance(record, Setting):
        return {"uid": record.uid, "value": record.value}
    if isinstance(record, Redrawing):
        return _redrawing_row(record)
    assert isinstance(record, GivenReport)  # an entry has lists
    return {
        "uid": record.uid,
        "given": str(record.given),
        "since": str(record.since),
        "until": str(record.until),
        "to": record.to,
        "choices": json.dumps(record.choices, ensure_ascii=False, sort_keys=True),
        "content_hash": record.content_hash,
        "pdf": record.pdf,
    }


def _redrawing_row(record: Redrawing) -> Row:
    return {
        "uid": record.uid,
        "drawn": str(record.drawn),
        "day": str(record.day),
        "entry": record.entry,
        "areas": json.dumps(
            to_plain(record.areas), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ),
        "agreement": record.agreement,
        "first_pct": record.first_pct,
        "again_pct": record.again_pct,
    }


def _measure_row(record: Measure) -> Row:
    return {
        "uid": record.uid,
        "code": record.code,
        "kind": str(record.kind),
        "kept_in": str(record.kept_in),
        "group": str(record.group),
        "direction": str(record.direction),
        "unit": record.unit,
        "low": record.low,
        "high": record.high,
        "label": record.label,
        "wording": record.wording,
        "position": record.position,
        "hidden": record.hidden,
        "low_words": record.low_words,
        "high_words": record.high_words,
        "choices": json.dumps(record.choices, ensure_ascii=False, separators=(",", ":")),
        **source_row(record.source),
    }
