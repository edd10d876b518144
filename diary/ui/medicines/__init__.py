"""Medicines on Today: what is planned, doses as needed, relief, side effects, sessions."""
