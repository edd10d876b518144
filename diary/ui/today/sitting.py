"""What stands in a form: plain values, read from saved entries and laid over one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Entry, SleepPiece
from diary.ui.today.place import Place, place_of

Words = tuple[str, ...]

LENGTH_OF = {"attacks": "attack_s", "attacks_now": "attack_now_s"}
"""Counts of attacks, and how long one of them lasted: without attacks there is no length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """All that one form holds. Values, texts and answers absent from the mappings were not answered.

    `values` are numbers by measure code, `texts` the words of choices; `answers` those to every list but the
    places; `sleep` the stretches of the night. `until`, `doing` and `helped` are those of a flare.
    """

    values: Mapping[str, float] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[AnswerList, Answered] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    nothing_hurts: bool = False
    sleep: tuple[SleepPiece, ...] = ()
    until: Moment | None = None
    doing: str = ""
    helped: str = ""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could be saved."""
        return self == Sitting()

    @property
    def answered(self) -> frozenset[str]:
        """The codes of all measures that were answered."""
        return frozenset((*self.values, *self.texts))

    @property
    def unconfirmed(self) -> tuple[Place, ...]:
        """The places carried over and not confirmed: they are not recorded."""
        return tuple(one for one in self.places if one.carried)

    @property
    def confirmed(self) -> tuple[Place, ...]:
        """The places that are recorded."""
        return tuple(one for one in self.places if not one.carried)

    def with_value(self, measure: str, value: float | None) -> Sitting:
        """The sitting with one number given or taken back; a count of attacks answers for their list."""
        values = {code: one for code, one in self.values.items() if code != measure}
        if value is not None:
            values[measure] = value
        if measure not in LENGTH_OF:
            return replace(self, values=values)
        if not value:
            values.pop(LENGTH_OF[measure], None)
        given = None if value is None else Answered.SOME if value else Answered.NONE
        return replace(self, values=values).with_answer(AnswerList.ATTACKS, given)

    def with_text(self, measure: str, text: str) -> Sitting:
        """The sitting with the word of a choice given, or taken back where it is ""."""
        texts = {code: one for code, one in self.texts.items() if code != measure}
        return replace(self, texts={**texts, measure: text} if text else texts)

    def with_answer(self, name: AnswerList, answer: Answered | None) -> Sitting:
        """The sitting with the answer to a list given or taken back."""
        answers = {key: one for key, one in self.answers.items() if key is not name}
        return replace(self, answers=answers if answer is None else {**answers, name: answer})

    def with_place(self, place: Place) -> Sitting:
        """The sitting with a place changed, or added where it is new; pain somewhere is not nothing."""
        known = any(one.uid == place.uid for one in self.places)
        places = tuple(place if one.uid == place.uid else one for one in self.places)
        return replace(self, places=places if known else (*places, place), nothing_hurts=False)

    def without_place(self, uid: str) -> Sitting:
        """The sitting without a place."""
        return replace(self, places=tuple(one for one in self.places if one.uid != uid))

    def place(self, uid: str | None) -> Place | None:
        """The place with that uid, or None."""
        return next((one for one in self.places if one.uid == uid), None)

    def over(self, base: Sitting) -> Sitting:
        """This typing laid over what the diary holds: what was typed stands, the rest is the diary's."""
        return Sitting(
            values={**base.values, **self.values},
            texts={**base.texts, **self.texts},
            answers={**base.answers, **self.answers},
            places=self.places or base.places,
            nothing_hurts=self.nothing_hurts or (base.nothing_hurts and not self.places),
            sleep=self.sleep or base.sleep,
            until=self.until or base.until,
            doing=self.doing or base.doing,
            helped=self.helped or base.helped,
            note=self.note or base.note,
        )

    def kept(self) -> Sitting:
        """What of it would be recorded: without places that are not confirmed."""
        return replace(self, places=self.confirmed)


def read_sitting(entries: Iterable[Entry | None]) -> Sitting:
    """The form as saved entries (day and night, or one moment) fill it."""
    sitting = Sitting()
    for entry in entries:
        if entry is None:
            continue
        numbers = {one.measure: one.value for one in entry.readings if one.value is not None}
        words = {one.measure: one.text for one in entry.readings if one.text and one.value is None}
        sitting = replace(sitting, values={**sitting.values, **numbers}, texts={**sitting.texts, **words})
        if entry.kind is EntryKind.NIGHT:
            sitting = replace(sitting, sleep=tuple(replace(one, written=None) for one in entry.sleep))
        else:
            sitting = _with_entry(sitting, entry)
    return sitting


def _with_entry(sitting: Sitting, entry: Entry) -> Sitting:
    """The sitting with what a day or a moment says beside its readings."""
    return replace(
        sitting,
        answers={key: one for key, one in entry.answered.items() if key is not AnswerList.PLACES},
        places=tuple(place_of(area) for area in entry.areas),
        nothing_hurts=entry.answered.get(AnswerList.PLACES) is Answered.NONE,
        until=entry.until,
        doing=entry.doing,
        helped=entry.helped,
        note=entry.note,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a form is about: day, kind of entry its places and note go to, and which measures.

    `kept_in` names every measure that the form may change, with the kind of entry it is kept in; `asked`
    those it asks: what is folded away and not answered was not asked. `wordings` are the versions of
    questions after the first. `moment` gives the moment of a time of that day, in minutes after midnight.
    """

    day: date
    author: str
    asked: Words
    kind: EntryKind = EntryKind.DAY
    at: Moment | None = None
    kept_in: Mapping[str, EntryKind] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict)
    moment: Callable[[int], Moment] | None = None
