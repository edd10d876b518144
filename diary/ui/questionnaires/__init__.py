"""Questionnaires: the page to fill one in, the shelf of all, and a quiet line when one is due."""
