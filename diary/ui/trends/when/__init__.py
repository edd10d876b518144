"""Weekdays and parts of the day."""
