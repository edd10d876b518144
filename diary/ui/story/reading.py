"""What the page My story and plan reads, in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.insight.story import Mark, in_order, place_in_order
from diary.models.care import Procedure
from diary.models.codes import Noun
from diary.models.story import Attainment, Condition, Consult, Goal, LifeEvent, Question, Site
from diary.store.store import Store
from diary.ui.forms.choice_fields import option_words
from diary.ui.forms.naming import record_name
from diary.ui.writers.words import helpers_named

if TYPE_CHECKING:
    from diary.storage.life_queries import DayRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The records of the page as the diary holds them now."""

    today: date
    marks: tuple[Mark, ...] = ()
    sites: tuple[Site, ...] = ()
    goals: tuple[Goal, ...] = ()
    attainments: tuple[DayRow, ...] = ()
    helped: Mapping[str, str] = field(default_factory=dict)
    """Which helper told an attainment, by its uid."""
    helpers: Mapping[str, str] = field(default_factory=dict)
    """What helpers are called, by their uid."""
    writer: str = ""
    """The helper who writes now, "" for the person."""
    consults: tuple[Consult, ...] = ()
    questions: tuple[Question, ...] = ()


def read_story(store: Store) -> Story:
    """Reads the story and the plan; DiaryError."""
    from diary.storage import life_queries

    helped, helpers = helpers_named(store, Noun.ATTAINMENT)
    until = store.today() + timedelta(days=1)
    all_of, ask = life_queries.all_of, store.ask
    marks = [
        *(_condition(one) for one in ask(all_of, Condition)),
        *(_mark(one) for one in ask(all_of, LifeEvent)),
        *(_mark(one) for one in ask(all_of, Procedure)),
    ]
    return Story(
        today=store.today(),
        marks=in_order(marks),
        sites=tuple(sorted(ask(all_of, Site), key=place_in_order)),
        goals=tuple(sorted(ask(all_of, Goal), key=place_in_order)),
        attainments=tuple(ask(life_queries.day_rows, Attainment, date.min, until)),
        helped=helped,
        helpers=helpers,
        writer=store.author if store.is_helped else "",
        consults=tuple(ask(all_of, Consult)),
        questions=tuple(ask(all_of, Question)),
    )


def _condition(one: Condition) -> Mark:
    return Mark(
        noun=Noun.CONDITION, uid=one.uid, name=record_name(one), when=one.since, told=option_words(one.told)
    )


def _mark(one: LifeEvent | Procedure) -> Mark:
    return Mark(noun=one.noun, uid=one.uid, name=record_name(one), when=one.when)
