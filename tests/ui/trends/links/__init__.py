"""Tests of Links."""
