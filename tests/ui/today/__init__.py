"""Tests of Today and Pain now."""
