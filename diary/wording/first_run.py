"""Texts of the first minutes: one page, nothing to answer."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "first_run.title": "A diary for nerve pain",
    "first_run.record": "Note where it hurts and how much, in about a minute a day.",
    "first_run.give": "See the months behind you. Hand one page to your doctor.",
    "first_run.open": "Open my diary",
    "first_run.new_here": "There is no diary at {file} yet. Open my diary makes one there.",
    "first_run.open_about": "Starts empty, on this computer",
    "first_run.sample": "Look at a sample diary",
    "first_run.sample_about": "Months of a made-up person, marked “sample” on every page",
    "first_run.restore": "Restore",
    "first_run.restore_about": "From an export of this diary, into a new one",
    "first_run.choose_export": "Choose an export of this diary",
    "first_run.exports": "JSON (*.json)",
    "restore.there": "There is a diary at {file} already.",
    "restore.open": "Open it with Open my diary.",
    "first_run.working": "Bringing the diary back. This can take a moment.",
    "first_run.figure": "A body, front view, with an example: burning in one foot, tingling in one hand",
    "first_run.no_advice": "The diary does not give medical advice.",
    "first_run.when_not_to_wait": "When not to wait: Get help",
}
