"""Tests of what the days come to."""
