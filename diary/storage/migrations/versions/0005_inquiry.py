"""Questions to the numbers, and trials of A against B."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Creates the tables of schema 0005."""
    op.create_table(
        "link_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("factor", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("lag", sa.Integer(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("seen", sa.String()),
        sa.Column("ended", sa.String()),
        *_changed_by(),
    )
    op.create_table(
        "trial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("order", sa.String(), nullable=False),
        sa.Column("block_days", sa.Integer(), nullable=False),
        sa.Column("wash_out_days", sa.Integer(), nullable=False),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("planned", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("planned_with", sa.String(), nullable=False),
        sa.Column("stopped", sa.String()),
        sa.Column("stop_words", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )


def _changed_by() -> Iterator[SchemaItem]:
    yield sa.Column("first", sa.Integer(), nullable=False)
    yield sa.Column("last", sa.Integer(), nullable=False)
    yield sa.ForeignKeyConstraint(["first"], ["change.id"])
    yield sa.ForeignKeyConstraint(["last"], ["change.id"])
    yield sa.PrimaryKeyConstraint("id")
    yield sa.UniqueConstraint("uid")
