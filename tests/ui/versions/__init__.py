"""Tests of earlier versions of single records."""
