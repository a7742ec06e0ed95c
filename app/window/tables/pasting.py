"""Cells copied in Excel or WPS, put into a table of values: all of them, or none and everything wrong told at once."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from app.window.tables.values_model import Field
from app.wording import words

_ = words("window")
MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Refused:
    """A pasted cell that cannot be taken; line and column of the pasted text count from 1."""

    line: int
    column: int
    text: str
    why: str


def pasted(
    fields: Sequence[Field],
    values: Sequence[Any],
    at: tuple[int, int],
    text: str,
    new: Callable[[], Any] | None = None,
) -> tuple[tuple[Any, ...], tuple[Refused, ...]]:
    """The values with text put in from a cell (row, column) on, and what was refused; with a refusal the values stay.

    A first line of the columns' own names is left out. Lines past the last row make new values where `new` can.
    """
    lines = _lines(fields, at[1], text)
    taken, refused = list(values), list[Refused]()
    for number, line in enumerate(lines, 1):
        row = at[0] + number - 1
        if row >= len(taken):
            if new is None:
                refused.append(Refused(number, 1, line[0], _("the table has no further row")))
                continue
            taken.append(new())
        for column, cell in enumerate(line, 1):
            try:
                taken[row] = _with_cell(fields, taken[row], at[1] + column - 1, cell.strip())
            except ValueError as problem:
                refused.append(Refused(number, column, cell.strip(), str(problem)))
    return (tuple(values) if refused else tuple(taken)), tuple(refused)


def _lines(fields: Sequence[Field], first: int, text: str) -> list[list[str]]:
    lines = [line for line in csv.reader(StringIO(text), delimiter="\t") if any(cell.strip() for cell in line)]
    if lines and [cell.strip() for cell in lines[0]] == [f.name for f in fields[first : first + len(lines[0])]]:
        lines = lines[1:]
    return lines


def _with_cell(fields: Sequence[Field], value: Any, column: int, text: str) -> Any:
    """The value with one cell changed. Raises ValueError with a sentence."""
    if column >= len(fields):
        raise ValueError(_("the table has no further column"))
    field = fields[column]
    if text == field.show(value):
        return value
    if field.edit is None:
        raise ValueError(_("this column cannot be edited"))
    return field.edit(value, text)


def refused_text(refused: Sequence[Refused]) -> str:
    """Every cell refused with its reason, and that nothing was pasted."""
    told = "；".join(
        _("line {line}, column {column} “{text}”: {why}").format(
            line=cell.line, column=cell.column, text=cell.text, why=cell.why
        )
        for cell in refused[:MOST_TOLD]
    )
    more = _("; {count} more").format(count=len(refused) - MOST_TOLD) if len(refused) > MOST_TOLD else ""
    return _("Nothing was pasted. {told}{more}").format(told=told, more=more)
