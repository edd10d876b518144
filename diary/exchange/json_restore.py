"""The diary's own JSON back into an empty diary: everything as it was, nothing added."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any, NoReturn

from diary.errors import DiaryError
from diary.exchange.json_format import FORMAT, READABLE, SECTIONS, VERSION
from diary.exchange.restore_checks import check_whole
from diary.models.plain import NotPlainError, from_plain
from diary.models.records import Revision
from diary.storage.acts import RECORD_OF
from diary.storage.snapshot import Snapshot
from diary.wording import say


@dataclass(frozen=True, slots=True)
class _BadNumberError(ValueError):
    text: str


def is_own_json(data: bytes) -> bool:
    """Whether a file begins like the diary's own export."""
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and f'"{FORMAT}"'.encode() in head


def read_snapshot(data: bytes, name: str) -> Snapshot:
    """The record in an export's bytes; DiaryError names the file, and the line or field."""
    plain = _parsed(data, name)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise DiaryError(say("exchange.not_own", file=name), do=say("error.choose_other"))
    version = plain.get("version")
    if isinstance(version, int) and version > VERSION:
        raise DiaryError(
            say("exchange.newer", file=name), say("error.nothing_changed"), say("error.newer_do")
        )
    try:
        if version not in READABLE or isinstance(version, bool):
            raise NotPlainError("version", f"expected {', '.join(map(str, READABLE[:-1]))} or {VERSION}")
        whole = Snapshot.of({section: _records(plain, section) for section in SECTIONS})
        if unknown := plain.keys() - {"format", "version", *SECTIONS}:
            raise NotPlainError(min(unknown), "unknown field")
        check_whole(whole)
    except NotPlainError as error:
        _refuse(name, str(error), error)
    return whole


def _parsed(data: bytes, name: str) -> Any:
    try:
        text = data.decode("utf-8-sig")
        plain = json.loads(text, parse_constant=_no_number, parse_float=_finite)
        if "\\ud" in text or "\\uD" in text:
            json.dumps(plain, ensure_ascii=False).encode("utf-8")  # half a character cannot be kept
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        key = "exchange.ends_early" if cut else "exchange.not_json"
        _refuse(name, say(key, line=error.lineno), error)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _refuse(name, say("exchange.at_line", line=line, why=say("exchange.not_utf8")), error)
    except UnicodeEncodeError as error:
        _refuse(name, say("exchange.not_utf8"), error)
    except _BadNumberError as error:
        _refuse(name, say("exchange.not_a_number", text=error.text), error)
    except (ValueError, RecursionError) as error:  # an endless number, or lists in lists without end
        _refuse(name, say("exchange.not_readable"), error)
    return plain


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _no_number(text: str) -> NoReturn:
    raise _BadNumberError(text)


def _records(plain: dict[str, Any], section: str) -> tuple[Any, ...]:
    found = plain.get(section, [])
    if not isinstance(found, list):
        raise NotPlainError(section, "expected a list")
    kind = SECTIONS[section]
    if kind is Revision:
        return tuple(_revision(one, f"{section}[{at}]") for at, one in enumerate(found))
    return tuple(from_plain(kind, one, f"{section}[{at}]") for at, one in enumerate(found))


def _revision(plain: Any, place: str) -> Revision:
    before = plain.get("before") if isinstance(plain, dict) else None
    if not isinstance(before, dict):
        raise NotPlainError(f"{place}.before", "expected an object")
    text = json.dumps(before, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    revision = from_plain(Revision, {**plain, "before": text}, place)
    from_plain(RECORD_OF[revision.noun], before, f"{place}.before")
    return revision


def _refuse(name: str, why: str, error: Exception) -> NoReturn:
    raise DiaryError(
        say("exchange.does_not_fit", file=name, why=why),
        say("error.nothing_changed"),
        say("exchange.choose_whole"),
    ) from error
