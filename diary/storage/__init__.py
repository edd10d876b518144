"""How the diary is kept: one SQLite file, read and written by `storage.diary.Diary` alone."""
