"""Kinds of pain: words, places, attacks and medicines as needed."""
