"""The person's own questions as the diary keeps them: asked, put aside, deleted; and what was looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from diary.errors import ConflictError, DiaryError
from diary.insight.findings.links import Links, newly_seen
from diary.models.codes import Verb
from diary.models.inquiry import LOOKED, MOST_QUESTIONS, SEEN, LinkQuestion, link_key
from diary.models.records import Replace
from diary.store.store import Store
from diary.wording import say


class Asked(QObject):
    """Reads and keeps the questions; `trouble` tells in words where one could not be kept."""

    trouble = Signal(str)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.questions: tuple[LinkQuestion, ...] = ()
        self.seen: dict[str, str] = {}
        self.looked: date | None = None
        self._looked_here: date | None = None

    def read(self) -> None:
        """Read them anew: open ones first, each group from the oldest on."""
        from diary.storage.finding_queries import links_seen
        from diary.storage.life_queries import all_of

        found = self._store.ask(all_of, LinkQuestion)
        self.questions = tuple(sorted(found, key=lambda one: (one.ended is not None, one.asked)))
        self.seen = self._store.ask(links_seen)
        self.looked = _day(self._store.setting(LOOKED, "")) or self._looked_here

    # --- what is there

    @property
    def open(self) -> tuple[LinkQuestion, ...]:
        """The questions that were not put aside."""
        return tuple(one for one in self.questions if one.ended is None)

    @property
    def is_full(self) -> bool:
        """Whether no more can be open."""
        return len(self.open) >= MOST_QUESTIONS

    def is_asked(self, factor: str, outcome: str, lag: int) -> bool:
        """Whether this is open already."""
        key = link_key(factor, outcome, lag)
        return any(one.key == key for one in self.open)

    def seen_on(self, factor: str, outcome: str, lag: int) -> date | None:
        """Since which day the numbers of this link had been on the screen."""
        return _day(self.seen.get(link_key(factor, outcome, lag), ""))

    def is_seen(self, one: LinkQuestion) -> bool:
        """Whether its numbers have been on the screen: then it stays, so that looking costs what it costs."""
        return one.key in self.seen

    def is_open(self, links: Links) -> bool:
        """Whether all pairs are shown: once they were asked for, or while none of them has numbers."""
        return self.looked is not None or not any(one.coefficient is not None for one in links.others)

    # --- keeping

    def ask(self, factor: str, outcome: str, lag: int) -> LinkQuestion | None:
        """Fix a question today, with the day its numbers were seen since; None where it was not kept."""
        one = LinkQuestion(
            uid=self._store.make_uid(),
            factor=factor,
            outcome=outcome,
            lag=lag,
            asked=self._store.today(),
            seen=self.seen_on(factor, outcome, lag),
        )
        return one if self._keep(None, one, "links.act.ask", Verb.SAVE) else None

    def put_aside(self, uid: str) -> bool:
        """End a question today: it stays, and counts."""
        one = self._found(uid)
        if one is None:
            return False
        ended = replace(one, ended=max(self._store.today(), one.asked))
        return self._keep(one, ended, "links.act.aside", Verb.EDIT)

    def delete(self, uid: str) -> bool:
        """Delete a question whose numbers were not seen, as an act that can be undone."""
        one = self._found(uid)
        if one is None or self.is_seen(one):
            return False
        return self._keep(one, None, "links.act.delete", Verb.DELETE)

    def look(self, links: Links, today: int) -> bool:
        """Note that all pairs were asked for, and which of them have numbers; whether it could be."""
        self.looked = self._looked_here = date.fromordinal(today)
        return self._note({LOOKED: self.looked.isoformat(), SEEN: newly_seen(links, self.seen, today)})

    def note_seen(self, links: Links, today: int) -> None:
        """Note which pairs' numbers are on the screen, where any is new."""
        after = newly_seen(links, self.seen, today)
        if after != self.seen:
            self._note({SEEN: after})

    def _note(self, values: dict[str, object]) -> bool:
        if self._store.read_only:
            return False
        try:
            self._store.note_settings(values)
        except DiaryError as error:
            self.trouble.emit(str(error))
            return False
        self.read()
        return True

    def _found(self, uid: str) -> LinkQuestion | None:
        return next((one for one in self.questions if one.uid == uid), None)

    def _keep(self, before: LinkQuestion | None, after: LinkQuestion | None, key: str, verb: Verb) -> bool:
        try:
            self._store.save([Replace(before=before, after=after)], text=say(key), verb=verb)
        except ConflictError:
            self.trouble.emit(say("story.conflict"))
            return False
        except DiaryError as error:
            self.trouble.emit(str(error))
            return False
        self.read()
        return True


def _day(words: object) -> date | None:
    """A day as the settings keep it; None for anything else."""
    try:
        return date.fromisoformat(words) if isinstance(words, str) else None
    except ValueError:
        return None
