"""Texts of the plain-text summary."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "digest.days": "{period} ({length})",
    "digest.titled": "{title}: {words}",
    "digest.run_in": "{title}: {words}",
    "digest.number": "{label}: {number} ({notes})",
    "digest.number_alone": "{label}: {number}",
    "digest.line": "- {words}",
    "digest.numbered": "{n}. {words}",
    "digest.headed": "{head}: {words}",
    "digest.pair": "{one}, {other}",
}
