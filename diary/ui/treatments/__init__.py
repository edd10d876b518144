"""The page Treatments."""
