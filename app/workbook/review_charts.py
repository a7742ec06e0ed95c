"""Native charts beside the review's intervals: volume expected and counted; agents required and there."""

from typing import Any

from app.wording import words
from app.workbook.book import QUIET, SHORTAGE, TEXT
from app.workbook.peak_chart import COVER_FILL
from app.workbook.table_workbook import TableSheet

_ = words("review")

COLUMNS_OF_SKILL = 6
WIDTH, HEIGHT, ROWS = 1130, 340, 18


def add_review_charts(workbook: Any, page: Any, table: TableSheet) -> None:
    """Two charts a skill, right of the table."""
    skills = (len(table.columns) - 1) // COLUMNS_OF_SKILL
    left = len(table.columns) + 1
    for skill in range(skills):
        first = 1 + skill * COLUMNS_OF_SKILL
        volume = (first + 1, TEXT), (first, QUIET), (first + 2, QUIET), (first + 3, SHORTAGE)
        agents = (first + 4, TEXT), (first + 5, COVER_FILL)
        for number, (title, lines) in enumerate(((_("Inquiries"), volume), (_("Standard agents"), agents))):
            chart = _chart(workbook, table, title, lines)
            page.insert_chart((2 * skill + number) * ROWS, left, chart, {"description": title})


def _chart(workbook: Any, table: TableSheet, title: str, lines: tuple[tuple[int, str], ...]) -> Any:
    chart = workbook.add_chart({"type": "line"})
    last = len(table.rows)
    for column, colour in lines:
        line = {"color": colour, "width": 1.0 if colour == QUIET else 2.0}
        if colour == QUIET:
            line["dash_type"] = "dash"
        chart.add_series(
            {
                "name": table.columns[column].head,
                "categories": [table.name, 1, 0, last, 0],
                "values": [table.name, 1, column, last, column],
                "line": line,
            }
        )
    chart.set_title({"name": title, "name_font": {"size": 13, "color": TEXT}, "overlay": False})
    chart.set_x_axis({"date_axis": False, "num_format": "mm-dd hh:mm", "num_font": {"color": QUIET, "size": 9}})
    chart.set_y_axis({"num_font": {"color": QUIET, "size": 9}, "min": 0, "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    return chart
