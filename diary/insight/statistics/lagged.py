"""Least squares of a day on the days before it, for many factors at once."""
