"""The tables of the nouns that are one row each; lists among their fields stand as JSON text."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, String, Table

from diary.models.codes import Noun
from diary.models.tables.base import changed_by, metadata, uid

given_export = Table(
    "given_export",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("given", String, nullable=False),
    Column("form", String, nullable=False),
    Column("name", String, nullable=False),
    *changed_by(),
)

erased = Table(
    "erased",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("of", String, nullable=False),
    Column("record", String, nullable=False),
    Column("at", String, nullable=False),
    Column("what", String, nullable=False),
    Column("day", String),
    Column("source", String, nullable=False),
    Column("source_key", String),
    *changed_by(),
)

treatment = Table(
    "treatment",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("use", String, nullable=False),
    Column("form", String),
    Column("strength", Float),
    Column("strength_unit", String, nullable=False),
    Column("usual", Float),
    Column("unit", String, nullable=False),
    Column("why", String, nullable=False),
    Column("started", String),
    Column("stopped", String),
    Column("stop_reasons", String, nullable=False),
    Column("stop_words", String, nullable=False),
    Column("note", String, nullable=False),
    Column("position", Integer, nullable=False),
    *changed_by(),
)

dose_step = Table(
    "dose_step",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("treatment", String, nullable=False, index=True),
    Column("since", String, nullable=False),
    Column("amount", Float, nullable=False),
    Column("unit", String, nullable=False),
    Column("times", Float, nullable=False),
    Column("when", String, nullable=False),
    Column("reason", String, nullable=False),
    *changed_by(),
)

dose = Table(
    "dose",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("treatment", String, nullable=False, index=True),
    Column("day", String, nullable=False, index=True),
    Column("at", String),
    Column("amount", Float),
    Column("unit", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

relief = Table(
    "relief",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("dose", String, nullable=False, index=True),
    Column("after_min", Integer, nullable=False),
    Column("pain", Integer, nullable=False),
    Column("at", String, nullable=False),
    *changed_by(),
)

side_effect = Table(
    "side_effect",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("day", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("treatment", String),
    Column("note", String, nullable=False),
    *changed_by(),
)

session = Table(
    "session",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("kind", String, nullable=False),
    Column("day", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("minutes", Integer),
    Column("by", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

procedure = Table(
    "procedure",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("kind", String, nullable=False),
    Column("when", String, nullable=False),
    Column("name", String, nullable=False),
    Column("site", String, nullable=False),
    Column("by", String, nullable=False),
    Column("settings", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

tried_before = Table(
    "tried_before",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("name", String, nullable=False),
    Column("highest_dose", String, nullable=False),
    Column("when", String),
    Column("how_long", String, nullable=False),
    Column("helped", String),
    Column("stopped", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

intolerance = Table(
    "intolerance",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("substance", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("reaction", String, nullable=False),
    Column("since", String),
    *changed_by(),
)

implant = Table(
    "implant",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("name", String, nullable=False),
    Column("place", String, nullable=False),
    Column("since", String),
    Column("note", String, nullable=False),
    *changed_by(),
)

condition = Table(
    "condition",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("label", String, nullable=False),
    Column("group", String, nullable=False),
    Column("told", String, nullable=False),
    Column("code", String),
    Column("since", String),
    Column("by", String, nullable=False),
    Column("in_family", String),
    Column("note", String, nullable=False),
    *changed_by(),
)

life_event = Table(
    "life_event",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("text", String, nullable=False),
    Column("when", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

site = Table(
    "site",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("name", String, nullable=False),
    Column("regions", String, nullable=False),
    Column("onset", String),
    Column("over", String),
    Column("note", String, nullable=False),
    Column("position", Integer, nullable=False),
    *changed_by(),
)

goal = Table(
    "goal",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("text", String, nullable=False),
    Column("since", String, nullable=False),
    Column("agreed_with", String, nullable=False),
    Column("review", String),
    Column("closed", String),
    Column("note", String, nullable=False),
    Column("position", Integer, nullable=False),
    *changed_by(),
)

attainment = Table(
    "attainment",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("goal", String, nullable=False, index=True),
    Column("day", String, nullable=False),
    Column("value", Integer, nullable=False),
    *changed_by(),
)

consult = Table(
    "consult",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("day", String, nullable=False),
    Column("clinician", String, nullable=False),
    Column("at", String),
    Column("place", String, nullable=False),
    Column("note", String, nullable=False),
    *changed_by(),
)

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("text", String, nullable=False),
    Column("asked", String, nullable=False),
    Column("consult", String, index=True),
    Column("answer", String, nullable=False),
    Column("done", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    *changed_by(),
)

response = Table(
    "response",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("instrument", String, nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("language", String, nullable=False),
    Column("day", String, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("since", String, nullable=False),
    Column("until", String, nullable=False),
    Column("answers", String, nullable=False),
    *changed_by(),
)

attribution = Table(
    "attribution",
    metadata,
    Column("id", Integer, primary_key=True),
    uid(),
    Column("day", String, nullable=False, index=True),
    Column("factor", String, nullable=False),
    Column("effect", String, nullable=False),
    Column("entry", String),
    *changed_by(),
)

PLAIN_TABLES: dict[Noun, Table] = {
    Noun.GIVEN_EXPORT: given_export,
    Noun.ERASED: erased,
    Noun.TREATMENT: treatment,
    Noun.DOSE_STEP: dose_step,
    Noun.DOSE: dose,
    Noun.RELIEF: relief,
    Noun.SIDE_EFFECT: side_effect,
    Noun.SESSION: session,
    Noun.PROCEDURE: procedure,
    Noun.TRIED_BEFORE: tried_before,
    Noun.INTOLERANCE: intolerance,
    Noun.IMPLANT: implant,
    Noun.CONDITION: condition,
    Noun.LIFE_EVENT: life_event,
    Noun.SITE: site,
    Noun.GOAL: goal,
    Noun.ATTAINMENT: attainment,
    Noun.CONSULT: consult,
    Noun.QUESTION: question,
    Noun.RESPONSE: response,
    Noun.ATTRIBUTION: attribution,
}
"""The table of each noun in `models.nouns.PLAIN`."""
