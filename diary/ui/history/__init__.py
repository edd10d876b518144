"""History: days as a month, entries as a list, one of them in full with what it was before."""
