"""Texts of the face of Trends that shows a calendar year."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "year.chart": "The year, day by day",
    "year.table": "Table of the days of the year",
    "year.keys": (
        "Arrow keys go from day to day. Page Up and Page Down change the year. "
        "Enter opens the day in History."
    ),
    "year.hint": "A click or Enter opens a day in History.",
    "year.measure": "Measure of the year",
    "year.which": "Year shown",
    "year.previous": "Previous year",
    "year.next": "Next year",
    "year.title": "{measure}, {year}",
    "year.no_value": "entry without this value",
    "year.legend.low": "0 {words}",
    "year.legend.high": "10 {words}",
    "year.legend.hollow": "entered over 3 days later, not averaged",
    "year.legend.no_value": "entry without this value",
    "year.legend.no_entry": "no entry",
    "year.nothing": "Nothing to colour yet",
    "year.nothing_text": "Once a day has a number or a yes or no, it stands here.",
    "year.no_values": "No values that count in {year}.",
    "year.mean": ("On average {mean}, on {some} of {n} day.", "On average {mean}, on {some} of {n} days."),
    "year.yes": ("Yes on {n} of {of} days answered.", "Yes on {n} of {of} days answered."),
    "year.severe": ("Worst pain {severity} or more on {n} of {of} days.",) * 2,
    "year.month": "{month}: {mean}, {counted}.",
    "year.month_yes": "{month}: yes on {yes}, {counted}.",
    "year.month_few": "{month}: too few days for a mean, {counted}.",
    "year.late": (
        "{n} day was entered over 3 days later. It is hollow and in no mean.",
        "{n} days were entered over 3 days later. They are hollow and in no mean.",
    ),
    "year.late_mean": "With late entries: {mean}.",
    "year.how": (
        "The mean of the days with a value, each as heavy as the others. "
        "Days without one are left out. A month needs 4 days for a mean."
    ),
    "year.worst_how": "The worst of a day is the largest of worst pain, moments and places.",
    "year.levels_how": "The colours mean the same in every year.",
    "year.column.day": "Day",
    "year.column.value": "Value",
    "year.column.note": "Note",
    "year.no_picture": "There is no picture to save yet.",
    "year.no_picture_do": "Choose a measure with values first.",
}
