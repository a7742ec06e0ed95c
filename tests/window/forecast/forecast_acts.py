"""What a user does on the forecast page."""

from app.project.project import Project
from app.window.forecast.page import ForecastPage
from app.window.tables.list_editor import ListEditor
from tests.window.shown import project_of


class Starts:
    """Counts how often it was called."""

    count = 0

    def __call__(self) -> None:
        self.count += 1


def project(page: ForecastPage) -> Project:
    return project_of(page.desk.document)


def phase_cell(page: ForecastPage, text: str, kind: str, year: int = 2026) -> tuple[int, int]:
    rows = page.tabs.phases.values
    row = next(n for n, one in enumerate(rows) if one.phase.kind == kind and one.phase.start.year == year)
    column = [field.name for field in page.tabs.phases.model.fields].index(text)
    return row, column


def type_in(page: ForecastPage, editor: ListEditor, row: int, column: int, text: str) -> None:
    model = editor.model
    model.setData(model.index(row, column), text)


def started(page: ForecastPage) -> int:
    starts = page._refreshing.start
    assert isinstance(starts, Starts)
    return starts.count
