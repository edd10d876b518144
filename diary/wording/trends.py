"""Texts of the Trends page and its charts."""

_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
_DAYS_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TEXTS: dict[str, str | tuple[str, str]] = {
    **{f"month.long.{number}": name for number, name in enumerate(_LONG, 1)},
    **{f"month.short.{number}": name for number, name in enumerate(_SHORT, 1)},
    **{f"weekday.long.{number}": name for number, name in enumerate(_DAYS)},
    **{f"weekday.short.{number}": name for number, name in enumerate(_DAYS_SHORT)},
    "chart.day": "{day} {month}",
    "chart.pain": "Pain",
    "chart.sleep": "Sleep",
    "chart.hours": "{hours} h",
    "chart.yes": "yes",
    "chart.no": "no",
    "chart.other_words": "other words",
    "chart.from_moments": "from moments",
    "chart.self_reported": "self-reported",
    "chart.computed_percent": "%, computed from the times you gave",
    "chart.computed": "computed from the times you gave",
    "chart.partly_computed": "partly computed from the times you gave",
    "chart.minutes_slept": "time asleep",
    "chart.high_is_good": "high is good",
    "chart.high_is_worse": "high is worse",
    "chart.no_entry": "no\nentry",
    "chart.no_entry_days": "no entry\n{first}\nto {last}",
    "chart.legend.gap": "no entry",
    "chart.legend.weeks": "weekly mean (4 days or more)",
    "chart.legend.band": "least to worst",
    "chart.legend.binned": "mean of each {days} days",
    "chart.legend.moments": "pain now",
    "chart.legend.moment": "a single moment",
    "chart.legend.late": "entered 1 to 3 days later",
    "chart.legend.imported": "from another app or device",
    "chart.legend.memory": "entered over 3 days later, not averaged",
    "trends.title": "Trends",
    "trends.range": "Time shown",
    "trends.range.2w": "2 weeks",
    "trends.range.3m": "3 months",
    "trends.range.1y": "1 year",
    "trends.range.all": "All",
    "trends.period": "{since} to {until}",
    "trends.period_year": "{since} {a} to {until} {b}",
    "trends.day_year": "{day} {year}",
    "trends.from": "From",
    "trends.to": "To",
    "trends.show_days": "Show these days",
    "trends.measures": "Measures",
    "trends.table": "Table",
    "trends.chart": "Chart",
    "trends.save_picture": "Save picture",
    "trends.save_title": "Save the picture",
    "trends.save_filters": "PNG picture (*.png);;SVG drawing (*.svg)",
    "trends.save_name": "trends.png",
    "trends.saved": "The picture is saved as {name}.",
    "trends.chart_name": "Chart of the measures",
    "trends.chart_keys": (
        "Left and Right move a day, Home and End to the first and last. "
        "Plus and minus zoom, 0 goes back, Shift with Left or Right moves in time."
    ),
    "trends.table_name": "Table of the days shown",
    "trends.drawing": "The picture is being drawn.",
    "trends.empty.title": "No entries yet",
    "trends.empty.text": "Here you will see how your days went over time. One day is enough to begin.",
    "trends.empty.action": "Go to Today",
    "trends.nothing_shown": "No values on these days",
    "trends.nothing_text": "There are no entries for these measures here. Another time may have some.",
    "trends.show_all": "Show all days",
    "trends.day_title": "{weekday} {day} {month} {year}",
    "trends.date": "{day} {month} {year}",
    "trends.list": "{first}, {rest}",
    "trends.told_all": "{first}. {rest}",
    "trends.readout": "{day}: {values}",
    "trends.told": "{name} {value}",
    "trends.told_pain_all": "Pain {average} (least {least}, worst {worst})",
    "trends.told_pain_average": "Average pain {value}",
    "trends.told_pain_worst": "Worst pain {value}",
    "trends.told_pain_least": "Least pain {value}",
    "trends.told_now": "Pain now {values}",
    "trends.told_late": "entered over 3 days later",
    "trends.told_imported": "imported",
    "trends.told_changed": "changed since",
    "trends.told_by": "written by {name}",
    "trends.n_of_days": ("{some} of {n} day", "{some} of {n} days"),
    "trends.n_of_nights": ("{some} of {n} night", "{some} of {n} nights"),
    "trends.first_day": "Counted from {first}, its first day.",
    "trends.weekday_date": "{weekday} {day} {month} {year}",
    "trends.weeks": "Weekly means between {low} and {high}.",
    "trends.four_weeks": "First 4 weeks: {a}, {n} of 28 days. Last 4 weeks: {b}, {m} of 28 days.",
    "trends.percent": "{percent} %",
    "trends.between": "Between {low} and {high}.",
    "trends.only_late": "Only entries made over 3 days later.",
    "trends.average.how": (
        "The mean of what you gave as your average pain on each day. "
        "Days without an entry are left out. "
        "Entries made over 3 days later are left out too. "
        "Pain now is not mixed in. A weekly mean needs 4 of 7 days, Monday to Sunday."
    ),
    "trends.severe.title": "Days with worst pain {severity} or more",
    "trends.severe.of": ("of {n} day", "of {n} days"),
    "trends.severe.of_share": "of {n} days, {share}",
    "trends.severe.line": "First 4 weeks {a} of {b}, last 4 weeks {c} of {d}.",
    "trends.severe.alone": (
        "On {n} of these days only moments or places tell the worst.",
        "On {n} of these days only moments or places tell the worst.",
    ),
    "trends.severe.from_worst": "{n} times the worst pain given for the day",
    "trends.severe.from_moment": "{n} times a pain now",
    "trends.severe.from_place": "{n} times a place",
    "trends.severe.from_nothing_hurts": "{n} times “nothing hurts”",
    "trends.severe.how": (
        "The worst of a day is the largest of worst pain, moments and places. "
        "It was taken from: {parts}. Entries made over 3 days later are left out."
    ),
    "trends.sleep.title": "Time asleep, a night",
    "trends.sleep.how": (
        "The mean of the nights with an answer. A night belongs to the day it ends on. "
        "Where several sources tell of one night, yours is taken, then the longest. "
        "Sleep as people tell it is often half an hour longer than measured."
    ),
    "trends.computed": (
        "{n} is computed from the times you gave.",
        "{n} are computed from the times you gave.",
    ),
    "trends.mean.how": (
        "The mean of the days with an answer. Days without one are left out. "
        "Entries made over 3 days later are left out too."
    ),
    "trends.yes_of": ("yes on {n} day answered", "yes, of {n} days answered"),
    "trends.yes.how": "The days answered with yes, of all days on which this was answered.",
    "trends.words.how": "How often each word was given. Words are not turned into numbers.",
    "trends.word_count": "{word} {n}",
    "trends.moments": ("from {n} moment", "from {n} moments"),
    "trends.complete.title": "How complete is this?",
    "trends.complete.before": "These days are before your first entry.",
    "trends.complete.in_time": ("{n} in time", "{n} in time"),
    "trends.complete.imported": ("{n} imported", "{n} imported"),
    "trends.complete.memory": ("{n} entered over 3 days later", "{n} entered over 3 days later"),
    "trends.complete.nights": ("{n} with a night only", "{n} with a night only"),
    "trends.complete.moments": ("{n} with a moment only", "{n} with moments only"),
    "trends.complete.without": ("{n} without an entry", "{n} without an entry"),
    "trends.complete.line": ("Of {n} day: {parts}.", "Of {n} days: {parts}."),
    "trends.complete.gap": "Longest gap: {days} days.",
    "trends.complete.differ": "Days without an entry may differ from the others.",
    "trends.complete.how": (
        "Counted are the days from {first} to today, as far as they are shown. "
        "In time means on the day itself or up to 3 days later. "
        "Later entries are shown hollow and enter no average."
    ),
    "trends.late_show": "Show the value with late entries",
    "trends.late_hide": "Hide the value with late entries",
    "trends.late": "With late entries: {value}, on {n} days. Without: {without}.",
    "trends.late_only": "With late entries: {value}, on {n} days.",
    "trends.column.day": "Day",
    "trends.cell_late": "{value} (late)",
    "trends.cell_imported": "{value} (imported)",
    "trends.cell_changed": "{value} (changed)",
    "trends.cell_by": "{value} (by {name})",
}
