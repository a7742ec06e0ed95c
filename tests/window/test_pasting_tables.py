"""Blocks of cells from and to Excel and WPS."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QRadioButton, QTableView

from app.files.reading import read_files
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.history.clipboard_block import write_block
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.import_report import read_report
from app.window.history.importing import Importing
from app.window.history.overlap_choice import KEEP
from app.window.tables.copying import block_text, selection_text
from app.window.team.model import TeamModel
from forecasts.findings import errors
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent
from tests.there import there

NOW = datetime(2026, 11, 5, 9, 30)
TEXT = "时间\t咨询量\n2026-10-31 19:30\t88\n2026-10-31 20:00\t1,204\n"
PAGE = (
    "<html><body><table><tr><td rowspan=2>日期</td><td colspan=2>咨询</td></tr><tr><td>咨询人数</td><td>备注</td></tr>"
    "<tr><td>2026-10-01</td><td>312</td><td></td></tr></table></body></html>"
)
TEAM = (
    TeamAgent("00101", "客服01", "售前组", skills=frozenset({"presale", "aftersale"}), shifts=frozenset({"E", "L"})),
    TeamAgent("00102", "客服02", "售后组", "part_time", skills=frozenset({"aftersale"}), hourly_cost=26.0),
)
SHIFTS = {"E": Shift("E", 480, 540, 480, code="早"), "L": Shift("L", 960, 540, 480, code="晚")}


def copied(text: str = "", page: str = "") -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if page:
        mime.setHtml(page)
    return mime


def test_a_block_of_text_is_read_like_a_file(tmp_path: Path) -> None:
    path = write_block(copied(TEXT), tmp_path, NOW)
    assert path is not None
    history = read_files([path]).history
    assert history is not None
    assert history.series[SeriesKey("", "presale")].inquiries.tolist() == [88, 1204]


def test_the_web_page_beside_the_text_keeps_merged_headers(tmp_path: Path) -> None:
    path = write_block(copied("日期\t咨询\t\n", PAGE), tmp_path, NOW)
    assert path is not None
    assert path.suffix == ".html"
    history = read_files([path]).history
    assert history is not None
    assert history.series[SeriesKey("", "presale")].inquiries.tolist() == [312]


@pytest.mark.parametrize("mime", [copied("一句话"), copied(page="<p>没有表格</p>"), QMimeData()])
def test_what_is_no_table_is_not_taken(mime: QMimeData, tmp_path: Path) -> None:
    assert write_block(mime, tmp_path, NOW) is None


def test_two_pastes_are_two_sources(tmp_path: Path) -> None:
    first = write_block(copied(TEXT), tmp_path, NOW)
    second = write_block(copied(TEXT), tmp_path, NOW.replace(second=1))
    assert first != second


def test_pasting_without_a_table_says_what_to_do(opened: MainWindow) -> None:
    QGuiApplication.clipboard().setText("一句话")
    Importing(opened.desk, opened).paste()
    assert opened.message.mood is Mood.WARNING


def test_the_team_table_copied_and_pasted_is_the_same_team(tmp_path: Path, qtbot: object) -> None:
    model, view = TeamModel(), QTableView()
    model.show_team(TEAM, SHIFTS, Horizon(NOW.date(), 14, 30))
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.selectAll()
    path = write_block(copied(selection_text(view)), tmp_path, NOW)
    assert path is not None
    preview = read_files([path])
    assert not errors(preview.findings)
    first, second = preview.team
    assert (first.id, first.name, first.group, first.skills) == ("00101", "客服01", "售前组", TEAM[0].skills)
    assert (first.shifts, second.shifts) == (frozenset({"早", "晚"}), None)
    assert (second.contract, second.hourly_cost, second.productivity) == ("part_time", 26.0, 1.0)


def test_single_cells_are_copied_without_a_header_and_quoted_where_needed() -> None:
    assert block_text([["1", "a\tb"], ['"x"', ""]]) == '1\t"a\tb"\n"""x"""\t'


def test_the_dialog_asks_what_counts_before_it_imports(opened: MainWindow) -> None:
    told = {
        "read": [{"file": "b.csv", "kind": "history", "rows": 2}],
        "findings": [{"code": "IE06", "level": "error", "text": "…", "variant": "project"}],
    }
    report = read_report(json.dumps(told))
    assert report is not None
    dialog = ImportPreviewDialog(report, opened)
    take_in = next(
        button
        for button in dialog.findChildren(QPushButton)
        if there(dialog.findChild(QDialogButtonBox)).buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    assert not take_in.isEnabled()
    assert dialog.options == []
    next(button for button in dialog.findChildren(QRadioButton) if button.objectName() == KEEP).click()
    assert take_in.isEnabled()
    assert dialog.options == [KEEP]
