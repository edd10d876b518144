"""Typing in the days that were written on paper."""
