"""Nerve Diary: a desktop diary for people who live with nerve pain."""

__version__ = "0.1.0"
