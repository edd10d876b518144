"""How often a finding is chance, a true change is seen, and an interval holds the truth."""
