"""The faces of Trends by name, imported when they are first looked at."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from diary.ui.trends.face import Face

if TYPE_CHECKING:
    from diary.store.store import Store

OVER_TIME: Final = "over_time"

NAMES: Final = (OVER_TIME, "year", "spread", "when", "kinds", "effects", "links", "trials")
"""In the order of their tabs; `year` is the face of that key in the module `diary.ui.trends.year.face`."""


def there() -> tuple[str, ...]:
    """The names whose module is there."""
    return tuple(name for name in NAMES if find_spec(_package(name)) and find_spec(_module(name)))


def make_face(name: str, store: Store) -> Face:
    """The face of that name; KeyError where its module has none."""
    module = import_module(_module(name))
    for one in vars(module).values():
        if isinstance(one, type) and issubclass(one, Face) and one.key == name:
            return one(store)
    raise KeyError(name)


def _package(name: str) -> str:
    return f"diary.ui.trends.{name}"


def _module(name: str) -> str:
    return f"{_package(name)}.face"
