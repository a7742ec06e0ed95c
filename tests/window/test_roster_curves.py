from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.window.charts.value_step import value_step
from app.window.roster.chart_painting import GRIDLINES
from app.window.roster.curves import curves_of, on_duty, openings
from app.window.roster.footers import footer_of
from app.window.roster.geometry import Geometry
from app.window.roster.time_axis import TimeAxis
from tests.window.roster_sample import sample_plan

PLAN = sample_plan(20, 14)


@settings(max_examples=40)
@given(st.integers(0, PLAN.horizon.intervals - 1))
def test_as_many_agents_are_on_duty_as_the_cover_counts_heads(interval):
    assert len(on_duty(PLAN, interval)) == PLAN.cover.heads[interval]


def test_an_agent_on_a_break_is_not_on_duty():
    noon = 12 * 2
    early = {agent for (agent, day), cell in PLAN.roster.cells.items() if day == 0 and cell.shift == "E"}
    assert early
    assert not early & on_duty(PLAN, noon)
    assert early <= on_duty(PLAN, noon - 1)


def test_shortage_and_surplus_of_all_skills_add_up_to_what_the_judgement_counts():
    curves = curves_of(PLAN, None)
    by_skill = sum(PLAN.cover.shortage.values())
    assert np.all(curves.shortage <= by_skill + 1e-9)
    skill = curves_of(PLAN, "presale")
    assert np.allclose(skill.shortage, PLAN.cover.shortage["presale"])
    assert not skill.surplus.any()


def test_what_p50_and_p90_require_stands_beside_a_single_skill_where_it_differs():
    wanted = PLAN.problem.requirement["presale"]
    known = {"presale": {"P50": wanted.copy(), "P90": wanted * 1.2}}
    plan = replace(PLAN, beside=known)
    assert list(curves_of(plan, "presale").beside) == ["P90"]
    assert not curves_of(plan, None).beside
    assert not curves_of(plan, "aftersale").beside


def test_hours_short_by_day_add_up_to_the_cost_report():
    assert sum(footer_of(PLAN).hours_short) == pytest.approx(PLAN.cost.agent_hours_short)


def test_heads_by_shift_add_up_to_heads_by_day():
    footer = footer_of(PLAN)
    by_shift = np.sum([row.heads for row in footer.shifts], axis=0)
    assert tuple(by_shift) == footer.heads
    assert sum(footer.heads) == len(PLAN.roster)


def test_selected_agents_contribute_their_productivity_only_in_their_skills():
    everybody = frozenset(PLAN.problem.agents)
    total = curves_of(PLAN, None, everybody).chosen
    assert total.sum() == pytest.approx(sum(PLAN.cover.covered.values()).sum() + PLAN.cover.surplus.sum())
    assert not curves_of(PLAN, "presale", frozenset({"A003"})).chosen.any()
    assert curves_of(PLAN, "aftersale", frozenset({"A003"})).chosen.any()


def test_a_phase_that_began_before_the_horizon_does_not_open_in_it():
    assert [kind for _minute, kind in openings(PLAN)] == ["opening", "spot_sale", "shipping"]
    assert openings(PLAN)[0][0] == 6 * 1440 + 20 * 60


@given(st.integers(1, 31), st.integers(20, 80), st.integers(0, 500), st.data())
def test_the_chart_stands_under_the_days_of_the_matrix(days, day_width, scroll, data):
    geometry = Geometry(days, (), day_width=day_width, width=900, height=400).scrolled(scroll, 0)
    axis = TimeAxis(geometry, 48)
    day = data.draw(st.integers(0, days - 1))
    assert round(axis.x(day * 48)) == geometry.day_left(day)
    interval = data.draw(st.sampled_from(axis.visible))
    middle = axis.x(interval + 0.5)
    if axis.left <= middle < axis.left + axis.width:
        assert axis.interval_at(middle) == interval


def test_a_single_day_fills_the_same_stretch():
    geometry = Geometry(14, (), day_width=40, width=900, height=400)
    axis = TimeAxis(geometry, 48, day=7)
    assert axis.x(7 * 48) == geometry.frozen_width
    assert axis.x(8 * 48) == pytest.approx(geometry.frozen_width + axis.width)
    assert axis.interval_at(geometry.frozen_width - 1) is None
    assert [minute for _x, minute in axis.hour_marks(25.0)][:2] == [0, 120]


@given(st.floats(0.01, 1e6))
def test_gridlines_are_few_and_round(highest):
    step = value_step(highest, GRIDLINES)
    assert highest / step <= 5.01
    assert float(f"{step:.0e}"[0]) in {1, 2, 5}
