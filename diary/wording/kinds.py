"""Texts of the kinds of pain: words over time, places, attacks and medicines as needed."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "kinds.waiting": "Your days are being looked through.",
    "kinds.words": "Words for the pain",
    "kinds.words_table": "Table of the words, block by block",
    "kinds.places": "How long places have hurt",
    "kinds.places_table": "Table of places",
    "kinds.attacks": "Attacks by week",
    "kinds.attacks_table": "Table of attacks, week by week",
    "kinds.use": "Medicines as needed, by month",
    "kinds.use_table": "Table of medicines as needed, month by month",
    "kinds.words_axis": "share of the days with a marked place, four weeks a bar",
    "kinds.words_axis_more": "share of the days with a marked place, {weeks} weeks a bar",
    "kinds.attacks_axis": "how many in each week",
    "kinds.attacks_axis_more": "how many in each {weeks} weeks",
    "kinds.use_axis": "share of the answered days of each month",
    "kinds.use_axis_more": "share of the answered days, {months} months a bar",
    "kinds.all": "100 %",
    "kinds.other_word": "“{word}”",
    "kinds.bar": "{name}, {period}",
    "kinds.bar_words": ("{some} of {n} day with a marked place.", "{some} of {n} days with a marked place."),
    "kinds.bar_no_place": "No day with a marked place.",
    "kinds.bar_attacks": (
        "{attacks}, on {some} of {n} day answered.",
        "{attacks}, on {some} of {n} days answered.",
    ),
    "kinds.bar_no_answer": "No answer about attacks.",
    "kinds.bar_flares": ("{n} moment with pain noted.", "{n} moments with pain noted."),
    "kinds.bar_use": ("Taken on {some} of {n} answered day.", "Taken on {some} of {n} answered days."),
    "kinds.n_attacks": ("{n} attack", "{n} attacks"),
    "kinds.attack_row": "Attacks",
    "kinds.flare_row": "Moments with pain",
    "kinds.together": "All together",
    "kinds.strip_days": ("{some} of {n} day", "{some} of {n} days"),
    "kinds.strip_total": ("{n} in all", "{n} in all"),
    "kinds.more_strips": ("{n} more is in the table.", "{n} more are in the table."),
    "kinds.words_none": "No words for the pain on these days",
    "kinds.words_none_text": "Mark a place on the body and choose how it feels.",
    "kinds.words_most": "{word} was said most often",
    "kinds.words_line": ("{word}: {some} of {n} day.", "{word}: {some} of {n} days."),
    "kinds.words_n": (
        "A word was said on {some} of {n} day with a marked place.",
        "A word was said on {some} of {n} days with a marked place.",
    ),
    "kinds.words_memory": (
        "{n} day with places entered over 3 days later is left out.",
        "{n} days with places entered over 3 days later are left out.",
    ),
    "kinds.words_how": (
        "Each bar is the share of the marked days on which the word was said. "
        "Days without a marked place say nothing about words and are left out. "
        "A gap is a time without such days. Nothing is tested."
    ),
    "kinds.period": "Your entries from {period}.",
    "kinds.places_none": "No place marked yet",
    "kinds.places_none_text": "Places appear here once you mark where it hurts.",
    "kinds.lasting": ("{n} place: longer than 3 months", "{n} places: longer than 3 months"),
    "kinds.lasting_none": "No place has hurt for over 3 months, as far as known",
    "kinds.lasting_text": (
        "Pain that lasts or returns for over 3 months has a clinical name: chronic pain. "
        "This is a length of time, not a diagnosis."
    ),
    "kinds.about_days": (
        "{n} place is only known from the days in this diary.",
        "{n} places are only known from the days in this diary.",
    ),
    "kinds.places_how": (
        "A length runs from the start you gave, else from the first day marked here. "
        "It ends with the last day of pain there, or where you said so. "
        "Days count only where places were answered."
    ),
    "kinds.places_data": "Your whole diary up to {day}.",
    "kinds.places_recent": "The last 90 days of it are shown apart.",
    "kinds.since": "since {when}",
    "kinds.since_seen": "here since {when}",
    "kinds.no_since": "start not known",
    "kinds.over": "{since}, over {until}",
    "kinds.state.longer": "longer than 3 months",
    "kinds.state.shorter": "up to 3 months",
    "kinds.state.unknown": "length not known yet",
    "kinds.since_state": "{since}; {state}",
    "kinds.legend_all": "all answered days since it began here",
    "kinds.legend_recent": "the last 90 days",
    "kinds.of": "{some} of {n}",
    "kinds.place_line": "{state}. Pain there on {all}. In the last 90 days on {recent}.",
    "kinds.attacks_none": "No answers about attacks on these days",
    "kinds.attacks_none_text": "“None” is an answer too.",
    "kinds.attacks_total": ("{n} attack on these days", "{n} attacks on these days"),
    "kinds.attacks_days": (
        "On {some} of {n} answered day, {per_day} a day.",
        "On {some} of {n} answered days, {per_day} a day.",
    ),
    "kinds.attack_length": (
        "One attack usually lasts {length}, as said on {n} day.",
        "One attack usually lasts {length}, as said on {n} days.",
    ),
    "kinds.flares": (
        "{n} single moment with pain, on {days} days.",
        "{n} single moments with pain, on {days} days.",
    ),
    "kinds.lengths": (
        "Half of the {n} with an end lasted {median} or less ({shortest} to {longest}).",
        "Half of the {n} with an end lasted {median} or less ({shortest} to {longest}).",
    ),
    "kinds.length_one": "One of them has an end: it lasted {median}.",
    "kinds.open": ("{n} has no end noted.", "{n} have no end noted."),
    "kinds.attacks_how": (
        "Attacks are those you counted for a day. Moments are single notes of pain. "
        "They are not added together. A week without an answer has a gap, not a nought."
    ),
    "kinds.attacks_n": ("{some} of {n} day answered.", "{some} of {n} days answered."),
    "kinds.attacks_memory": (
        "{n} day entered over 3 days later is left out.",
        "{n} days entered over 3 days later are left out.",
    ),
    "kinds.use_none": "No answers about medicines as needed",
    "kinds.use_none_text": "Days appear here once you note one taken, or “none”.",
    "kinds.use_month": (
        "{month}: taken on {some} of {n} answered day",
        "{month}: taken on {some} of {n} answered days",
    ),
    "kinds.use_before": (
        "{month}: {some} of {n} answered day.",
        "{month}: {some} of {n} answered days.",
    ),
    "kinds.use_unsaid": (
        "On {n} further day something was taken, not noted which.",
        "On {n} further days something was taken, not noted which.",
    ),
    "kinds.use_how": (
        "Days with a dose, of the days on which medicines as needed were answered. "
        "Several doses on a day are one day. Days without an answer are not counted."
    ),
    "kinds.use_memory": (
        "{n} dose entered over 3 days later is left out.",
        "{n} doses entered over 3 days later are left out.",
    ),
    "kinds.column.block": "Days",
    "kinds.column.marked": "With a marked place",
    "kinds.column.place": "Place",
    "kinds.column.since": "Since",
    "kinds.column.state": "How long",
    "kinds.column.all": "Days with pain there",
    "kinds.column.recent": "In the last 90 days",
    "kinds.column.last": "Last day of pain",
    "kinds.column.week": "Week from",
    "kinds.column.attacks": "Attacks",
    "kinds.column.answered": "Days answered",
    "kinds.column.flares": "Moments with pain",
    "kinds.column.month": "Month",
    "kinds.column.medicine": "Medicine",
    "kinds.column.days": "Days taken",
    "kinds.column.doses": "Doses",
    "kinds.column.calendar": "Days of the month here",
    "kinds.absent": "–",
    "kinds.no_picture": "There is no picture here yet.",
    "kinds.no_picture_do": "Try again with more days.",
}
