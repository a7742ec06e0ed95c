"""Which key sets which shift: its own one, else a digit in the order of the table and a letter its code suggests."""

from collections.abc import Iterable, Mapping

from scheduler.shift import Shift

TAKEN = frozenset("XL")
"""Letters that mean something else in the matrix: day off, lock."""
USUAL_LETTERS = {"早": "Z", "中": "M", "晚": "W", "夜": "Y", "促": "C"}


def shift_keys(shifts: Iterable[Shift]) -> Mapping[str, str]:
    """Key to shift id; each key goes to the shift that has it as its own, then to the first that suggests it."""
    shifts = tuple(shifts)
    found = {digit: shift.id for digit, shift in zip("1234567890", shifts, strict=False)}
    found |= {shift.key: shift.id for shift in shifts if shift.key}
    for shift in shifts:
        letter = "" if shift.key else _letter(shift)
        if letter and letter not in TAKEN:
            found.setdefault(letter, shift.id)
    return found


def key_of_shift(shift: Shift, shifts: Iterable[Shift]) -> str:
    """The key that people will remember: the own one, else the letter, else the digit; "" when it has none."""
    keys = [key for key, name in shift_keys(shifts).items() if name == shift.id]
    return max(keys, key=lambda key: (key == shift.key, key.isalpha()), default="")


def _letter(shift: Shift) -> str:
    code = (shift.code or shift.id)[:1]
    return USUAL_LETTERS.get(code, code.upper() if code.isascii() and code.isalpha() else "")
