"""Simulations that show what the diary's statistics do on diaries whose truth is known."""
