"""A grid out of delimited text."""

import csv
import re
from collections import Counter
from io import StringIO

from app.files.grid import Row

DELIMITERS = ("\t", ",", ";", "|")
LINES_TRIED = 50
_TOLD = re.compile(r"(sep=([\t,;|]))(?=\r?\n)", re.IGNORECASE)


def text_rows(text: str) -> list[Row]:
    """The records of a text table; quoted fields may hold delimiters and line breaks. A blank line is an empty row, and
    so is a first line that only tells Excel the delimiter (`sep=;`).
    """
    told = _TOLD.match(text)
    if told:
        text = text[told.end(1) :]
    return list(csv.reader(StringIO(text, newline=""), delimiter=told[2] if told else delimiter_of(text)))


def delimiter_of(text: str) -> str:
    """The delimiter with the most equal field counts in the first lines; a comma when there is none."""
    start = "\n".join(text[:200_000].splitlines()[:LINES_TRIED])
    return max(DELIMITERS, key=lambda delimiter: (_agreement(start, delimiter), delimiter == ","))


def _agreement(start: str, delimiter: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(StringIO(start, newline=""), delimiter=delimiter) if row)
    except csv.Error:
        return 0
    return max((times for width, times in widths.items() if width > 1), default=0)
