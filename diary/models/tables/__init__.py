"""The tables of the diary file, for `storage` alone; every value row names its first and last change."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from diary.models.tables.base import changed_by, uid
from diary.models.tables.base import metadata as metadata
from diary.models.tables.plain import PLAIN_TABLES as PLAIN_TABLES


def _source() -> tuple[Column[str], Column[str], Column[str]]:
    return (
        Column("source_kind", String, nullable=False),
        Column("source_name", String, nullable=False),
        Column("source_hash", String),
    )


change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("at", String, nullable=False),
    Column("day", String, nullable=False),
    Column("clock_ok", Boolean, nullable=False),
    Column("author", String, nullable=False),
    *_source(),
    Column("app_version", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("reason", String),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("kind", String, nullable=False),
    Column("day", String, nullable=False),
    Column("author", String, nullable=False),
    *_source(),
    Column("source_key", String),
    Column("at", String),
    Column("note", String, nullable=False),
    Column("asked", String, nullable=False),
    Column("until", String),
    Column("doing", String, nullable=False, server_default=""),
    Column("helped", String, nullable=False, server_default=""),
    *changed_by(),
    Index("entry_day", "day"),
    Index("entry_first", "first"),
    Index(
        "entry_live",
        "author",
        "source_name",
        "kind",
        "day",
        unique=True,
        sqlite_where=text("kind <> 'moment'"),
    ),
    Index(
        "entry_source_key",
        "source_name",
        "source_key",
        unique=True,
        sqlite_where=text("source_key IS NOT NULL"),
    ),
)

answer = Table(
    "answer",
    metadata,
    Column("entry", Integer, ForeignKey("entry.id"), primary_key=True),
    Column("list", String, primary_key=True),
    Column("answered", String, nullable=False),
    sqlite_with_rowid=False,
)

reading = Table(
    "reading",
    metadata,
    Column("measure", String, primary_key=True),
    Column("entry", Integer, ForeignKey("entry.id"), primary_key=True),
    Column("value", Float),
    Column("text", String),
    Column("wording", Integer, nullable=False),
    Column("original", String),
    Column("original_unit", String),
    Column("source_key", String),
    *changed_by(),
    Index("reading_entry", "entry"),
    sqlite_with_rowid=False,
)

area = Table(
    "area",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("entry", Integer, ForeignKey("entry.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("severity", Integer),
    Column("depth", String),
    Column("limb", String, nullable=False),
    Column("at", String),
    Column("figure_version", String),
    Column("grid_version", String),
    Column("site", String),
    *changed_by(),
)

area_quality = Table(
    "area_quality",
    metadata,
    Column("area", Integer, ForeignKey("area.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", String),
    Column("own_word", String),
    Column("strength", Integer),
    Column("what", String, nullable=False, server_default="[]"),
    sqlite_with_rowid=False,
)

area_region = Table(
    "area_region",
    metadata,
    Column("area", Integer, ForeignKey("area.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("region", String, nullable=False),
    Column("coverage", Float, nullable=False),
    UniqueConstraint("area", "region"),
    sqlite_with_rowid=False,
)

area_stroke = Table(
    "area_stroke",
    metadata,
    Column("area", Integer, ForeignKey("area.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("view", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("radius", Integer, nullable=False),
    Column("points", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

sleep_piece = Table(
    "sleep_piece",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("entry", Integer, ForeignKey("entry.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("bed", String),
    Column("asleep", String),
    Column("awake", String),
    Column("up", String),
    Column("asleep_min", Integer),
    Column("nap", Boolean, nullable=False),
    Column("source_key", String),
    *changed_by(),
)

measure = Table(
    "measure",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("code", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("kept_in", String, nullable=False),
    Column("group", String, nullable=False),
    Column("direction", String, nullable=False),
    Column("unit", String),
    Column("low", Float),
    Column("high", Float),
    Column("label", String),
    Column("wording", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("low_words", String),
    Column("high_words", String),
    Column("choices", String, nullable=False, server_default="[]"),
    *_source(),
    *changed_by(),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("name", String, nullable=False),
    Column("born", String),
    Column("note", String, nullable=False),
    *changed_by(),
)

author = Table(
    "author",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    *changed_by(),
)

setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("value", String, nullable=False),
    *changed_by(),
)

given_report = Table(
    "given_report",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("given", String, nullable=False),
    Column("since", String, nullable=False),
    Column("until", String, nullable=False),
    Column("to", String, nullable=False),
    Column("choices", String, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    *changed_by(),
)

redrawing = Table(
    "redrawing",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("drawn", String, nullable=False),
    Column("day", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("areas", String, nullable=False),
    Column("agreement", Float, nullable=False),
    Column("first_pct", Float, nullable=False),
    Column("again_pct", Float, nullable=False),
    *changed_by(),
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("noun", String, nullable=False),
    Column("uid", String, nullable=False),
    Column("change", Integer, ForeignKey("change.id"), nullable=False, index=True),
    Column("replaced", Integer, ForeignKey("change.id"), nullable=False),
    Column("before", String, nullable=False),
    Index("revision_of", "noun", "uid"),
)

draft = Table(
    "draft",
    metadata,
    Column("key", String, primary_key=True),
    Column("content", String, nullable=False),
    Column("kept", String, nullable=False),
    sqlite_with_rowid=False,
)
