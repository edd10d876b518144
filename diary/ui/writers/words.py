"""Those who write, by name and by what they are to the person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.models.codes import AuthorRole
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.codes import Noun
    from diary.models.records import Author
    from diary.store.store import Store


def writer_words(author: Author) -> str:
    """A helper as "Anna (partner)", the person as their name or "You"."""
    if author.role is AuthorRole.SELF:
        return say("writer.you")
    role = say(f"writer.role.{author.role}")
    return say("writer.named", name=author.name, role=role) if author.name else role


def known_writers(store: Store) -> dict[str, Author]:
    """All who write here by uid; while a helper writes, the person has a name too and is not "you"."""
    from diary.storage import queries

    authors = store.ask(queries.authors)
    if not store.is_helped:
        return authors
    person = store.ask(queries.person)
    own = next(one for one in authors.values() if one.role is AuthorRole.SELF)
    name = own.name or (person.name if person is not None else "") or say("writer.person")
    return {**authors, own.uid: replace(own, name=name)}


def helpers_named(store: Store, noun: Noun) -> tuple[dict[str, str], dict[str, str]]:
    """Who else than the person wrote records of a noun: authors by record, and their names by author."""
    from diary.storage import author_queries

    helped = store.ask(author_queries.helped_records, noun)
    authors = known_writers(store) if helped else {}
    return helped, {uid: writer_words(authors[uid]) for uid in set(helped.values()) if uid in authors}


def name_of(store: Store, uid: str) -> str:
    """Who a uid stands for."""
    from diary.storage import queries

    author = store.ask(queries.authors).get(uid)
    return writer_words(author) if author is not None else say("writer.unknown")
