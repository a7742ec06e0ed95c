"""Cell references, `AK4`, in the XML of a sheet."""

import re

CELL = re.compile(r'\sr="([A-Z]{1,3})(\d{1,7})"')


def column_number(letters: str) -> int:
    """A column's number from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
