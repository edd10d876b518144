"""What a person sees: one folder per place in the window."""
