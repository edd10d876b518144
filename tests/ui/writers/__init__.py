"""Tests of helper mode in the window."""
