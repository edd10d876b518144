"""Drawings stroke by stroke, and days drawn once more."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Creates the tables of schema 0003."""
    op.create_table(
        "area_stroke",
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("radius", sa.Integer(), nullable=False),
        sa.Column("points", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.id"]),
        sa.PrimaryKeyConstraint("area", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "redrawing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("drawn", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("areas", sa.String(), nullable=False),
        sa.Column("agreement", sa.Float(), nullable=False),
        sa.Column("first_pct", sa.Float(), nullable=False),
        sa.Column("again_pct", sa.Float(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["change.id"]),
        sa.ForeignKeyConstraint(["last"], ["change.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
