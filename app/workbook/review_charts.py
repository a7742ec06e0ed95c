"""Native charts beside the review's intervals: volume expected and counted; agents required and there."""

from typing import Any

from app.wording import words
from app.workbook.book import A4, QUIET, SHORTAGE, TEXT
from app.workbook.peak_chart import COVER_FILL, LEVEL
from app.workbook.table_workbook import TableSheet

_ = words("workbook")

COLUMNS_OF_SKILL = 6
WIDTH, HEIGHT, ROWS = 1130, 340, 18


def add_review_charts(workbook: Any, table: TableSheet) -> None:
    """A sheet with two charts a skill, drawn from the sheet of the intervals."""
    page = workbook.add_worksheet(_("Curves"))
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    skills = (len(table.columns) - 1) // COLUMNS_OF_SKILL
    page.set_h_pagebreaks([2 * skill * ROWS for skill in range(1, skills)])
    for skill in range(skills):
        first = 1 + skill * COLUMNS_OF_SKILL
        name = table.columns[first].head.removesuffix(" P10")
        volume = (first, QUIET), (first + 2, QUIET), (first + 1, TEXT), (first + 3, SHORTAGE)
        agents = (first + 5, COVER_FILL), (first + 4, TEXT)
        for number, (title, lines) in enumerate(((_("Inquiries"), volume), (_("Standard agents"), agents))):
            chart = _chart(workbook, table, f"{name} · {title}", lines)
            page.insert_chart((2 * skill + number) * ROWS, 0, chart, {"description": f"{name} {title}"})


def _chart(workbook: Any, table: TableSheet, title: str, lines: tuple[tuple[int, str], ...]) -> Any:
    chart = workbook.add_chart({"type": "line"})
    last = len(table.rows)
    for column, colour in lines:
        line: dict[str, Any] = {"color": colour, "width": 0.75 if colour == QUIET else 1.5}
        chart.add_series(
            {
                "name": [table.name, 0, column],
                "categories": [table.name, 1, 0, last, 0],
                "values": [table.name, 1, column, last, column],
                "line": line,
            }
        )
    quiet = {"color": QUIET, "size": 9}
    a_day = max(1, last // len({row["start"].date() for row in table.rows}))
    step = {"interval_unit": a_day, "interval_tick": a_day}
    chart.set_title({"name": title, "name_font": {"size": 13, "color": TEXT}, "overlay": False})
    chart.set_x_axis({"text_axis": True, "num_format": "mm-dd", "num_font": quiet | {"rotation": LEVEL}} | step)
    grid = {"visible": True, "line": {"color": "#E3E6EB", "width": 0.75}}
    chart.set_y_axis({"num_font": quiet, "num_format": "0", "min": 0, "major_gridlines": grid})
    chart.set_legend({"position": "bottom", "font": quiet})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    return chart
