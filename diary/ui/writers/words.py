"""Those who write, by name and by what they are to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import AuthorRole
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Author
    from diary.store.store import Store


def writer_words(author: Author) -> str:
    """A helper as "Anna (partner)", the person as their name or "You"."""
    if author.role is AuthorRole.SELF:
        return say("writer.you")
    role = say(f"writer.role.{author.role}")
    return say("writer.named", name=author.name, role=role) if author.name else role


def name_of(store: Store, uid: str) -> str:
    """Who a uid stands for."""
    from diary.storage import queries

    author = store.ask(queries.authors).get(uid)
    return writer_words(author) if author is not None else say("writer.unknown")
