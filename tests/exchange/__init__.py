"""Tests of what leaves and arrives."""
