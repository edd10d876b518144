"""Texts of the paper diary and of typing it in."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "blank.title": "Diary on paper, seven days",
    "blank.about": (
        "One column a day. Write the date on top and leave empty what you do not know. An empty field stays "
        "empty; it is never 0. Later: Report, Paper, Type in days."
    ),
    "blank.date": "Day and month",
    "blank.planned": "All medicines taken as planned",
    "blank.nothing_hurts": "Nothing hurt on this day",
    "blank.yes_no": "yes or no",
    "blank.tick": "yes, or leave empty",
    "blank.length": "hours and minutes, as 6:30",
    "blank.count": "how many",
    "blank.number": "number",
    "blank.scale": "0 {low}, 10 {high}",
    "blank.scale_bare": "0 to 10",
    "blank.left_out": "Also asked by the diary: {names}.",
    "blank.where": "Where it hurts",
    "blank.where_about": (
        "Outline each place and give it a letter. Right and left are your own; on the front view, your right "
        "is on the left of the page."
    ),
    "blank.column.place": "Place",
    "blank.column.days": "Days",
    "blank.column.worst": "Worst",
    "blank.column.feels": "How it feels",
    "blank.words": "Words for it: {words}.",
    "blank.medicines": "Medicines as needed: which, how much, day and time",
    "blank.notes": "Notes",
    "blank.limits": "A personal record; not a diagnosis and not a medical device.",
    "blank.version": "Nerve Diary {version}",
    "blank.figure_alt": "An empty outline of the body from front and back, to draw on.",
    "blank.yes": "yes",
    "blank.no": "no",
    "blank.takes_length": "It takes a length, as 6:30 or 45 min.",
    "blank.takes_yes": "It takes yes or no.",
    "blank.takes_number": "It takes a number.",
    "blank.takes_range": "It takes a number from {low} to {high}.",
    "blank.places_there": "Places are marked on this day. Open it on Today to change them.",
    "blank.cell": "{row}, {day}: {text}",
    "blank.cell_empty": "{row}, {day}: empty",
    "blank.cell_problem": "{row}, {day}: {text}. {problem}",
    "blank.head_coming": "{day}\nto come",
    "blank.head_late": "{day}\nlate",
    "blank.grid": "Days on paper",
    "blank.grid_keys": "Type into a cell; Enter goes down. Delete empties a cell.",
    "blank.page": "Type in days from paper",
    "blank.page_about": (
        "One column a day, in the order of the paper. Enter goes down. Empty stays empty. Each day keeps "
        "when it was typed in: days marked late are shown, but not averaged. Places are drawn on Today."
    ),
    "blank.leave": "Close",
    "blank.earlier": "Seven days earlier",
    "blank.later": "Seven days later",
    "blank.days": "{first} to {last}",
    "blank.not_saved": ("{n} day is not saved yet.", "{n} days are not saved yet."),
    "blank.discard": "Discard typing",
    "blank.discarded": "The typing is discarded. The diary is as it was.",
    "blank.save": "Save days",
    "blank.saved": ("Paper, {n} day", "Paper, {n} days"),
    "blank.saved_days": (
        "Saved {n} day. Undo with Ctrl+Z.",
        "Saved {n} days. Undo with Ctrl+Z.",
    ),
    "blank.brought_back": "What you typed before is still here, and not saved yet.",
    "blank.problem": "{row}, {day}: {problem}",
    "blank.mend_first": "One cell cannot be read yet. Nothing is saved so far.",
}
