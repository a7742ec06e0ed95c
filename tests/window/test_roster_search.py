import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.project.file import ProjectFile
from app.project.rostering import problem_of
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs import job as job_module
from app.window.jobs.solve import dearer_than
from app.window.roster.conflict_dialog import ConflictDialog
from app.window.roster.page import RosterPage
from app.window.roster.search import JOB, Reach, SearchWish, asked
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem_document import read_problem
from scheduler.roster import Roster
from scheduler.solution import ConflictPart, Fix, Outcome, Solution
from scheduler.solution_document import write_solution
from tests.there import there
from tests.window.roster_sample import light_copy
from tests.window.shown import board_of, page_of, plan_shown, version_of, view_of

CHILD = """
import json, sys, time
from pathlib import Path
here = Path(__file__).parent
arguments = sys.argv[1:]
(here / "asked.json").write_text(json.dumps(arguments))
answer = here / "answer.json"
if answer.exists():
    Path(arguments[arguments.index("--out") + 1]).write_text(answer.read_text("utf-8"), "utf-8")
for second, (objective, bound) in enumerate([(900.0, 500.0), (800.0, 700.0)], 1):
    print(json.dumps({"seconds": second, "objective": objective, "bound": bound}), file=sys.stderr, flush=True)
if (here / "wait").exists():
    for line in sys.stdin:
        if line.strip() == "stop":
            break
if (here / "words").exists():
    print((here / "words").read_text("utf-8"), file=sys.stderr, flush=True)
    sys.exit(2)
"""


