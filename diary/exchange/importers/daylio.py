"""Daylio's CSV export: each row one moment with its mood, activities, scales and note."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from diary.errors import DiaryError
from diary.exchange.importers.daylio_words import (
    Amount,
    amount,
    code_of,
    mood_numbers,
    parts,
    plain_note,
    scales,
    time_of_day,
)
from diary.exchange.importers.found import Found, Surroundings, Unreadable
from diary.models.codes import Direction, EntryKind, Group, MeasureKind, SourceKind
from diary.models.moments import Moment, day_of
from diary.models.records import Entry, Measure, Reading, Source
from diary.wording import say

SOURCE = Source(kind=SourceKind.APP, name="Daylio")

NEEDED = ("full_date", "time", "mood")
OTHERS = ("activities", "scales", "note_title", "note")

MOOD = "daylio.mood"

EARLIEST_YEAR = 1900

csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    at: datetime
    cells: dict[str, str]


def recognises(data: bytes) -> bool:
    """Whether a file begins like a Daylio export, with or without a byte order mark."""
    first = data[:4000].removeprefix(b"\xef\xbb\xbf").lstrip().splitlines()
    names = {name.strip(' "') for name in first[0].decode("utf-8", "replace").split(",")} if first else set()
    return names >= {"full_date", "mood"}


def read(data: bytes, around: Surroundings) -> Found:
    """The moments in an export's bytes; DiaryError where it is no export of Daylio's."""
    unreadable: list[Unreadable] = []
    rows, repeated = _once(_rows(data, around, unreadable))
    numbers = mood_numbers(row.cells["mood"] for row in rows)
    measures = _Measures(dict(around.measures))
    measures.learn_scales(row.cells["scales"] for row in rows)
    met: Counter[str] = Counter()
    entries = []
    for row in reversed(rows):  # the oldest first, so that a row added later leaves the others' keys alone
        key = row.at.isoformat(timespec="minutes")
        met[key] += 1
        own_key = key if met[key] == 1 else f"{key}#{met[key]}"
        entries.append(_entry(row, own_key, numbers, measures, around))
    entries.sort(key=lambda entry: (entry.day, entry.source_key or ""))
    return Found(
        entries=tuple(entries),
        measures=tuple(one for code, one in measures.known.items() if code not in around.measures),
        unreadable=tuple(unreadable),
        repeated=repeated,
    )


def _rows(data: bytes, around: Surroundings, unreadable: list[Unreadable]) -> Iterator[_Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refusal(say("exchange.at_line", line=line, why=say("exchange.not_utf8"))) from error
    lines = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""))
    header: list[str] = []
    before = 0
    try:
        for cells in lines:
            line, before = before + 1, lines.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(cells)
                continue
            try:
                yield _row(line, header, cells, around)
            except ValueError as error:
                unreadable.append(Unreadable(say("import.line", line=line), str(error)))
    except csv.Error as error:
        why = say("exchange.at_line", line=lines.line_num, why=error)
        raise _refusal(why) from error
    if not header:
        raise _refusal(say("import.empty"))


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    if missing := [name for name in NEEDED if name not in names]:
        raise _refusal(say("import.no_column", columns=", ".join(missing)))
    return names


def _refusal(why: str) -> DiaryError:
    what = say("import.cannot_read", source=SOURCE.name, why=why)
    return DiaryError(what, say("error.nothing_changed"), say("import.export_again"))


def _row(line: int, header: list[str], cells: list[str], around: Surroundings) -> _Row:
    found = dict.fromkeys((*NEEDED, *OTHERS), "") | dict(zip(header, cells, strict=False))
    if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
        raise ValueError(say("import.other_length", n=len(cells), columns=len(header)))
    try:
        day = date.fromisoformat(found["full_date"].strip())
        if day.year < EARLIEST_YEAR:
            raise ValueError(day)  # a spreadsheet's or a broken clock's
    except ValueError as error:
        raise ValueError(say("import.no_date", text=found["full_date"])) from error
    try:
        at = datetime.combine(day, time_of_day(found["time"]))
    except ValueError as error:
        raise ValueError(say("import.no_time", text=found["time"])) from error
    if not found["mood"].strip():
        raise ValueError(say("import.no_mood"))
    if day_of(at, around.day_end) > around.today:
        raise ValueError(say("problem.future", day=day))
    return _Row(line, at, found)


def _once(rows: Iterator[_Row]) -> tuple[list[_Row], int]:
    """The rows without exact repetitions, and how many there were."""
    once: dict[object, _Row] = {}
    repeated = 0
    for row in rows:
        same = (row.at, *(row.cells[name] for name in ("mood", *OTHERS)))
        repeated += same in once
        once.setdefault(same, row)
    return list(once.values()), repeated


def _entry(row: _Row, key: str, numbers: dict[str, int], measures: _Measures, around: Surroundings) -> Entry:
    mood = row.cells["mood"].strip()
    value = numbers.get(mood.casefold())
    readings = [
        Reading(
            measure=measures.mood(),
            value=None if value is None else float(value),
            text=mood,
            original=row.cells["mood"],
            source_key=key,
        )
    ]
    readings += [
        Reading(measure=measures.activity(label), value=1.0, original=label, source_key=key)
        for label in parts(row.cells["activities"])
    ]
    readings += [measures.scale(label, said, key) for label, said in scales(row.cells["scales"])]
    once = {reading.measure: reading for reading in reversed(readings)}
    return Entry(
        uid=around.make_uid(),
        kind=EntryKind.MOMENT,
        day=day_of(row.at, around.day_end),
        author=around.author,
        source=SOURCE,
        source_key=key,
        at=Moment(row.at),
        note=plain_note(row.cells["note_title"], row.cells["note"]),
        readings=tuple(once[code] for code in sorted(once)),
    )


@dataclass(slots=True)
class _Measures:
    """The measures that a file needs, each made when it is first met."""

    known: dict[str, Measure]

    def mood(self) -> str:
        return self._add(
            MOOD, MeasureKind.CHOICE, say("import.daylio_mood"), low=1, high=5, direction=Direction.DOWN
        ).code

    def activity(self, label: str) -> str:
        code = f"daylio.activity.{code_of(label)}"
        return self._add(code, MeasureKind.YES_NO, label, low=0, high=1).code

    def learn_scales(self, cells: Iterable[str]) -> None:
        """Makes the measures of scales, each with the kind, unit and upper end that it mostly has."""
        forms: dict[str, tuple[str, Counter[Amount]]] = {}
        for label, said in (scale for cell in cells for scale in scales(cell)):
            _, met = forms.setdefault(code_of(label), (label, Counter()))
            found = amount(said)
            if found.value is not None:
                met[found._replace(value=None)] += 1
        for code, (label, met) in forms.items():
            form = met.most_common(1)[0][0] if met else Amount(None, None, None, minutes=False)
            kind = MeasureKind.MINUTES if form.minutes else MeasureKind.NUMBER
            self._add(f"daylio.scale.{code}", kind, label, unit=form.unit, low=None, high=form.high)

    def scale(self, label: str, said: str, key: str) -> Reading:
        """The reading of a scale; where its value does not fit the measure, its words alone are kept."""
        found = amount(said)
        code = f"daylio.scale.{code_of(label)}"
        reading = Reading(measure=code, text=said, original=said, original_unit=found.unit, source_key=key)
        fits = _fits(found, self.known[code])
        return replace(reading, value=found.value, text=None) if fits else reading

    def _add(
        self,
        code: str,
        kind: MeasureKind,
        label: str,
        *,
        unit: str | None = None,
        low: float | None,
        high: float | None,
        direction: Direction = Direction.NONE,
    ) -> Measure:
        if known := self.known.get(code):
            return known
        made = Measure(
            uid=f"measure-{code}",
            code=code,
            kind=kind,
            kept_in=EntryKind.MOMENT,
            group=Group.OWN,
            direction=direction,
            unit=unit,
            low=low,
            high=high,
            label=label,
            position=100,
            source=SOURCE,
        )
        self.known[code] = made
        return made


def _fits(found: Amount, measure: Measure) -> bool:
    if found.value is None or found.unit != measure.unit or found.high != measure.high:
        return False
    if found.minutes is not (measure.kind is MeasureKind.MINUTES):
        return False
    return measure.high is None or 0 <= found.value <= measure.high
