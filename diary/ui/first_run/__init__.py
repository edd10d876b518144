"""The first minutes: one page, nothing to answer."""
