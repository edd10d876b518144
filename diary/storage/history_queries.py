"""What History asks: entries that fit a search, and what filters can choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, cast, false, func, literal, or_, select

from diary.models import tables
from diary.models.codes import Answered, AnswerList, EntryKind, SourceKind
from diary.models.history import Found, ListRow, Term, Used, Wanted, folded
from diary.models.records import Entry
from diary.storage import queries, read
from diary.storage.reading import Reader

_ENTRY = tables.entry.c
_AREA = tables.area.c


def search(reader: Reader, wanted: Wanted, limit: int | None = None, offset: int = 0) -> list[Found]:
    """The entries that fit, in order; a day's night stands below it and its moments above it."""
    rank = func.iif(_ENTRY.kind == str(EntryKind.NIGHT), 0, func.iif(_ENTRY.kind == str(EntryKind.DAY), 1, 2))
    order = [_ENTRY.day, rank, func.coalesce(_ENTRY.at, ""), _ENTRY.id]
    chosen = select(_ENTRY.id, _ENTRY.uid, queries.ordinal(_ENTRY.day)).where(*_conditions(reader, wanted))
    chosen = chosen.order_by(*(one.desc() if wanted.newest_first else one for one in order))
    chosen = chosen.limit(-1 if limit is None else limit).offset(offset)
    return [Found(*row) for row in reader.connection.execute(chosen)]


def count(reader: Reader, wanted: Wanted) -> int:
    """How many entries fit."""
    chosen = select(func.count()).select_from(tables.entry).where(*_conditions(reader, wanted))
    return int(reader.connection.execute(chosen).scalar_one())


def list_rows(reader: Reader, numbers: Sequence[int]) -> dict[int, ListRow]:
    """Entries as a list shows them, by row number."""
    places = select(func.count()).where(_AREA.entry == _ENTRY.id).correlate(tables.entry).scalar_subquery()
    numbers_shown = (_worst(), _value("pain_average"), _value("sleep_min"), _value("sleep_quality"))
    columns = (
        _ENTRY.id,
        _ENTRY.uid,
        queries.ordinal(_ENTRY.day),
        _ENTRY.kind,
        _ENTRY.at,
        _ENTRY.source_name,
        _ENTRY.author,
        _ENTRY.note,
        *(cast(one, Integer) for one in numbers_shown),
        places,
        queries.lateness_class(),
        _ENTRY.first != _ENTRY.last,
    )
    wanted = (
        select(*columns).join(queries.FIRST, _ENTRY.first == queries.FIRST.c.id).where(_ENTRY.id.in_(numbers))
    )
    return {row[0]: ListRow(*row) for row in reader.connection.execute(wanted)}


def beside(reader: Reader, uid: str) -> tuple[Entry, ...]:
    """An entry and, for a day, all nights that end on it (own first): what one page tells together."""
    found = queries.entry(reader, uid)
    if found is None:
        return ()
    if found.kind is not EntryKind.DAY:
        return (found,)
    where = and_(_ENTRY.day == str(found.day), _ENTRY.kind == str(EntryKind.NIGHT))
    nights = read.entries(reader.connection, reader.names, where)
    return (found, *sorted(nights, key=lambda one: one.source.kind is not SourceKind.TYPED))


def used(reader: Reader) -> Used:
    """What the live entries hold, so that no filter is offered that finds nothing."""
    quality, region = tables.area_quality.c, tables.area_region.c

    def by_use(column: ColumnElement[Any]) -> tuple[str, ...]:
        wanted = select(column).where(column.is_not(None), column != "").group_by(column)
        return tuple(reader.connection.execute(wanted.order_by(func.count().desc(), column)).scalars())

    return Used(
        by_use(quality.code),
        by_use(quality.own_word),
        by_use(region.region),
        by_use(_ENTRY.source_name),
        by_use(_ENTRY.author),
    )


