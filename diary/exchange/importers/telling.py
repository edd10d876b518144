"""An import told in sentences, for a dry run and for the question before it."""

from __future__ import annotations

from diary.exchange.importers.plan import ImportPlan
from diary.wording import say, say_n

SHOWN_UNREADABLE = 20
"""More parts than these are counted, but not listed."""


def told(planned: ImportPlan) -> tuple[str, ...]:
    """What would come in, a sentence a line; the parts that cannot be read are named at the end."""
    lines = []
    if planned.whole is not None:
        lines.append(say_n("import.told_restore", planned.entries))
        others = sum(len(found) for found in planned.whole.plain.values())
        lines += [say_n("import.told_others", others)] if others else []
    elif not planned.steps:
        lines.append(say("import.told_nothing"))
    if planned.first is not None:
        lines.append(say("import.told_days", first=planned.first, last=planned.last))
    for name in ("moments", "nights", "naps", "readings", "measures"):
        lines.extend(_counted(planned, name))
    for name in ("known", "different", "deleted", "repeated", "unreadable"):
        lines.extend(_counted(planned, name))
    for one in planned.unreadable[:SHOWN_UNREADABLE]:
        lines.append(say("import.at", place=one.place, why=one.why))
    return tuple(lines)


def _counted(planned: ImportPlan, name: str) -> list[str]:
    found = getattr(planned, name)
    n = len(found) if isinstance(found, tuple) else found
    return [say_n(f"import.told_{name}", n)] if n else []
