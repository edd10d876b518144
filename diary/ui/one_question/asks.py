"""What is asked one at a time, and the answers given so far laid over what the diary holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from diary.models.codes import Answered, AnswerList
from diary.models.records import Measure
from diary.ui.today.factors import COUNTED, factors_answer
from diary.ui.today.fields import factors_of
from diary.ui.today.place import Place
from diary.ui.today.sitting import LENGTH_OF, Sitting

PLACES, PLANNED, DOSES = AnswerList.PLACES, AnswerList.PLANNED, AnswerList.DOSES
COUNT_OF = {length: count for count, length in LENGTH_OF.items()}

Change = Callable[[Sitting], Sitting]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question: a measure, or a list (places, planned medicines, doses as needed)."""

    key: str
    measure: Measure | None = None

    def is_due(self, sitting: Sitting) -> bool:
        """Whether it is asked: the length of an attack only where there was one."""
        count = COUNT_OF.get(self.key)
        return count is None or bool(sitting.values.get(count))

    def is_answered(self, sitting: Sitting) -> bool:
        """Whether the form holds an answer to it."""
        if self.measure is not None:
            return self.key in sitting.answered
        if self.key == PLACES:
            return bool(sitting.confirmed) or sitting.nothing_hurts
        return AnswerList(self.key) in sitting.answers

    def said(self, sitting: Sitting) -> object:
        """What a form answers to it, to be compared with another form."""
        if self.measure is not None:
            return sitting.values.get(self.key), sitting.texts.get(self.key)
        if self.key == PLACES:
            return sitting.confirmed, sitting.nothing_hurts
        return sitting.answers.get(AnswerList(self.key))


def asks_of(
    measures: Sequence[Measure], *, places: bool = False, planned: bool = False, doses: bool = False
) -> tuple[Ask, ...]:
    """The questions of a day: its measures in their order, then the places and the medicines."""
    asked = [Ask(key=one.code, measure=one) for one in measures]
    for key, wanted in ((PLACES, places), (PLANNED, planned), (DOSES, doses)):
        asked += [Ask(key=key)] if wanted else []
    return tuple(asked)


def with_measure(measure: Measure, answer: float | str | None, measures: Sequence[Measure]) -> Change:
    """Gives a measure its answer, and the list of factors what follows from it, as Today does."""
    counted = tuple(one.code for one in factors_of(tuple(measures)) if one.kind in COUNTED)

    def change(sitting: Sitting) -> Sitting:
        if isinstance(answer, str):
            sitting = sitting.with_text(measure.code, answer)
        else:
            sitting = sitting.with_text(measure.code, "").with_value(measure.code, answer)
        if measure.code not in counted:
            return sitting
        return sitting.with_answer(AnswerList.FACTORS, factors_answer(sitting.values, counted))

    return change


def with_list(name: AnswerList, answer: Answered | None) -> Change:
    """Answers a list of medicines."""
    return lambda sitting: sitting.with_answer(name, answer)


def with_places(places: Iterable[tuple[Place, int]], *, nothing: bool) -> Change:
    """Confirms places by their numbers, or says that nothing hurts; what else is marked stays."""
    given = tuple(replace(place, severity=number, carried=False) for place, number in places)

    def change(sitting: Sitting) -> Sitting:
        if nothing:
            return replace(sitting, nothing_hurts=True) if not sitting.places else sitting
        return reduce(Sitting.with_place, given, sitting)

    return change


class Answers:
    """What was answered here, by key of the question; each can be laid over any form."""

    def __init__(self) -> None:
        self._changes: dict[str, Change] = {}

    def __bool__(self) -> bool:
        return bool(self._changes)

    def __len__(self) -> int:
        return len(self._changes)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what was answered here."""
        return frozenset(self._changes)

    def give(self, key: str, change: Change) -> None:
        """Takes an answer, instead of an earlier one to the same question."""
        self._changes.pop(key, None)
        self._changes[key] = change

    def forget(self, keys: Iterable[str]) -> None:
        """Lets go of the answers to these questions."""
        for key in keys:
            self._changes.pop(key, None)

    def over(self, sitting: Sitting) -> Sitting:
        """A form with these answers in it."""
        return reduce(lambda done, change: change(done), self._changes.values(), sitting)


def changed_elsewhere(
    asks: Iterable[Ask], keys: frozenset[str], before: Sitting, now: Sitting, mine: Sitting
) -> tuple[str, ...]:
    """The keys of questions answered here whose answer the diary holds differently by now."""
    return tuple(
        one.key
        for one in asks
        if one.key in keys and one.said(before) != one.said(now) and one.said(now) != one.said(mine)
    )