def _conditions(reader: Reader, wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [_says(reader, term) for term in wanted.terms]
    if wanted.regions:
        found.append(_ENTRY.id.in_(_with_regions(wanted.regions)))
    if wanted.qualities:
        quality = tables.area_quality.c
        either = or_(quality.code.in_(wanted.qualities), quality.own_word.in_(wanted.qualities))
        found.append(_ENTRY.id.in_(_with_qualities(either)))
    if wanted.worst is not None:
        found.append(_worst().between(*wanted.worst))
    found += _kinds(wanted)
    if wanted.imported is not None:
        typed = _ENTRY.source_kind == str(SourceKind.TYPED)
        found.append(~typed if wanted.imported else typed)
    if wanted.changed is not None:
        changed = _ENTRY.first != _ENTRY.last
        found.append(changed if wanted.changed else ~changed)
    if wanted.source is not None:
        found.append(_ENTRY.source_name == wanted.source)
    if wanted.author is not None:
        found.append(_ENTRY.author == wanted.author)
    return found


def _kinds(wanted: Wanted) -> list[ColumnElement[bool]]:
    if wanted.nouns:
        return [false()]
    if wanted.kinds:
        return [_ENTRY.kind.in_(sorted(str(kind) for kind in wanted.kinds))]
    if wanted.terms or wanted.imported or wanted.source:
        return []
    other = tables.entry.alias("its_day")
    same_day = and_(other.c.day == _ENTRY.day, other.c.kind == str(EntryKind.DAY))
    return [or_(_ENTRY.kind != str(EntryKind.NIGHT), ~select(other.c.id).where(same_day).exists())]


def _says(reader: Reader, term: Term) -> ColumnElement[bool]:
    """Whether a note, an own word, a quality or a place of the entry says the word."""
    teach_folding(reader)
    word = folded(term.text)
    quality = tables.area_quality.c
    in_note = func.instr(func.folded(_ENTRY.note), word) > 0
    own = and_(quality.own_word.is_not(None), func.instr(func.folded(quality.own_word), word) > 0)
    told = or_(own, quality.code.in_(term.qualities)) if term.qualities else own
    ways = [in_note, _ENTRY.id.in_(_with_qualities(told))]
    if term.regions:
        ways.append(_ENTRY.id.in_(_with_regions(term.regions)))
    return or_(*ways)


def teach_folding(reader: Reader) -> None:
    """Lets a query on this connection say `folded`."""
    driver = reader.connection.connection.driver_connection
    assert driver is not None  # a connection inside a transaction has its driver's
    driver.create_function("folded", 1, folded, deterministic=True)


def _with_qualities(which: ColumnElement[bool]) -> Any:
    quality = tables.area_quality
    return select(_AREA.entry).join(quality, quality.c.area == _AREA.id).where(which)


def _with_regions(regions: frozenset[str]) -> Any:
    region = tables.area_region
    joined = select(_AREA.entry).join(region, region.c.area == _AREA.id)
    return joined.where(region.c.region.in_(sorted(regions)))


def _value(code: str) -> ColumnElement[Any]:
    reading = tables.reading.c
    return (
        select(reading.value)
        .where(reading.measure == code, reading.entry == _ENTRY.id)
        .correlate(tables.entry)
        .scalar_subquery()
    )


def _worst() -> ColumnElement[Any]:
    """The largest of an entry's worst, now and severities, 0 where nothing hurts; NULL without any."""
    severity = (
        select(func.max(_AREA.severity))
        .where(_AREA.entry == _ENTRY.id)
        .correlate(tables.entry)
        .scalar_subquery()
    )
    answer = tables.answer.c
    nothing_hurts = (
        select(literal(0))
        .where(answer.entry == _ENTRY.id, answer.list == str(AnswerList.PLACES))
        .where(answer.answered == str(Answered.NONE))
        .correlate(tables.entry)
        .scalar_subquery()
    )
    absent = literal(-1)
    told = (_value("pain_worst"), _value("pain_now"), severity, nothing_hurts)
    parts = [func.coalesce(one, absent) for one in told]
    return func.nullif(func.max(*parts), absent)
