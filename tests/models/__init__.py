"""Tests of `diary.models`."""
