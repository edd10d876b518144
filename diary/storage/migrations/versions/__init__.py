"""The schemas."""
