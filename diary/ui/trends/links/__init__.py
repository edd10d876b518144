"""Links: what goes with pain and with sleep."""
