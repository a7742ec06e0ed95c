"""Agents present: `start,present[,skill]`."""

from pathlib import Path

from app.files.interchange.csv_file import finish, read_csv_table
from app.files.interchange.curves import curves, skills_of, starts_of
from app.files.values.number import read_count
from forecasts.horizon import Horizon, Numbers


def read_present_csv(path: Path, horizon: Horizon) -> dict[str, Numbers]:
    """Skill to agents present in each interval of the horizon, shape (intervals,); 0 before the first and after the
    last row. Raises InputError with everything wrong in the file.
    """
    table = read_csv_table(path, ("start", "present"))
    starts = starts_of(table)
    found = curves(table, horizon, starts, skills_of(table), {"present": table.parsed("present", read_count)})
    finish(table)
    return {skill: numbers["present"] for skill, numbers in found.items()}
