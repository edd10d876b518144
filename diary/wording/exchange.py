"""Texts of exports, restores and imports."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "exchange.too_large": "The file {file} is too large to be read.",
    "exchange.check_name": "Check the name, and that you may read the file.",
    "exchange.cannot_write": "The file {file} could not be written: {why}.",
    "exchange.nothing_written": "Nothing was written, and the diary is as it was.",
    "exchange.free_space": "Free some space, then export again.",
    "exchange.not_own": "The file {file} is not an export of this diary.",
    "exchange.newer": "A newer version of the diary wrote {file}.",
    "exchange.does_not_fit": "The file {file} cannot be read: {why}.",
    "exchange.at_line": "line {line}: {why}",
    "exchange.not_utf8": "its text is not UTF-8",
    "exchange.not_a_number": "{text} is not a number that can be kept",
    "exchange.not_readable": "it is not JSON that can be kept",
    "exchange.choose_whole": "Choose a file as it was exported.",
}
