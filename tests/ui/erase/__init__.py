"""Tests of erasing for good, in the window."""
