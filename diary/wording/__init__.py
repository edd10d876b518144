"""Every label and sentence of our own: the one place where codes meet language."""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from importlib import import_module
from os import environ

AREAS: dict[str, tuple[str, ...]] = {
    "common": ("app", "n_of_days", "no_entry", "not_answered"),
    "measures": ("measure",),
    "body": ("body", "quality", "side", "view"),
    "regions": ("region",),
    "window": ("card", "date", "row", "stat", "stepper", "window"),
    "errors": ("error", "problem", "sound"),
    "first_run": ("first_run", "restore"),
    "settings": ("settings",),
    "help": ("help",),
    "exchange": ("exchange", "import", "sample"),
    "today": ("now", "today"),
    "places": ("limb", "place"),
    "history": ("diff", "history"),
    "answers": ("answers",),
    "trends": ("chart", "month", "trends", "weekday"),
    "report": ("report",),
    "bodymap": ("bodymap", "picture", "steady"),
    "cli": ("cli",),
    "flares": ("flare", "attack", "attribution", "one"),
    "night": ("night", "nap"),
    "reminders": ("reminder", "tray"),
    "trackers": ("tracker", "factor", "section"),
    "treatments": ("treatments",),
    "medicines": ("medicine", "dose", "relief", "unit"),
    "forms": ("form",),
    "record_forms": ("record", "told", "cause", "stop_reason"),
    "story": ("story",),
    "questionnaires": ("instrument", "due"),
    "helpers": ("writer",),
    "timeline": ("everything", "kind"),
    "erase": ("erase",),
    "links": ("links",),
    "versions": ("version",),
    "effects": ("effect",),
    "trials": ("trial",),
    "year": ("year",),
    "spread": ("spread",),
    "when": ("when",),
    "kinds": ("kinds",),
    "course": ("course",),
    "sheet": ("sheet",),
    "annex": ("annex",),
    "annex_care": ("care",),
    "nerves": ("nerve",),
    "fhir": ("fhir",),
    "archive": ("archive",),
    "blank": ("blank",),
    "digest": ("digest",),
    "report_page": ("consult",),
}
"""Modules of this package that hold texts (`TEXTS`, key to text or (singular, plural)), and how keys begin.

An area is read when one of its keys is first said: the first page waits for three of them, not for all.
"""

TRANSLATED: dict[str, tuple[str, ...]] = {"de": ("body", "places", "regions")}
"""Other languages than English, and the areas whose texts are there, by the same keys, in a folder of it."""

LANGUAGES = ("en", *TRANSLATED)
"""Every language that some texts are in."""

Text = str | tuple[str, str]

_AREA_OF = {start: area for area, starts in AREAS.items() for start in starts}


@cache
def catalogue() -> dict[str, Text]:
    """All texts by key; a key that begins as those of another area do is a bug of ours (ValueError)."""
    texts: dict[str, Text] = {}
    for area in AREAS:
        added = _texts(area)
        if strange := sorted(key for key in added if _AREA_OF.get(key.partition(".")[0]) != area):
            raise ValueError(f"texts that no one would look for in {area}: {strange}")
        texts.update(added)
    return texts


@cache
def _texts(area: str) -> dict[str, Text]:
    texts: dict[str, Text] = import_module(f"{__name__}.{area}").TEXTS
    return texts


@cache
def _translated(language: str, area: str) -> dict[str, Text]:
    if area not in TRANSLATED.get(language, ()):
        return {}
    texts: dict[str, Text] = import_module(f"{__name__}.{language}.{area}").TEXTS
    return texts


def _text(key: str, language: str) -> Text:
    area = _AREA_OF.get(key.partition(".")[0])
    if area is None:
        raise KeyError(key)
    text = _texts(area)[key]
    return _translated(language, area).get(key, text)


@cache
def language() -> str:
    """The language of now, one of `LANGUAGES`: the first in the environment, read as gettext does."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((value for name in names if (value := environ.get(name))), "")
    codes = [one.replace(".", "_").replace("@", "_").partition("_")[0].lower() for one in wanted.split(":")]
    return next((code for code in codes if code in LANGUAGES), "en")


@cache
def _language() -> _gettext.NullTranslations:
    # Found once: gettext itself looks through the disk's folders for every sentence.
    return _gettext.translation("nerve-diary", fallback=True)


def say(key: str, /, **values: object) -> str:
    """The text of `key` in the language of now, `{name}` places filled from `values`; KeyError if unknown."""
    return say_in(language(), key, **values)


def say_in(language: str, key: str, /, **values: object) -> str:
    """The text of `key` in a language, in English where it has none; KeyError if the key is unknown."""
    text = _text(key, language)
    if isinstance(text, tuple):
        raise TypeError(f"{key} counts something: use say_n")
    said = _language().gettext(text) if text else ""
    return said.format(**values) if values else said


def say_n(key: str, n: int, /, **values: object) -> str:
    """The singular or plural text of `key` for `n` things; `{n}` is filled with `n`."""
    text = _text(key, language())
    if isinstance(text, str):
        raise TypeError(f"{key} counts nothing: use say")
    return _language().ngettext(text[0], text[1], n).format(n=n, **values)