@pytest.fixture(scope="module")
def planned(planned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return light_copy(planned, tmp_path_factory.mktemp("light"))


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command line that answers what the test prepares beside it."""
    folder = tmp_path / "child"
    folder.mkdir()
    (folder / "main.py").write_text(CHILD, "utf-8")
    monkeypatch.setattr(job_module, "MAIN", folder / "main.py")
    return folder


@pytest.fixture
def page(opened: MainWindow) -> RosterPage:
    opened.go("roster")
    return page_of(opened, RosterPage)


def prepare(child: Path, page: RosterPage, **changes: Any) -> Solution:
    """Let the child answer with today's roster less one agent's shifts."""
    view = view_of(page.desk.document)
    problem = problem_of(view.project, view.scenario, there(view.requirement))
    today = there(view.version).solution.roster
    roster = Roster({key: cell for key, cell in today.cells.items() if key[0] != "K01"})
    facts: dict[str, Any] = {
        "outcome": Outcome.FEASIBLE,
        "objective": cost(problem, roster).total,
        "bound": 1.0,
    } | changes
    solution = Solution(roster=roster, **facts)
    (child / "answer.json").write_text(json.dumps(write_solution(problem, solution)), "utf-8")
    return solution


def run(page: RosterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.jobs.over, timeout=20_000):
        there(page.primary).trigger()


def test_a_better_roster_is_judged_saved_and_shown(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow
) -> None:
    before = version_of(page.desk.document).number
    found = prepare(child, page)
    there(page.board).search.seconds.setText("7")
    there(page.board).search.seed.setText("11")
    run(page, qtbot)
    asked = json.loads((child / "asked.json").read_text())
    assert asked[0] == "solve"
    assert asked[asked.index("--seconds") + 1] == "7"
    assert asked[asked.index("--seed") + 1] == "11"
    assert "--progress" in asked
    version = version_of(page.desk.document)
    assert version.number == before + 1
    assert version.solution.roster.cells == found.roster.cells
    assert plan_shown(there(page.board)).roster.cells == found.roster.cells
    assert "距最优不超过" in opened.message.text
    assert opened.message.mood in {Mood.GOOD, Mood.WARNING}


def test_the_panel_follows_cost_bound_gap_and_time(page: RosterPage, child: Path, qtbot: QtBot) -> None:
    prepare(child, page)
    run(page, qtbot)
    card = there(page.board).search
    texts = [value.text() for value in card.figures._values]
    assert texts == ["800", "700", "12.5%", "2 秒"]
    assert [told.objective for told in card.curve.points] == [900.0, 800.0]
    card.curve.grab()


def test_a_roster_dearer_than_the_lawful_one_shown_says_so(page: RosterPage) -> None:
    view = view_of(page.desk.document)
    problem = problem_of(view.project, view.scenario, there(view.requirement))
    shown = Roster({})  # nobody works: dear, and here it breaks nothing
    unbound = replace(problem, agents={name: replace(a, locks=(), min_minutes=0) for name, a in problem.agents.items()})
    found = Solution(outcome=Outcome.FEASIBLE, roster=shown, objective=cost(unbound, shown).total + 1234.0)
    assert not check(unbound, shown)
    assert dearer_than(unbound, found, shown) == "之前的班表成本低 1,234 元；撤销即可恢复。"
    assert dearer_than(unbound, replace(found, objective=there(found.objective) - 1234.0), shown) == ""


@pytest.mark.parametrize("by_key", [False, True])
def test_stop_keeps_the_best_roster_so_far(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow, by_key: bool
) -> None:
    prepare(child, page)
    (child / "wait").touch()
    before = version_of(page.desk.document).number
    there(page.primary).trigger()
    assert not there(page.primary).isEnabled()
    assert page.search.is_running
    qtbot.waitUntil(lambda: len(there(page.board).search.curve.points) == 2, timeout=20_000)
    with qtbot.waitSignal(page.desk.jobs.over, timeout=20_000):
        if by_key:
            qtbot.keyClick(there(page.board).matrix, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(there(page.board).search.button, Qt.MouseButton.LeftButton)
    assert version_of(page.desk.document).number == before + 1
    assert opened.message.text.startswith("已停止")
    assert there(page.primary).isEnabled()


def test_without_any_roster_the_one_shown_stays(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow
) -> None:
    before = version_of(page.desk.document).number
    run(page, qtbot)
    assert version_of(page.desk.document).number == before
    assert "没有找到班表" in opened.message.text


def test_rules_that_cannot_hold_together_are_named(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow
) -> None:
    view = view_of(page.desk.document)
    problem = problem_of(view.project, view.scenario, there(view.requirement))
    conflict = (ConflictPart("min_minutes", "K02"), ConflictPart("absences", "K02", 1))
    fixes = (Fix(ConflictPart("max_minutes_per_week", "K02"), 2700, 160.0), Fix(conflict[1]))
    answer = write_solution(problem, Solution(Outcome.INFEASIBLE, conflict=conflict, fixes=fixes))
    (child / "answer.json").write_text(json.dumps(answer), "utf-8")
    run(page, qtbot)
    assert "客服02" in opened.message.text
    assert opened.message.mood is Mood.ERROR
    opened._bar._act.click()
    dialog = next(found for found in QApplication.topLevelWidgets() if isinstance(found, ConflictDialog))
    ways = dialog.ways.text().splitlines()
    assert "45" in ways[0]
    assert "160" in ways[0]
    assert "客服02" in ways[1]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "前往规则").click()
    assert opened._step == "rules"


def test_a_child_that_fails_is_told_with_its_reason(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow
) -> None:
    (child / "words").write_text("out of memory", "utf-8")
    run(page, qtbot)
    assert "out of memory" in opened.message.text
    assert opened.message.mood is Mood.ERROR


def test_only_one_search_runs_at_a_time(page: RosterPage, child: Path, qtbot: QtBot) -> None:
    prepare(child, page)
    (child / "wait").touch()
    there(page.primary).trigger()
    assert page.search.start(view_of(page.desk.document), SearchWish()) is None
    with qtbot.waitSignal(page.desk.jobs.over, timeout=20_000):
        page.search.stop()


def test_a_running_search_survives_a_change_of_theme(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow
) -> None:
    prepare(child, page)
    (child / "wait").touch()
    before = version_of(page.desk.document).number
    there(page.primary).trigger()
    qtbot.waitUntil((child / "asked.json").exists)
    opened.dress("zh_CN", "dark", 1.0)
    assert opened.jobs.is_running(JOB)
    assert opened.page is not page
    assert board_of(opened).search.button.text() == "停止"
    with qtbot.waitSignal(opened.jobs.over, timeout=20_000):
        opened.jobs.stop(JOB)
    assert version_of(opened.document).number == before + 1


def test_closing_the_window_keeps_the_best_roster_of_a_search(
    page: RosterPage, child: Path, qtbot: QtBot, opened: MainWindow, project_path: Path
) -> None:
    found = prepare(child, page)
    (child / "wait").touch()
    there(page.primary).trigger()
    qtbot.waitUntil((child / "asked.json").exists, timeout=20_000)
    opened.close()
    assert opened.isVisible()
    buttons = opened.findChildren(QMessageBox)[0].buttons()
    next(button for button in buttons if "停止" in button.text()).click()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=20_000)
    with ProjectFile.open(project_path) as file:
        assert there(file.latest_version("基准")).solution.roster.cells == found.roster.cells


def test_a_field_left_empty_asks_for_the_usual(page: RosterPage) -> None:
    there(page.board).search.seconds.clear()
    there(page.board).search.seed.setText("5")
    assert there(page.board).search.wish == SearchWish(SearchWish().seconds, 5)


def test_the_pages_import_neither_pandas_nor_the_solver() -> None:
    import subprocess

    code = (
        "import sys, app.window.roster.page, app.window.team.page;"
        "print([name for name in ('pandas', 'ortools', 'pyqtgraph', 'matplotlib') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.strip() == "[]"


def test_a_search_of_the_selection_starts_from_the_roster_and_names_what_may_change(
    opened: MainWindow, page: RosterPage, child: Path, qtbot: QtBot
) -> None:
    board = there(page.board)
    board.matrix.select(board.matrix.selection.at(1, 2, extend=True))
    board.search.reach.setCurrentIndex(board.search.reach.findData(Reach.SELECTION))
    board.search.change_price.setText("30")
    page.optimise()
    qtbot.waitUntil(lambda: not page.search.is_running)
    asked = json.loads((child / "asked.json").read_text())
    rows = board.matrix.model.rows
    assert asked[0] == "reoptimise"
    assert asked[asked.index("--change-price") + 1] == "30"
    assert asked[asked.index("--agents") + 1 : asked.index("--days")] == [rows[0].id, rows[1].id]
    assert asked[asked.index("--days") + 1 :] == ["2026-11-09", "2026-11-10", "2026-11-11"]


def test_locked_cells_are_given_to_a_fresh_search_as_locks(opened: MainWindow, tmp_path: Path) -> None:
    opened.go("roster")
    view = view_of(opened.document)
    agent = next(iter(there(view.version).problem.agents))
    opened.document.edit_roster("lock", {}, {(agent, 1): True})
    view = view_of(opened.document)
    problem = problem_of(view.project, view.scenario, there(view.requirement))
    assert asked(problem, view, SearchWish(), tmp_path)[0] == JOB
    stated = read_problem(json.loads((tmp_path / "problem.json").read_text("utf-8")))
    locks = {lock.day: lock.shift for lock in stated.agents[agent].locks}
    assert locks[1] == there(view.version).solution.roster.shift(agent, 1)


def test_days_off_only_asks_for_nothing_else(opened: MainWindow, tmp_path: Path) -> None:
    view = view_of(opened.document)
    problem = problem_of(view.project, view.scenario, there(view.requirement))
    arguments = asked(problem, view, SearchWish(reach=Reach.EMPTY), tmp_path)
    assert arguments[0] == "reoptimise"
    assert "--empty-only" in arguments
    assert "--agents" not in arguments


def test_the_weights_are_one_click_away(page: RosterPage, opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(there(page.board).search.weights, Qt.MouseButton.LeftButton)
    assert opened.page.step == "rules"
