"""Texts of the Trends page and its charts."""

_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TEXTS: dict[str, str | tuple[str, str]] = {
    **{f"month.long.{number}": name for number, name in enumerate(_LONG, 1)},
    **{f"month.short.{number}": name for number, name in enumerate(_SHORT, 1)},
    **{f"weekday.long.{number}": name for number, name in enumerate(_DAYS)},
    "chart.day": "{day} {month}",
    "chart.pain": "Pain",
    "chart.hours": "{hours} h",
    "chart.yes": "yes",
    "chart.no": "no",
    "chart.other_words": "other words",
    "chart.from_moments": "from moments",
    "chart.self_reported": "self-reported",
    "chart.minutes_slept": "time asleep",
    "chart.high_is_good": "high is good",
    "chart.high_is_worse": "high is worse",
    "chart.no_entries": "no entries",
    "chart.no_entries_days": "no entries\n{first}\nto {last}",
    "chart.legend.weeks": "weekly mean (4 days or more)",
    "chart.legend.band": "least to worst",
    "chart.legend.spread": "lowest to highest of {n} days",
    "chart.legend.moments": "pain now",
    "chart.legend.late": "entered 1 to 3 days later",
    "chart.legend.imported": "from another app or device",
    "chart.legend.memory": "entered over 3 days later, not averaged",
    "trends.title": "Trends",
}
