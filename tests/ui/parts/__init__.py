"""Tests of the parts of the window."""
