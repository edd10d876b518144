"""What happened beside the entries, in words: "Pregabalin: dose raised"."""

from __future__ import annotations

from diary.models.codes import ProcedureKind, SessionKind
from diary.wording import say


def happened_words(kind: str, name: str, code: str) -> str:
    """A start, a step, a procedure or an event; without a name of its own, what its kind is called."""
    if not name and code:
        name = (
            say(f"treatments.procedure.{ProcedureKind(code)}")
            if kind == "procedure"
            else say(f"treatments.session.{SessionKind(code)}")
        )
    return say(f"effect.kind.{kind}", name=name)
