"""Formulas as text. Every one is written together with our own count, for viewers that do not calculate."""

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

Cell = tuple[int, int]


def span(first: Cell, last: Cell) -> str:
    """`C4:AG4`, from rows and columns counted from 0."""
    return str(xl_range(*first, *last))


def cell(at: Cell, sheet: str = "") -> str:
    """`C4`, or `'售前'!C4` on another sheet."""
    name = sheet.replace("'", "''")
    return (f"'{name}'!" if sheet else "") + str(xl_rowcol_to_cell(*at))


def countif(where: str, code: str) -> str:
    """Cells that hold a code; one with signs in it is escaped, or COUNTIF reads them as a pattern or comparison."""
    if not code.isalnum():
        for sign in "~*?":
            code = code.replace(sign, f"~{sign}")
        code = f"={code}"
    return f'COUNTIF({where},"{quoted(code)}")'


def quoted(text: str) -> str:
    """Text inside a formula's quotes."""
    return text.replace('"', '""')
