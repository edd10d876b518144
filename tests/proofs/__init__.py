"""Tests that the simulations run, and come out as they did within chance."""
