"""Helper mode: somebody else writes in this window, and every page says so."""
