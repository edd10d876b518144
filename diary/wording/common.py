"""Texts that several pages share."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "app.name": "Nerve Diary",
    "app.purpose": (
        "A personal record and a help in talking with your clinicians. "
        "It does not diagnose, does not watch over you, and does not advise on treatment."
    ),
    "app.no_screen": "No screen is available here, so the diary cannot open a window.",
    "app.private": "Everything stays in one file on this computer; nothing is sent anywhere.",
    "n_of_days": ("{some} of {n} day", "{some} of {n} days"),
    "not_answered": "not answered",
    "no_entry": "no entry",
}
