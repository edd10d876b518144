"""The night: its times, its naps, and what follows from them."""
