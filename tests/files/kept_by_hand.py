"""Files as teams keep them by hand, and what is read of them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from app.files.choices import ImportChoices
from app.files.preview import ImportPreview
from app.files.reading import read_files
from forecasts.findings import Level
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from tests.files.file_samples import PRESALE, first_sheet

HOURS = [f"{hour}点" for hour in range(24)]
COUNTS = list(range(1, 25))
SUM = sum(COUNTS)
Told = tuple[int, str, int, float]
"""Interval in minutes, first start, number of counts, their sum."""


def read(*paths: Path) -> ImportPreview:
    return read_files(paths, ImportChoices(horizon=Horizon(date(2026, 11, 5), 14, 30)))


def told(preview: ImportPreview, key: SeriesKey = PRESALE) -> Told:
    errors = [finding for finding in preview.findings if finding.level is Level.ERROR]
    assert errors == []
    assert preview.history is not None
    counts = dict(preview.history)[key]
    first = str(counts.starts[0].astype("datetime64[m]"))
    return preview.history.interval_minutes, first, len(counts), float(counts.inquiries.sum())


def csv_rows(*rows: Sequence[object]) -> str:
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


def of_hours(label: Callable[[int], str], column: str = "时段") -> str:
    return csv_rows(["日期", column, "咨询量"], *(["2026-10-01", label(hour), COUNTS[hour]] for hour in range(24)))


DAY: Told = (60, "2026-10-01T00:00", 24, float(SUM))


def book(folder: Path, name: str, sheets: dict[str, list[list[object]]], merged: str = "") -> Path:
    made = Workbook()
    made.remove(first_sheet(made))
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged.split():
            sheet.merge_cells(area)
    made.save(folder / name)
    return folder / name
