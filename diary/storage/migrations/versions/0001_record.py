"""The record: changes, entries with their lists, measures, people, settings, revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables of schema 0001."""
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("clock_ok", sa.Boolean(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_hash", sa.String(), nullable=True),
        sa.Column("app_version", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_hash", sa.String(), nullable=True),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("entry_day", "entry", ["day"], unique=False)
    op.create_index("entry_first", "entry", ["first"], unique=False)
    op.create_index(
        "entry_live",
        "entry",
        ["author", "source_name", "kind", "day"],
        unique=True,
        sqlite_where=sa.text("kind <> 'moment'"),
    )
    op.create_index(
        "entry_source_key",
        "entry",
        ["source_name", "source_key"],
        unique=True,
        sqlite_where=sa.text("source_key IS NOT NULL"),
    )
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("kept_in", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_hash", sa.String(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("born", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("replaced", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["replaced"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_revision_change"), "revision", ["change"], unique=False)
    op.create_index("revision_of", "revision", ["noun", "uid"], unique=False)
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "answer",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("answered", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.PrimaryKeyConstraint("entry", "list"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("depth", sa.String(), nullable=True),
        sa.Column("limb", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("figure_version", sa.String(), nullable=True),
        sa.Column("grid_version", sa.String(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_area_entry"), "area", ["entry"], unique=False)
    op.create_table(
        "reading",
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("original", sa.String(), nullable=True),
        sa.Column("original_unit", sa.String(), nullable=True),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("measure", "entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("reading_entry", "reading", ["entry"], unique=False)
    op.create_table(
        "sleep_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("bed", sa.String(), nullable=True),
        sa.Column("asleep", sa.String(), nullable=True),
        sa.Column("awake", sa.String(), nullable=True),
        sa.Column("up", sa.String(), nullable=True),
        sa.Column("asleep_min", sa.Integer(), nullable=True),
        sa.Column("nap", sa.Boolean(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.ForeignKeyConstraint(
            ["first"],
            ["change.id"],
        ),
        sa.ForeignKeyConstraint(
            ["last"],
            ["change.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(op.f("ix_sleep_piece_entry"), "sleep_piece", ["entry"], unique=False)
    op.create_table(
        "area_quality",
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("own_word", sa.String(), nullable=True),
        sa.Column("strength", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["area"],
            ["area.id"],
        ),
        sa.PrimaryKeyConstraint("area", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "area_region",
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("coverage", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["area"],
            ["area.id"],
        ),
        sa.PrimaryKeyConstraint("area", "position"),
        sa.UniqueConstraint("area", "region"),
        sqlite_with_rowid=False,
    )
