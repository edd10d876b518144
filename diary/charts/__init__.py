"""How it looks: one picture per file, and the palette all of them wear."""

import os

from diary import paths

# Before matplotlib is first imported: its list of fonts is kept there, and nobody's own settings are read.
os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_folder() / "matplotlib"))
