"""What stands in Get help, section by section; the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading (or none), sentences, and a list under them; all are keys of texts."""

    heading: str = ""
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


HOW: Final = (
    Part(
        points=tuple(
            f"help.how.{one}"
            for one in (
                "where",
                "how_much",
                "quality",
                "nothing",
                "empty",
                "same",
                "now",
                "past",
                "change",
                "draft",
            )
        )
    ),
)

WHEN: Final = (
    Part(sentences=("help.when.same", "help.when.new")),
    Part(
        heading="help.when.department",
        points=(
            "help.when.thighs",
            "help.when.buttocks",
            "help.when.wiping",
            "help.when.urine",
            "help.when.leaking",
            "help.when.full",
            "help.when.bowel",
            "help.when.sexual",
            "help.when.weakness",
            "help.when.fever",
            "help.when.fever_after",
        ),
    ),
    Part(
        heading="help.when.call",
        points=(
            "help.when.face",
            "help.when.climbing",
            "help.when.breathing",
            "help.when.chest",
            "help.when.headache",
            "help.when.sight",
        ),
    ),
    Part(
        heading="help.when.today",
        sentences=("help.when.today_else",),
        points=("help.when.cancer", "help.when.leg", "help.when.eye", "help.when.foot"),
    ),
    Part(sentences=("help.when.unsure",)),
)
"""Clinical source: section 8, red flags; static, never worked out from entries."""

HARM: Final = (
    Part(sentences=("help.harm.common", "help.harm.others")),
    Part(heading="help.harm.now", points=("help.harm.call", "help.harm.stay", "help.harm.away")),
    Part(
        heading="help.harm.later",
        points=("help.harm.tell", "help.harm.doctor", "help.harm.line", "help.harm.find"),
    ),
    Part(sentences=("help.harm.private",)),
)
"""Static and never shown because of an entry."""

ABOUT: Final = (Part(sentences=("app.purpose", "app.private", "help.about.licence", "help.about.others")),)

SECTIONS: Final = ("how", "keys", "when", "harm", "about")
"""Keys of the sections in their order; each has the text `help.<key>` as its heading."""
