"""The door between screens and the diary: signals, undo stack, worker, drafts. No widgets."""
