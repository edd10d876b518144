"""How often each value came."""
