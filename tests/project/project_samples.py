import sqlite3
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon

HORIZON = Horizon(date(2026, 11, 9), 2, 60)


def counted(first: str, inquiries: list[float], minutes: int = 60, skill: str = "presale", shop: str = "") -> History:
    """A history of one series that begins at `first`."""
    starts = np.datetime64(first, "m") + np.arange(len(inquiries)) * np.timedelta64(minutes, "m")
    return History(minutes, {SeriesKey(shop, skill): Counts(starts, np.array(inquiries, dtype=float))})


NOT_CONTENT = {"change_log", "undo_step", "undo_statement", "alembic_version", "sqlite_sequence"}


def content(path: Path) -> dict[str, Counter[tuple[object, ...]]]:
    """Every row of the file but those of the log, of undo, and of imports taken out, which nobody sees."""
    connection = sqlite3.connect(path)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    rows = {
        name: Counter(connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608  # names of the file's own tables
        for name in names - NOT_CONTENT
    }
    out = {row[0] for row in connection.execute("SELECT id FROM import_batch WHERE taken_out")}
    connection.close()
    for name in ("import_batch", "history"):
        rows[name] = Counter({row: times for row, times in rows[name].items() if row[0] not in out})
    return rows
