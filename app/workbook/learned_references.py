"""References in formulas, made to follow when rows or columns of a sheet are inserted or taken out, as Excel does."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils.cell import column_index_from_string, get_column_letter

_END = re.compile(r"(\$?)([A-Z]{1,3})?(\$?)(\d{1,7})?")
LOST = "#REF!"


@dataclass(frozen=True, slots=True)
class Shift:
    """Lines (columns or rows, from 1) inserted before `at`, or for a negative `count` taken out from `at` on."""

    columns: bool
    at: int
    count: int

    def line(self, number: int) -> int | None:
        """Where a line goes, None when it is taken out."""
        if number < self.at:
            return number
        return None if number < self.at - self.count else number + self.count

    def span(self, low: int, high: int) -> tuple[int, int] | None:
        """Where a range goes, shortened by what is taken out; None when nothing of it stays."""
        ends = self.line(low), self.line(high)
        first = self.at if ends[0] is None else ends[0]
        last = self.at - 1 if ends[1] is None else ends[1]
        return (first, last) if first <= last else None


def moved_formula(formula: str, shift: Shift, applies: Callable[[str], bool]) -> str:
    """The formula with its references moved. `applies`: whether a reference's sheet ("" for the formula's own) is the
    one that changes.
    """
    tokens = Tokenizer(formula)
    for token in tokens.items:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            token.value = moved_reference(token.value, shift, applies)
    return "=" + "".join(token.value for token in tokens.items)


def moved_reference(text: str, shift: Shift, applies: Callable[[str], bool]) -> str:
    """`C4`, `$C$4:AG9`, `'8月'!C:C` moved; a name stays."""
    sheet, mark, area = text.rpartition("!")
    ends = area.split(":")
    if not applies(sheet.strip("'").replace("''", "'")) or len(ends) > 2 or not all(map(_is_end, ends)):
        return text
    low, high = (_END.fullmatch(end) for end in (ends[0], ends[-1]))
    part = 2 if shift.columns else 4
    if low is None or high is None or low[part] is None or high[part] is None:
        return text
    span = shift.span(*sorted((_number(low[part]), _number(high[part]))))
    if span is None:
        return f"{sheet}{mark}{LOST}"
    moved = [_with_line(end, line, shift.columns) for end, line in zip((low, high), span, strict=True)]
    return f"{sheet}{mark}{':'.join(moved[: len(ends)])}"


def _is_end(text: str) -> bool:
    found = _END.fullmatch(text)
    return bool(text) and found is not None and (found[2] is not None or found[4] is not None)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(column_index_from_string(text))


def _with_line(end: re.Match[str], line: int, columns: bool) -> str:
    letters, digits = end[2] or "", end[4] or ""
    letters, digits = (get_column_letter(line), digits) if columns else (letters, str(line))
    return f"{end[1]}{letters}{end[3]}{digits}"
