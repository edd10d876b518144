"""How the record leaves and arrives: JSON, CSV, other apps' files, the sample diary. Streams and paths."""
