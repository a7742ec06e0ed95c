"""Which of a report's columns counts inquiries."""

from app.files.shapes.whose import ACCOUNTS
from app.files.table import Table

OF_SHOP = ("inquiries", "received", "direct_received", "asked_today", "asked")
OF_ACCOUNT = ("direct_received", "inquiries", "received")
"""A customer handed to a colleague stands with both accounts; only those received directly add up to the shop's."""


def count_column(table: Table) -> str:
    """The best column there is, told when it is not the inquiries themselves (IN13)."""
    order = OF_ACCOUNT if any(table.has(column) for column in ACCOUNTS) else OF_SHOP
    column: str = next(column for column in (*order, *OF_SHOP) if table.has(column))
    if column != "inquiries":
        table.log.notice("IN13", column=table.name(column))
    return column
