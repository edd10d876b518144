"""Tests of the questionnaires in the window."""
