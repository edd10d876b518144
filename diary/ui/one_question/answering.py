"""One day's answers on their way into the diary: the same entries and the same draft as Today's form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from diary.errors import ConflictError
from diary.models.codes import AnswerList, EntryKind, Verb
from diary.models.records import Entry, Measure
from diary.store.store import Store
from diary.ui.medicines.day import read_day
from diary.ui.one_question.asks import Answers, Ask, Change, asks_of, changed_elsewhere
from diary.ui.parts.date_bar import day_words
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, in_order
from diary.ui.today.clock import moment_on
from diary.ui.today.drafts import Typed, versions
from diary.ui.today.place import Place, carried_places
from diary.ui.today.saving import to_steps
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.typing import Typing, read_draft
from diary.wording import say_n

KINDS = (EntryKind.DAY, EntryKind.NIGHT)


class Answering:
    """What a day holds, what is typed on Today and not saved, and what was answered one by one."""

    def __init__(self, store: Store, day: date, parent: QObject) -> None:
        self._store = store
        self.day = day
        self.key = f"day:{day}"
        self.answers = Answers()
        self.seen: set[str] = set()
        self._typing = Typing(store, parent)
        self._before = self._read()
        self._typed = self._draft()
        self.measures = self._measures()
        self.last_places = self._places()
        planned, needed = self._in_use()
        self.asks = asks_of(self.measures, places=bool(self.last_places), planned=planned, doses=needed)

    # --- reading

    def _read(self) -> dict[EntryKind, Entry | None]:
        from diary.storage import queries

        return {kind: self._store.ask(queries.entry_on, self.day, kind, self._store.author) for kind in KINDS}

    def _draft(self) -> Typed | None:
        draft = self._store.draft(self.key)
        typed = read_draft(draft)
        if draft is not None and typed is None:
            self._typing.set_aside(draft)
        return typed

    def _measures(self) -> tuple[Measure, ...]:
        from diary.storage import queries

        asked = self._store.setting(ASKED_SETTING, list(ASKED_DEFAULT))
        return in_order(asked, self._store.ask(queries.measures), self.start.answered)

    def _places(self) -> tuple[tuple[Place, str], ...]:
        """The places of the last day with any and their names; () where this day has some already."""
        from diary.anatomy.kept import area_name
        from diary.storage import queries

        if self.start.places:
            return ()
        last = self._store.ask(queries.last_entry_before, self.day, self._store.author, with_places=True)
        if last is None:
            return ()
        names = [area_name(area) for area in last.areas]
        return tuple(zip(carried_places(last, self._store.make_uid), names, strict=True))

    def _in_use(self) -> tuple[bool, bool]:
        """Whether medicines of every day, and those as needed, are asked: not where the day's doses tell."""
        medicines = read_day(self._store, self.day)
        told = medicines.answers({})
        return (
            bool(medicines.regular) and AnswerList.PLANNED not in told,
            bool(medicines.as_needed) and AnswerList.DOSES not in told,
        )

    @property
    def saved(self) -> Sitting:
        """The form as the diary holds it."""
        return read_sitting(self._before.values())

    @property
    def start(self) -> Sitting:
        """The form as Today would show it: what is typed there, else what is saved."""
        return self.saved if self._typed is None else self._typed.sitting

    @property
    def sitting(self) -> Sitting:
        """The form with what was answered here."""
        return self.answers.over(self.start)

    @property
    def due(self) -> tuple[Ask, ...]:
        """The questions that are asked, as things stand."""
        now = self.sitting
        return tuple(one for one in self.asks if one.is_due(now))

    @property
    def has_draft(self) -> bool:
        """Whether something typed on Today waits to be saved there."""
        return self._typed is not None

    # --- answering

    def give(self, ask: Ask, change: Change | None) -> None:
        """Takes an answer, None to take it back where none stood before; keeps the draft at once."""
        if change is None:
            self.answers.forget((ask.key,))
        else:
            self.answers.give(ask.key, change)
        if not self.answers and self._typed is None:
            self._typing.forget()
            self._store.drop_draft(self.key)
            return
        self._typing.changed(self.key, self._typed_now)
        self._typing.keep_now()

    def _typed_now(self) -> Typed:
        began_from = versions(self._before.values()) if self._typed is None else self._typed.began_from
        return Typed(sitting=self.sitting, began_from=began_from)

    def about(self) -> About:
        """The day, with the questions that were seen."""
        kept_in = {one.code: one.kept_in for one in self.measures}
        return About(
            day=self.day,
            author=self._store.author,
            asked=tuple(code for code in kept_in if code in self.seen or code in self.answers.keys),
            kept_in=kept_in,
            wordings={one.code: one.wording for one in self.measures},
            moment=moment_on(self._store, self.day),
        )

    # --- saving

    def save(self) -> int:
        """Saves what was answered here and gives its number; ConflictError where others answered the same."""
        self._give_way()
        if not self.answers:
            self._typing.forget()
            return 0
        try:
            self._save()
        except ConflictError:
            now = self._read()
            saved = read_sitting(now.values())
            mine = self.answers.over(self.saved)
            if changed_elsewhere(self.asks, self.answers.keys, self.saved, saved, mine):
                raise
            self._before = now
            self._save()
        n = len(self.answers)
        self._go_on()
        return n

    def _give_way(self) -> None:
        """Doses written meanwhile outweigh what was answered here of all of them."""
        told = read_day(self._store, self.day).answers({}).keys() & self.answers.keys
        for ask in (one for one in self.asks if one.key in told):
            self.give(ask, None)

    def take_over(self, *, mine: bool) -> None:
        """After a conflict: goes on from what the diary holds, with one's own answers or without them."""
        now = self._read()
        if not mine:
            saved = read_sitting(now.values())
            own = self.answers.over(self.saved)
            keys = changed_elsewhere(self.asks, self.answers.keys, self.saved, saved, own)
            self.answers.forget(keys)
        self._before = now

    def _save(self) -> None:
        steps = to_steps(self.answers.over(self.saved), self.about(), self._before, self._store.make_uid)
        before: Sequence[Entry | None] = list(self._before.values())
        if not steps:
            return
        text = say_n("one.saved", len(self.answers), day=day_words(self.day, "d MMMM"))
        verb = Verb.EDIT if any(one is not None for one in before) else Verb.SAVE
        drop = self.key if self._typed is None else None
        self._store.save(steps, text=text, verb=verb, drop_draft=drop)

    def _go_on(self) -> None:
        """What was typed on Today stays its draft, with these answers in it."""
        self._typing.forget()
        before, typed = self._before, self._typed
        sitting = self.sitting
        self._before = self._read()
        self.answers = Answers()
        if typed is None:
            return
        fresh = typed.began_from == versions(before.values())
        began_from: Mapping[str, str] = versions(self._before.values()) if fresh else typed.began_from
        self._typed = Typed(sitting=sitting, began_from=began_from)
        self._typing.changed(self.key, self._typed_now)
        self._typing.keep_now()
