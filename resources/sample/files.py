"""Rows as CSV text and settings as TOML text, always the same way."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import StringIO

Setting = str | int | float | date
Table = Mapping[str, "Setting | Table | Sequence[Table]"]


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows, header first, separated by commas and newlines."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def toml_text(table: Table, path: str = "") -> str:
    """A table of settings: its own first, then its inner tables and its lists of tables."""
    own = [f"{name} = {_toml_value(value)}" for name, value in table.items() if isinstance(value, Setting)]
    parts = ["\n".join(own) + "\n"] if own else []
    for name, value in table.items():
        inner = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            parts.append(f"[{inner}]\n{toml_text(value, inner)}")
        elif not isinstance(value, Setting):
            parts += [f"[[{inner}]]\n{toml_text(entry, inner)}" for entry in value]
    return "\n".join(parts)


def _toml_value(value: Setting) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes") + ":00"
    return value.isoformat() if isinstance(value, date) else str(value)
