"""How it looks: one picture per file, and the palette all of them wear."""
