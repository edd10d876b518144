"""Which letters the bundled typefaces can draw: what they cannot would be an empty box on paper."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from diary.paths import resource

STAND_IN = "[…]"
"""What stands for letters that no bundled typeface has."""

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows, beyond the words they stand in."""

JOINERS = frozenset("\u200d\ufe0e\ufe0f")


@cache
def covered() -> frozenset[int]:
    """The code points that at least one bundled typeface draws."""
    from matplotlib.ft2font import FT2Font

    found: set[int] = set()
    for file in sorted(resource("fonts").glob("*.ttf")):
        found.update(FT2Font(str(file)).get_charmap())
    return frozenset(found)


def drawn(text: str) -> str:
    """`text` with `STAND_IN` for each run of letters that cannot be drawn; no controls but line ends."""
    if text.isascii() and text.isprintable():
        return text
    known = covered()
    plain = unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text))
    kept: list[str] = []
    for letter in plain:
        if letter in TURNING:
            continue
        if letter == "\n" or (
            ord(letter) in known and unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
        ):
            kept.append(letter)
        elif letter == "\t" or unicodedata.category(letter) == "Zs":
            kept.append(" ")
        elif _is_seen(letter) and (not kept or kept[-1] != STAND_IN):
            kept.append(STAND_IN)
    return "".join(kept)


def _is_seen(letter: str) -> bool:
    """Whether a letter that cannot be drawn would be seen: controls, joiners and tones of emoji are not."""
    if letter in JOINERS or "\U0001f3fb" <= letter <= "\U0001f3ff" or "\U000e0000" <= letter <= "\U000e0fff":
        return False
    return unicodedata.category(letter) not in {"Cc", "Cf", "Mn", "Me"}
