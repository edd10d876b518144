"""Every label and sentence of our own: the one place where codes meet language."""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from importlib import import_module

AREAS = (
    "common",
    "measures",
    "body",
    "window",
    "errors",
    "first_run",
    "settings",
    "help",
    "exchange",
    "today",
    "places",
    "history",
    "answers",
    "trends",
    "report",
    "cli",
)
"""Modules of this package that hold texts; each has `TEXTS`, key to text or (singular, plural)."""

Text = str | tuple[str, str]


@cache
def catalogue() -> dict[str, Text]:
    """All texts by key; a key that stands in two areas is a bug of ours (ValueError)."""
    texts: dict[str, Text] = {}
    for area in AREAS:
        added: dict[str, Text] = import_module(f"{__name__}.{area}").TEXTS
        if twice := texts.keys() & added.keys():
            raise ValueError(f"texts defined twice: {sorted(twice)}")
        texts.update(added)
    return texts


def say(key: str, /, **values: object) -> str:
    """The text of `key` in the language of now, `{name}` places filled from `values`; KeyError if unknown."""
    text = catalogue()[key]
    if isinstance(text, tuple):
        raise TypeError(f"{key} counts something: use say_n")
    said = _gettext.gettext(text)
    return said.format(**values) if values else said


def say_n(key: str, n: int, /, **values: object) -> str:
    """The singular or plural text of `key` for `n` things; `{n}` is filled with `n`."""
    text = catalogue()[key]
    if isinstance(text, str):
        raise TypeError(f"{key} counts nothing: use say")
    return _gettext.ngettext(text[0], text[1], n).format(n=n, **values)
