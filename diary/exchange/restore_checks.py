"""What must hold between the records of an export before it is written into a diary."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, time
from typing import Any

from diary.models import rules
from diary.models.codes import EntryKind, Noun
from diary.models.measures import BUILT_IN
from diary.models.mentions import ever_there, never_there
from diary.models.nouns import SECTION_OF
from diary.models.plain import NotPlainError, from_plain
from diary.models.records import Area, Entry, Provenance, Setting, Stroke
from diary.storage.reading import DAY_END_SETTING, SELF
from diary.storage.snapshot import Snapshot
from diary.wording import say

SIMPLE = (
    *("settings", "people", "authors", "measures", "given_reports", "redrawings"),
    *SECTION_OF.values(),
)


def check_whole(whole: Snapshot) -> None:
    """NotPlainError names the field of the first record that stands twice, or does not fit the others."""
    known = {change.uid for change in whole.changes}
    _once((f"changes[{at}].uid", one.uid) for at, one in enumerate(whole.changes))
    for section in SIMPLE:
        records = list(enumerate(whole.section(section)))
        _once((f"{section}[{at}].uid", one.uid) for at, one in records)
        _written(((f"{section}[{at}]", one.written) for at, one in records), known)
    _once((f"measures[{at}].code", one.code) for at, one in enumerate(whole.measures))
    _once((f"drafts[{at}].key", one.key) for at, one in enumerate(whole.drafts))
    for at, setting in enumerate(whole.settings):
        _check_setting(setting, f"settings[{at}].value")
    _check_entries(whole.entries, known)
    _check_drawings(whole)
    _check_measures(whole)
    _check_authors(whole)
    _check_life(whole)
    for at, revision in enumerate(whole.revisions):
        for field in ("change", "replaced"):
            if getattr(revision, field) not in known:
                raise NotPlainError(f"revisions[{at}].{field}", "no such change")
    _check_mentions(whole)


def _check_measures(whole: Snapshot) -> None:
    """Every measure satisfies the rules, and every reading is of one that is or was there."""
    for at, measure in enumerate(whole.measures):
        for problem in rules.check(measure, {}, date.max):
            raise NotPlainError(f"measures[{at}].{problem.field}", say(problem.key, **problem.values))
    known = {one.code for one in (*BUILT_IN, *whole.measures)} | _earlier(whole, Noun.MEASURE, "code")
    for at, entry in enumerate(whole.entries):
        for number, reading in enumerate(entry.readings):
            if reading.measure not in known:
                raise NotPlainError(f"entries[{at}].readings[{number}].measure", "no such measure")


def _check_authors(whole: Snapshot) -> None:
    """Who wrote a change or an entry is or was there."""
    known = {SELF, *(one.uid for one in whole.authors)} | _earlier(whole, Noun.AUTHOR, "uid")
    for section in ("changes", "entries"):
        for at, one in enumerate(getattr(whole, section)):
            if one.author not in known:
                raise NotPlainError(f"{section}[{at}].author", "no such author")


def _earlier(whole: Snapshot, noun: Noun, field: str) -> set[str]:
    """What the field of a noun's records said in earlier versions, those of deleted records too."""
    return {json.loads(one.before)[field] for one in whole.revisions if one.noun is noun}


def _check_life(whole: Snapshot) -> None:
    """Treatments, story and plan satisfy the rules; a day ahead may be this computer's clock alone."""
    for section in SECTION_OF.values():
        for at, record in enumerate(whole.section(section)):
            for problem in rules.check(record, {}, date.max):
                raise NotPlainError(f"{section}[{at}].{problem.field}", say(problem.key, **problem.values))


def _check_mentions(whole: Snapshot) -> None:
    """What a record names is in the file too, or was there once: in a revision, or erased for good."""
    sections = ("entries", *SECTION_OF.values())
    live = [one for section in sections for one in whole.section(section)]
    ever = ever_there(live, ((one.noun, one.uid) for one in whole.revisions))
    for section in sections:
        for at, record in enumerate(whole.section(section)):
            for found in never_there(record, ever):
                raise NotPlainError(f"{section}[{at}].{found.field}", f"no such {found.noun}")


