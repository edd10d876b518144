"""The nouns whose records are one row each: their dataclass and the name of their list in an export."""

from __future__ import annotations

from typing import Any

from diary.models import care, inquiry, records, story
from diary.models.codes import Noun

PLAIN: dict[Noun, type[Any]] = {
    Noun.GIVEN_EXPORT: records.GivenExport,
    Noun.ERASED: records.Erased,
    Noun.TREATMENT: care.Treatment,
    Noun.DOSE_STEP: care.DoseStep,
    Noun.DOSE: care.Dose,
    Noun.RELIEF: care.Relief,
    Noun.SIDE_EFFECT: care.SideEffect,
    Noun.SESSION: care.Session,
    Noun.PROCEDURE: care.Procedure,
    Noun.TRIED_BEFORE: care.TriedBefore,
    Noun.INTOLERANCE: care.Intolerance,
    Noun.IMPLANT: care.Implant,
    Noun.CONDITION: story.Condition,
    Noun.LIFE_EVENT: story.LifeEvent,
    Noun.SITE: story.Site,
    Noun.GOAL: story.Goal,
    Noun.ATTAINMENT: story.Attainment,
    Noun.CONSULT: story.Consult,
    Noun.QUESTION: story.Question,
    Noun.RESPONSE: story.Response,
    Noun.ATTRIBUTION: story.Attribution,
    Noun.LINK_QUESTION: inquiry.LinkQuestion,
    Noun.TRIAL: inquiry.Trial,
}
"""Records whose columns are the dataclass's fields; lists among them stand as JSON text."""

SECTION_OF: dict[Noun, str] = {
    Noun.GIVEN_EXPORT: "given_exports",
    Noun.ERASED: "erased",
    Noun.TREATMENT: "treatments",
    Noun.DOSE_STEP: "dose_steps",
    Noun.DOSE: "doses",
    Noun.RELIEF: "reliefs",
    Noun.SIDE_EFFECT: "side_effects",
    Noun.SESSION: "sessions",
    Noun.PROCEDURE: "procedures",
    Noun.TRIED_BEFORE: "tried_before",
    Noun.INTOLERANCE: "intolerances",
    Noun.IMPLANT: "implants",
    Noun.CONDITION: "conditions",
    Noun.LIFE_EVENT: "life_events",
    Noun.SITE: "sites",
    Noun.GOAL: "goals",
    Noun.ATTAINMENT: "attainments",
    Noun.CONSULT: "consults",
    Noun.QUESTION: "questions",
    Noun.RESPONSE: "responses",
    Noun.ATTRIBUTION: "attributions",
    Noun.LINK_QUESTION: "link_questions",
    Noun.TRIAL: "trials",
}
"""The name of each noun's list, in exports and on the screen's shelves."""
