"""Records as plain JSON values and back: the one codec of revisions, exports and drafts."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from diary.models.moments import Moment
from diary.models.rough import Rough

T = TypeVar("T")

LARGEST_INT = 2**63 - 1
"""What an integer column takes."""

_DEFAULTS: dict[type[Any], dict[str, Any]] = {}
_HINTS: dict[type[Any], dict[str, Any]] = {}


class NotPlainError(ValueError):
    """A plain value that is not the record it claims to be; `place` names the field."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")
        self.place = place
        self.why = why


def to_plain(value: Any) -> Any:
    """JSON values of a record: fields at their default are left out, whole floats become integers."""
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, date | Moment | Rough):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        if (
            value and type(value[0]) is int and all(type(one) is int for one in value)
        ):  # the points of a drawing are many
            return list(value)
        return [to_plain(one) for one in value]
    return _record_to_plain(value)


def _record_to_plain(record: Any) -> dict[str, Any]:
    plain = {}
    for name, default in _defaults(type(record)).items():
        value = getattr(record, name)
        if value != default:
            plain[name] = to_plain(value)
    return plain


def from_plain(kind: type[T], plain: Any, place: str = "") -> T:
    """The record of `kind` in `plain`; NotPlainError names the first field that does not fit."""
    if not isinstance(plain, dict):
        raise NotPlainError(place, "expected an object")
    hints = _hints(kind)
    if unknown := plain.keys() - hints.keys():
        raise NotPlainError(f"{place}.{min(unknown)}", "unknown field")
    for name, default in _defaults(kind).items():
        if default is dataclasses.MISSING and name not in plain:
            raise NotPlainError(f"{place}.{name}", "missing")
    return kind(**{name: _read(hints[name], one, f"{place}.{name}") for name, one in plain.items()})


def _defaults(kind: type[Any]) -> dict[str, Any]:
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = {field.name: _default(field) for field in dataclasses.fields(kind)}
    return _DEFAULTS[kind]


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _hints(kind: type[Any]) -> dict[str, Any]:
    if kind not in _HINTS:
        hints = get_type_hints(kind)
        _HINTS[kind] = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
    return _HINTS[kind]


def _read(hint: Any, plain: Any, place: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        inner = next(one for one in get_args(hint) if one is not type(None))
        return _read(inner, plain, place)
    if origin is tuple:
        if not isinstance(plain, list):
            raise NotPlainError(place, "expected a list")
        inner = get_args(hint)[0]
        if inner is int and all(type(one) is int and abs(one) <= LARGEST_INT for one in plain):
            return tuple(plain)
        return tuple(_read(inner, one, f"{place}[{at}]") for at, one in enumerate(plain))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(plain, dict):
            raise NotPlainError(place, "expected an object")
        key, value = get_args(hint)
        return {_read(key, k, place): _read(value, v, f"{place}.{k}") for k, v in plain.items()}
    if dataclasses.is_dataclass(hint) and hint not in (Moment, Rough):
        return from_plain(hint, plain, place)  # type: ignore[arg-type]  # is_dataclass narrows to an instance
    return _read_scalar(hint, plain, place)


def _read_scalar(hint: Any, plain: Any, place: str) -> Any:
    if hint is object:
        return plain
    try:
        if hint is bool or hint is int or hint is float:
            return _number(hint, plain)
        if not isinstance(plain, str):
            raise ValueError("expected text")  # one kind of error for the reader
        if hint is Moment or hint is Rough:
            return hint.parse(plain)
        if hint is date:
            return date.fromisoformat(plain)
        if hint is bytes:
            return base64.b64decode(plain, validate=True)
        return hint(plain)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise NotPlainError(place, str(error)) from error


def _number(hint: type, plain: Any) -> Any:
    if isinstance(plain, bool) is not (hint is bool) or not isinstance(plain, bool | int | float):
        raise ValueError("expected true or false" if hint is bool else "expected a number")
    if hint is int and not isinstance(plain, int):
        raise ValueError("expected a whole number")
    if hint is int and abs(plain) > LARGEST_INT:
        raise ValueError("expected a smaller number")
    return float(plain) if hint is float else plain
