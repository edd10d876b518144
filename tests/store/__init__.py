"""Tests of `diary.store`."""
