"""Open the diary, or do what a verb on the command line asks."""

from __future__ import annotations

import sys

from diary.app import main

if __name__ == "__main__":
    sys.exit(main())
