"""Flares, treatments, the story of the illness, the plan, questionnaires, exports given away."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Creates the tables of schema 0004 and widens those of entries, places and measures."""
    op.add_column("entry", sa.Column("until", sa.String()))
    op.add_column("entry", sa.Column("doing", sa.String(), nullable=False, server_default=""))
    op.add_column("entry", sa.Column("helped", sa.String(), nullable=False, server_default=""))
    op.add_column("area", sa.Column("site", sa.String()))
    op.add_column("area_quality", sa.Column("what", sa.String(), nullable=False, server_default="[]"))
    op.add_column("measure", sa.Column("low_words", sa.String()))
    op.add_column("measure", sa.Column("high_words", sa.String()))
    op.add_column("measure", sa.Column("choices", sa.String(), nullable=False, server_default="[]"))
    _treatments()
    _care()
    _story()
    _plan()


def _changed_by() -> Iterator[SchemaItem]:
    yield sa.Column("first", sa.Integer(), nullable=False)
    yield sa.Column("last", sa.Integer(), nullable=False)
    yield sa.ForeignKeyConstraint(["first"], ["change.id"])
    yield sa.ForeignKeyConstraint(["last"], ["change.id"])
    yield sa.PrimaryKeyConstraint("id")
    yield sa.UniqueConstraint("uid")


def _treatments() -> None:
    op.create_table(
        "treatment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("use", sa.String(), nullable=False),
        sa.Column("form", sa.String()),
        sa.Column("strength", sa.Float()),
        sa.Column("strength_unit", sa.String(), nullable=False),
        sa.Column("usual", sa.Float()),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("started", sa.String()),
        sa.Column("stopped", sa.String()),
        sa.Column("stop_reasons", sa.String(), nullable=False),
        sa.Column("stop_words", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "dose_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("times", sa.Float(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_dose_step_treatment", "dose_step", ["treatment"])
    op.create_table(
        "dose",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("at", sa.String()),
        sa.Column("amount", sa.Float()),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_dose_treatment", "dose", ["treatment"])
    op.create_index("ix_dose_day", "dose", ["day"])
    op.create_table(
        "relief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("dose", sa.String(), nullable=False),
        sa.Column("after_min", sa.Integer(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_relief_dose", "relief", ["dose"])
    op.create_table(
        "side_effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("treatment", sa.String()),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_side_effect_day", "side_effect", ["day"])


def _care() -> None:
    op.create_table(
        "erased",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("day", sa.String()),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_key", sa.String()),
        *_changed_by(),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_session_day", "session", ["day"])
    op.create_table(
        "procedure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "tried_before",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("highest_dose", sa.String(), nullable=False),
        sa.Column("when", sa.String()),
        sa.Column("how_long", sa.String(), nullable=False),
        sa.Column("helped", sa.String()),
        sa.Column("stopped", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "intolerance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("substance", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reaction", sa.String(), nullable=False),
        sa.Column("since", sa.String()),
        *_changed_by(),
    )
    op.create_table(
        "implant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("since", sa.String()),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "given_export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        *_changed_by(),
    )


def _story() -> None:
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.Column("code", sa.String()),
        sa.Column("since", sa.String()),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("in_family", sa.String()),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "life_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("regions", sa.String(), nullable=False),
        sa.Column("onset", sa.String()),
        sa.Column("over", sa.String()),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("agreed_with", sa.String(), nullable=False),
        sa.Column("review", sa.String()),
        sa.Column("closed", sa.String()),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "attainment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_attainment_goal", "attainment", ["goal"])


def _plan() -> None:
    op.create_table(
        "consult",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("clinician", sa.String(), nullable=False),
        sa.Column("at", sa.String()),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("consult", sa.String()),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_question_consult", "question", ["consult"])
    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        *_changed_by(),
    )
    op.create_index("ix_response_instrument", "response", ["instrument"])
    op.create_index("ix_response_day", "response", ["day"])
    op.create_table(
        "attribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("factor", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("entry", sa.String()),
        *_changed_by(),
    )
    op.create_index("ix_attribution_day", "attribution", ["day"])
