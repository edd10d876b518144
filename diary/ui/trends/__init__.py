"""Trends: how measures went over time, in pictures, numbers and sentences."""
