"""Which key sets which shift: digits in the order of the table, and a letter where the code suggests one."""

from collections.abc import Iterable, Mapping

from scheduler.shift import Shift

TAKEN = frozenset("XL")
"""Letters that mean something else in the matrix: day off, lock."""
USUAL_LETTERS = {"早": "Z", "中": "M", "晚": "W", "夜": "Y", "促": "C"}


def shift_keys(shifts: Iterable[Shift]) -> Mapping[str, str]:
    """Key to shift id; each letter goes to the first shift that suggests it."""
    found: dict[str, str] = {}
    for number, shift in enumerate(shifts, 1):
        if number <= 9:
            found[str(number)] = shift.id
        letter = _letter(shift)
        if letter and letter not in TAKEN:
            found.setdefault(letter, shift.id)
    return found


def _letter(shift: Shift) -> str:
    code = (shift.code or shift.id)[:1]
    return USUAL_LETTERS.get(code, code.upper() if code.isascii() and code.isalpha() else "")
