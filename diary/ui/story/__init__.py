"""My story and plan: what happened, what lasts, what is aimed at, and what shall be asked."""
