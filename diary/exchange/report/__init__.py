"""The consult report: one page for a clinician and an annex by choice, all made in memory."""
