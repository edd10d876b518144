"""German texts by the same keys; what is not here is said in English."""
