"""The HR summary as a reader sees it."""

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet


def hr_table(sheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Agent to heading to stored value; a heading that stands twice is found under its band, `调休（小时） 期初`."""
    bands: dict[int, str] = {}
    band = ""
    for column in range(1, sheet.max_column + 1):
        band = str(sheet.cell(3, column).value or band)
        heading = sheet.cell(4, column).value
        bands[column] = band if heading is None else f"{band} {heading}" if heading in TWICE else str(heading)
    rows: dict[str, dict[str, Any]] = {}
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if row[0] == "合计":
            break
        rows[str(row[1])] = dict(zip(bands.values(), row, strict=True))
    return rows


TWICE = ("期初", "增加", "使用", "期末")
