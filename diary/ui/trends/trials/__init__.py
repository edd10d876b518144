"""The face of trials of A against B."""
