"""Tests of the Report page."""
