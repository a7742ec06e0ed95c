import sqlite3
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


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the file but those of the log, of undo, and of imports taken out, which nobody sees."""
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}  # noqa: S608
    out = {row[0] for row in connection.execute("SELECT id FROM import_batch WHERE taken_out")}
    connection.close()
    rows["import_batch"] = [row for row in rows["import_batch"] if row[0] not in out]
    rows["history"] = [row for row in rows["history"] if row[0] not in out]
    return {name: found for name, found in rows.items() if name not in NOT_CONTENT}
