"""The consult report."""
