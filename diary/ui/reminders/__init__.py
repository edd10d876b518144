"""Reminders at times the person sets: from the tray where there is one, else quietly in the window."""
