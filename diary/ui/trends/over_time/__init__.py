"""The face of Trends that shows the days over time: one axis, small multiples, sentences beside them."""
