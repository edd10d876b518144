"""Tests of this place in the window."""
