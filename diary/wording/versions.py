"""Earlier versions of a record."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "version.title": "Earlier versions",
    "version.line": "Changed {when}. {said}",
    "version.by": "{when}, {author}",
    "version.changed": "{field}: {before} → {after}",
    "version.given": "{field}: {after}",
    "version.taken": "{field}: {before}, taken out",
    "version.same": "nothing of what is shown here",
    "version.bring_back": "Bring back what was before",
    "version.bring_back_name": "Bring back what was before {when}",
    "version.back_saved": "An earlier version brought back",
    "version.gone": "This was changed elsewhere meanwhile. Nothing was brought back. Open it again.",
    "version.yes": "yes",
    "version.no": "no",
}
