from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.window.charts.value_step import value_step
from app.window.roster.chart_painting import GRIDLINES
from app.window.roster.chart_scene import ChartScene
from app.window.roster.curves import curves_of, on_duty, openings
from app.window.roster.footer_painting import net_text
from app.window.roster.footers import Footer, footer_of
from app.window.roster.geometry import Geometry
from app.window.roster.ink import ink
from app.window.roster.time_axis import TimeAxis
from tests.window.roster_sample import sample_plan

PLAN = sample_plan(20, 14)


@settings(max_examples=40)
@given(st.integers(0, PLAN.horizon.intervals - 1))
def test_as_many_agents_are_on_duty_as_the_cover_counts_heads(interval: int) -> None:
    assert len(on_duty(PLAN, interval)) == PLAN.cover.heads[interval]


def test_an_agent_on_a_break_is_not_on_duty() -> None:
    noon = 12 * 2
    early = {agent for (agent, day), cell in PLAN.roster.cells.items() if day == 0 and cell.shift == "E"}
    assert early
    assert not early & on_duty(PLAN, noon)
    assert early <= on_duty(PLAN, noon - 1)


def test_shortage_and_surplus_of_all_skills_add_up_to_what_the_judgement_counts() -> None:
    curves = curves_of(PLAN, None)
    by_skill = sum(PLAN.cover.shortage.values())
    assert np.all(curves.shortage <= by_skill + 1e-9)
    skill = curves_of(PLAN, "presale")
    assert np.allclose(skill.shortage, PLAN.cover.shortage["presale"])
    assert not skill.surplus.any()


def test_what_p50_and_p90_require_stands_beside_a_single_skill_where_it_differs() -> None:
    wanted = PLAN.problem.requirement["presale"]
    known = {"presale": {"P50": wanted.copy(), "P90": wanted * 1.2}}
    plan = replace(PLAN, beside=known)
    assert list(curves_of(plan, "presale").beside) == ["P90"]
    assert not curves_of(plan, None).beside
    assert not curves_of(plan, "aftersale").beside


def test_hours_short_by_day_add_up_to_the_cost_report() -> None:
    assert sum(footer_of(PLAN).hours_short) == pytest.approx(PLAN.cost.agent_hours_short)


def test_a_day_says_the_hours_short_with_a_minus_and_hours_over_only_where_nothing_is_short() -> None:
    footer = Footer(heads=(3, 3, 3), hours_short=(12.4, 0.0, 0.0), hours_over=(5.0, 4.2, 0.0))
    assert [net_text(footer, day) for day in range(3)] == ["−12", "+4.2", "·"]


@pytest.mark.parametrize("day", [None, 6])
def test_net_staffing_lies_beneath_the_curves_with_its_zero_line_between_shortage_and_surplus(
    qapp: QApplication, day: int | None
) -> None:
    geometry = Geometry(14, (), day_width=40, width=900, height=400)
    curves = curves_of(PLAN, None)
    scene = ChartScene(PLAN, curves, TimeAxis(geometry, 48, day), ink(), 140)
    shown = slice(None) if day is None else slice(day * 48, day * 48 + 48)
    assert np.allclose(curves.net, curves.surplus - curves.shortage)
    assert scene.area.bottom() < scene.net_area.top() <= scene.net_y(curves.net[shown].max()) + 1e-6
    assert scene.net_y(curves.net[shown].max()) <= scene.net_y(0) <= scene.net_y(curves.net[shown].min())
    assert scene.net_y(curves.net[shown].min()) <= scene.net_area.bottom() + 1 + 1e-6
    assert scene.net_area.bottom() == scene.whole.bottom()


def test_heads_by_shift_add_up_to_heads_by_day() -> None:
    footer = footer_of(PLAN)
    by_shift = np.sum([row.heads for row in footer.shifts], axis=0)
    assert tuple(by_shift) == footer.heads
    assert sum(footer.heads) == len(PLAN.roster)


def test_selected_agents_contribute_their_productivity_only_in_their_skills() -> None:
    everybody = frozenset(PLAN.problem.agents)
    total = curves_of(PLAN, None, everybody).chosen
    assert total.sum() == pytest.approx(
        sum(one.sum() for one in PLAN.cover.covered.values()) + PLAN.cover.surplus.sum()
    )
    assert not curves_of(PLAN, "presale", frozenset({"A003"})).chosen.any()
    assert curves_of(PLAN, "aftersale", frozenset({"A003"})).chosen.any()


def test_a_phase_that_began_before_the_horizon_does_not_open_in_it() -> None:
    assert [kind for _minute, kind in openings(PLAN)] == ["opening", "spot_sale", "shipping"]
    assert openings(PLAN)[0][0] == 6 * 1440 + 20 * 60


@given(st.integers(1, 31), st.integers(20, 80), st.integers(0, 500), st.data())
def test_the_chart_stands_under_the_days_of_the_matrix(
    days: int, day_width: int, scroll: int, data: st.DataObject
) -> None:
    geometry = Geometry(days, (), day_width=day_width, width=900, height=400).scrolled(scroll, 0)
    axis = TimeAxis(geometry, 48)
    day = data.draw(st.integers(0, days - 1))
    assert round(axis.x(day * 48)) == geometry.day_left(day)
    interval = data.draw(st.sampled_from(axis.visible))
    middle = axis.x(interval + 0.5)
    if axis.left <= middle < axis.left + axis.width:
        assert axis.interval_at(middle) == interval


def test_a_single_day_fills_the_same_stretch() -> None:
    geometry = Geometry(14, (), day_width=40, width=900, height=400)
    axis = TimeAxis(geometry, 48, day=7)
    assert axis.x(7 * 48) == geometry.frozen_width
    assert axis.x(8 * 48) == pytest.approx(geometry.frozen_width + axis.width)
    assert axis.interval_at(geometry.frozen_width - 1) is None
    assert [minute for _x, minute in axis.hour_marks(25.0)][:2] == [0, 120]


@given(st.floats(0.01, 1e6))
def test_gridlines_are_few_and_round(highest: float) -> None:
    step = value_step(highest, GRIDLINES)
    assert highest / step <= 5.01
    assert float(f"{step:.0e}"[0]) in {1, 2, 5}
