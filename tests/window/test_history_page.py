import json
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from app.window.frame.empty_state import EmptyState
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.history.day_hours import day_hours
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.import_report import read_report
from app.window.history.importing import Importing
from app.window.history.page import HistoryPage, history_tiles
from app.window.jobs.job import JobEnd
from forecasts.findings import Level
from forecasts.history import Counts, History, SeriesKey
from forecasts.promotion import Phase, Promotion
from tests.window.shown import page_of

REPORT = {
    "read": [{"file": "历史.csv", "kind": "history", "rows": 960, "refused": 2, "left_out": 0, "missing": 3}],
    "findings": [
        {
            "code": "IW01",
            "level": "warning",
            "text": "第 12 行缺少人数。",
            "file": "历史.csv",
            "row": 12,
            "column": "人数",
        },
        {"code": "IN02", "level": "notice", "text": "按半小时读取。", "file": "历史.csv", "row": None, "column": ""},
    ],
}


def history(days: int = 21, missing: tuple[int, ...] = ()) -> History:
    starts = np.datetime64("2026-11-01", "m") + np.arange(days * 48) * np.timedelta64(30, "m")
    kept = ~np.isin(np.arange(days * 48), missing)
    return History(30, {SeriesKey("", "presale"): Counts(starts[kept], np.full(kept.sum(), 10.0))})


def test_half_hours_become_hours_and_a_hole_stays_a_hole() -> None:
    shown = day_hours(history(missing=(50,)), "presale", ())
    assert shown is not None
    assert shown.matrix.counts.shape == (21, 24)
    assert shown.matrix.counts[0, 0] == 20.0
    assert np.isnan(shown.matrix.counts[1, 1])
    assert shown.missing_hours == 1
    assert np.isnan(shown.totals[1])


def test_days_touched_by_a_promotion_are_known_by_its_name() -> None:
    phase = Phase("opening", datetime(2026, 11, 1, 20), datetime(2026, 11, 3))
    shown = day_hours(history(), "presale", (Promotion("双11", (phase,)),))
    assert shown is not None
    assert shown.promotions == {0: "双11", 1: "双11"}
    assert shown.last(20).promotions == {0: "双11"}
    assert shown.last(20).matrix.first_day == date(2026, 11, 2)
    assert shown.ordinary_mean == 480.0


def test_the_tiles_say_what_is_missing() -> None:
    whole, holed = day_hours(history(), "presale", ()), day_hours(history(missing=(50, 51)), "presale", ())
    assert whole is not None
    assert holed is not None
    assert history_tiles(whole)[-1].figure == "0"
    assert history_tiles(holed)[-1].figure == "1"
    assert history_tiles(whole)[0].figure == "21"


def test_a_skill_without_counts_shows_nothing() -> None:
    assert day_hours(history(), "live", ()) is None


def test_an_empty_project_offers_import_and_sample(window: MainWindow, empty_path: Path) -> None:
    window.acts.open_path(empty_path)
    empty = [part for part in window.page.findChildren(EmptyState) if part.isVisible()]
    assert len(empty) == 1
    assert {button.text() for button in empty[0].findChildren(QPushButton)} == {
        "导入文件",
        "试试示例：一家双11前的店铺",
    }


def test_the_page_offers_the_skills_in_order(opened: MainWindow) -> None:
    chooser = page_of(opened, HistoryPage)._pictures._skill
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["售前", "售后"]


def test_pointing_at_an_hour_reads_it_out(opened: MainWindow) -> None:
    pictures = page_of(opened, HistoryPage)._pictures
    pictures._point(0, 20)
    assert "20:00–21:00" in pictures.note.text()
    assert "条咨询" in pictures.note.text()
    pictures._point(-1, -1)
    assert "斜线" in pictures.note.text()


def test_the_report_of_a_dry_run_is_read() -> None:
    report = read_report(json.dumps(REPORT))
    assert report is not None
    assert report.read[0].rows == 960
    assert report.findings[0].level is Level.WARNING
    assert report.findings[0].text == "第 12 行缺少人数。"
    assert report.usable


@pytest.mark.parametrize("output", ["", "Traceback", "[]"])
def test_what_is_no_report_is_not_read(output: str) -> None:
    assert read_report(output) is None


def test_an_error_keeps_the_import_button_off(opened: MainWindow) -> None:
    broken = REPORT | {"findings": [{"code": "IE01", "level": "error", "text": "打不开。"}]}
    report = read_report(json.dumps(broken))
    assert report is not None
    dialog = ImportPreviewDialog(report, opened)
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    accept = next(b for b in buttons.buttons() if buttons.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)
    assert not accept.isEnabled()
    dialog.deleteLater()


def ended(output: str, status: int = 0, words: str = "") -> JobEnd:
    return JobEnd(status, output, words, stopped=False, last=None)


def test_accepting_the_preview_runs_the_import(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def start(_jobs: object, _kind: str, _title: str, arguments: list[str], then: object, **_more: object) -> object:
        started.append(arguments)
        assert callable(then)
        then(ended(json.dumps(REPORT)))
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    Importing(opened.desk, opened).preview([Path("历史.csv")])
    dialog = next(found for found in opened.findChildren(ImportPreviewDialog) if found.isVisible())
    dialog.accept()
    assert ["--dry-run" in arguments for arguments in started] == [True, False]
    assert opened.message.mood is Mood.GOOD
    assert "960" in opened.message.text


def test_a_child_without_an_answer_becomes_a_sentence(opened: MainWindow) -> None:
    importing = Importing(opened.desk, opened)
    importing._show([Path("历史.csv")], ended("", 2, "打不开"))
    assert opened.message.mood is Mood.ERROR
    assert "打不开" in opened.message.text
