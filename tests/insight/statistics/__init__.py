"""Tests of the numbers about one person's days."""
