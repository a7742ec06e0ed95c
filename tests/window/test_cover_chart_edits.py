"""After an edit only what changed of the cover chart is drawn again, and it looks as if all of it had been."""

import pytest
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from app.project.version import edited_version
from app.window.jobs.jobs import Jobs
from app.window.roster.board import RosterBoard
from app.window.roster.chart_scene import ChartScene
from app.window.roster.cover_chart import CoverChart
from app.window.roster.curves import Curves, changed, curves_of
from app.window.roster.plan import RosterPlan
from tests.window.roster_sample import sample_plan
from tests.window.shown import plan_shown


@pytest.fixture
def board(qtbot: QtBot) -> RosterBoard:
    made = RosterBoard(Jobs())
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.show_plan(sample_plan(40, 14))
    return made


def without(plan: RosterPlan, agent: str, day: int) -> RosterPlan:
    assert plan.version is not None
    cells = {(agent, day): None}
    judged = plan.judged.edited(cells)
    return plan.edited(edited_version(plan.version, plan.version.number, cells, judged.cost.total), judged, plan.locks)


def drawn(chart: CoverChart) -> QImage:
    return chart.grab().toImage()


def test_an_edit_looks_as_if_the_whole_chart_had_been_drawn_again(
    board: RosterBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = board.cover.chart
    before = drawn(chart)
    parts: list[range | None] = []
    draw = CoverChart._draw

    def told(self: CoverChart, picture: QPixmap, scene: ChartScene) -> None:
        parts.append(scene.part)
        draw(self, picture, scene)

    monkeypatch.setattr(CoverChart, "_draw", told)
    partial = 0
    for agent, day in sorted(plan_shown(board).roster.cells)[5:400:37]:
        board.show_edit(without(plan_shown(board), agent, day))
        shown = drawn(chart)
        partial += parts[-1] is not None
        chart._redraw()
        assert parts[-1] is None or len(parts[-1]) < plan_shown(board).horizon.intervals
        assert shown == drawn(chart)
    assert partial > 5
    assert shown != before


def test_another_day_or_skill_is_always_drawn_whole(board: RosterBoard) -> None:
    chart, (agent, day) = board.cover.chart, sorted(plan_shown(board).roster.cells)[3]
    chart.show_day(day)
    drawn(chart)
    board.show_edit(without(plan_shown(board), agent, day))
    shown = drawn(chart)
    chart._redraw()
    assert shown == drawn(chart)


def test_two_edits_before_a_painting_are_both_drawn(board: RosterBoard) -> None:
    chart = board.cover.chart
    drawn(chart)
    for agent, day in sorted(plan_shown(board).roster.cells)[:2]:
        board.show_edit(without(plan_shown(board), agent, day))
    shown = drawn(chart)
    chart._redraw()
    assert shown == drawn(chart)


def test_a_state_without_a_difference_has_nothing_to_draw() -> None:
    curves = curves_of(sample_plan(10, 7), None)
    assert changed(curves, curves) == range(0)
    higher = Curves(curves.requirement, curves.cover + 1, curves.heads, curves.chosen)
    assert changed(curves, higher) is None
