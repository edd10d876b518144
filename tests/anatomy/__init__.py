"""Tests of the body: data, search, display list."""
