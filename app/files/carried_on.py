"""Cells that a list writes once for several rows, as merged cells come out of a copy: a date, a promotion."""

from collections.abc import Mapping

from app.files.grid import Row, Value, text_of
from app.files.header import Header
from app.files.log import Log

BESIDE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "history": ("date", ("hour", "account", "agent_name", "agent_id", "shop")),
    "promotions": ("promotion", ("phase",)),
}
"""Kind of table: the column that is written once, and the columns of which one is filled in the rows it goes on in."""


def carry_on(kind: str, rows: list[Row], header: Header, names: Row, log: Log) -> None:
    """Fill such cells with what stands above them, and tell how many (IN26). `names`: the cells of the header."""
    column, others = BESIDE.get(kind, ("", ()))
    index = header.columns.get(column)
    beside = [header.columns[other] for other in others if header.columns.get(other, index) != index]
    if index is None or not beside:
        return
    count = _fill(rows, index, beside)
    if count:
        log.notice("IN26", count=count, column=text_of(names[index]))


def _fill(rows: list[Row], index: int, beside: list[int]) -> int:
    above: Value = None
    count = 0
    for number, row in enumerate(rows):
        value = row[index] if index < len(row) else None
        if value and not (isinstance(value, str) and value.isspace()):
            above = value
        elif above is not None and any(other < len(row) and text_of(row[other]) for other in beside):
            padded = [*row, *[None] * (index + 1 - len(row))]
            padded[index] = above
            rows[number] = padded
            count += 1
    return count
