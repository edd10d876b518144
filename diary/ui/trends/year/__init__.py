"""A calendar year: each day in the colour of its value."""
