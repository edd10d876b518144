"""Flares: how long they last, what comes later, and what the person makes of them."""