def _check_setting(setting: Setting, place: str) -> None:
    try:
        value = json.loads(setting.value)
        if setting.uid == DAY_END_SETTING:
            time.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise NotPlainError(place, "cannot be read") from error


def _check_entries(entries: tuple[Entry, ...], known: set[str]) -> None:
    placed = [(f"entries[{at}]", one) for at, one in enumerate(entries)]
    _once((f"{place}.uid", one.uid) for place, one in placed)
    _once(
        (f"{place}.day", (one.author, one.source.name, one.kind, one.day))
        for place, one in placed
        if one.kind is not EntryKind.MOMENT
    )
    _once(
        (f"{place}.source_key", (one.source.name, one.source_key))
        for place, one in placed
        if one.source_key is not None
    )
    for place, one in placed:
        _once((f"{place}.readings[{at}].measure", r.measure) for at, r in enumerate(one.readings))
        for at, area in enumerate(one.areas):
            _once((f"{place}.areas[{at}].regions[{n}]", r.region) for n, r in enumerate(area.regions))
        _written(_provenances(place, one), known)
    for part in ("areas", "sleep"):
        _once(
            (f"{place}.{part}[{at}].uid", piece.uid)
            for place, one in placed
            for at, piece in enumerate(getattr(one, part))
        )


def _check_drawings(whole: Snapshot) -> None:
    """Every stroke satisfies the rules: a figure may be drawn of what was restored."""
    for section in ("entries", "redrawings"):
        for at, record in enumerate(getattr(whole, section)):
            _check_areas(record.areas, f"{section}[{at}]")
    for at, revision in enumerate(whole.revisions):
        _check_plain_strokes(json.loads(revision.before), f"revisions[{at}].before")
    for at, draft in enumerate(whole.drafts):
        try:
            typed = json.loads(draft.content)
        except ValueError:
            continue  # typed text that no form reads is kept as it is
        _check_plain_strokes(typed, f"drafts[{at}].content")


def _check_areas(areas: Iterable[Area], place: str) -> None:
    for at, area in enumerate(areas):
        for number, stroke in enumerate(area.strokes):
            _check_stroke(stroke, f"{place}.areas[{at}].strokes[{number}]")


def _check_plain_strokes(plain: Any, place: str) -> None:
    """The strokes that stand anywhere in JSON values: places are called areas in one, places in another."""
    if isinstance(plain, list):
        for at, one in enumerate(plain):
            _check_plain_strokes(one, f"{place}[{at}]")
    elif isinstance(plain, dict):
        for name, value in plain.items():
            if name != "strokes" or not isinstance(value, list):
                _check_plain_strokes(value, f"{place}.{name}")
                continue
            for at, one in enumerate(value):
                where = f"{place}.strokes[{at}]"
                _check_stroke(from_plain(Stroke, one, where), where)


def _check_stroke(stroke: Stroke, place: str) -> None:
    for problem in rules.check_stroke(stroke):
        raise NotPlainError(place, say(problem.key, **problem.values))


def _provenances(place: str, entry: Entry) -> Iterator[tuple[str, Provenance | None]]:
    yield place, entry.written
    for part in ("readings", "areas", "sleep"):
        for at, one in enumerate(getattr(entry, part)):
            yield f"{place}.{part}[{at}]", one.written


def _written(found: Iterable[tuple[str, Provenance | None]], known: set[str]) -> None:
    for place, written in found:
        if written is None:
            raise NotPlainError(f"{place}.written", "missing")
        for field in ("first", "last"):
            if getattr(written, field) not in known:
                raise NotPlainError(f"{place}.written.{field}", "no such change")


def _once(found: Iterable[tuple[str, Hashable]]) -> None:
    seen: set[Hashable] = set()
    for place, key in found:
        if key in seen:
            raise NotPlainError(place, "stands twice")
        seen.add(key)
