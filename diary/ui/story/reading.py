"""What the page My story and plan reads, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.insight.story import Mark, in_order
from diary.models.care import Procedure
from diary.models.codes import Noun
from diary.models.story import Attainment, Condition, Consult, Goal, LifeEvent, Question, Site
from diary.store.store import Store
from diary.ui.forms.choice_fields import option_words
from diary.ui.forms.naming import record_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The records of the page as the diary holds them now."""

    today: date
    marks: tuple[Mark, ...] = ()
    sites: tuple[Site, ...] = ()
    goals: tuple[Goal, ...] = ()
    attainments: tuple[Attainment, ...] = ()
    consults: tuple[Consult, ...] = ()
    questions: tuple[Question, ...] = ()


def read_story(store: Store) -> Story:
    """Reads the story and the plan; DiaryError."""
    from diary.storage import life_queries

    all_of, ask = life_queries.all_of, store.ask
    marks = [
        *(_condition(one) for one in ask(all_of, Condition)),
        *(_mark(one) for one in ask(all_of, LifeEvent)),
        *(_mark(one) for one in ask(all_of, Procedure)),
    ]
    return Story(
        today=store.today(),
        marks=in_order(marks),
        sites=tuple(sorted(ask(all_of, Site), key=_position)),
        goals=tuple(sorted(ask(all_of, Goal), key=_position)),
        attainments=tuple(ask(all_of, Attainment)),
        consults=tuple(ask(all_of, Consult)),
        questions=tuple(ask(all_of, Question)),
    )


def _position(one: Site | Goal) -> tuple[int, str]:
    return one.position, one.uid


def _condition(one: Condition) -> Mark:
    return Mark(
        noun=Noun.CONDITION, uid=one.uid, name=record_name(one), when=one.since, told=option_words(one.told)
    )


def _mark(one: LifeEvent | Procedure) -> Mark:
    return Mark(noun=one.noun, uid=one.uid, name=record_name(one), when=one.when)
