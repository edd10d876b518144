"""What every table of the diary file shares: the metadata, the columns of provenance, the uid."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String

metadata = MetaData()


def changed_by() -> tuple[Column[int], Column[int]]:
    """The changes that first wrote a row and that wrote its present content."""
    return (
        Column("first", Integer, ForeignKey("change.id"), nullable=False),
        Column("last", Integer, ForeignKey("change.id"), nullable=False),
    )


def uid() -> Column[str]:
    """The name a record keeps for ever."""
    return Column("uid", String, nullable=False, unique=True)
