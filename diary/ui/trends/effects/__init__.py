"""The face of before and after."""
