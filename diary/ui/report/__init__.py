"""The Report page: what goes in, how it will look, and what was given before."""
