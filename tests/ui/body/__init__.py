"""Tests of the figure on the screen."""
