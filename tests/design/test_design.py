from dataclasses import replace
from datetime import date
from itertools import pairwise
from time import monotonic

import numpy as np
import pytest

from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Agent, CarryIn
from scheduler.design import day_after_day
from scheduler.design.day_after_day import DayAfterDay, DesignOrder
from scheduler.design.deviation import DeviationCost
from scheduler.design.engine import Design, design
from scheduler.design.night_before import night_before
from scheduler.design.offered_kinds import best_kinds
from scheduler.design.proposal import with_proposed
from scheduler.design.shift_kinds import DesignLimits, pauses, shift_kinds, whole_intervals
from scheduler.problem import Problem
from scheduler.shift import Break, Shift

TWO_DAYS = Horizon(date(2026, 11, 9), 2, 60)
PLAIN = DesignLimits(lengths=(240, 480), meal_from=1441, rest_minutes=0, start_step=60)
FREE = DeviationCost(kind=0.0)
QUICK = DesignOrder(PLAIN, FREE, seconds=10.0)


def curve(*stretches: tuple[int, int, float]) -> Numbers:
    """Agents wanted from hour to hour of the horizon."""
    wanted = np.zeros(TWO_DAYS.intervals)
    for first, end, agents in stretches:
        wanted[first:end] += agents
    return wanted


def designed(wanted: Numbers, order: DesignOrder = QUICK) -> Design:
    return design(TWO_DAYS, {"presale": wanted}, order)


def test_a_requirement_made_of_shifts_is_met_without_deviation() -> None:
    found = designed(curve((9, 17, 2), (18, 22, 1), (33, 41, 3)))
    assert (found.short, found.surplus) == (0.0, 0.0)
    assert {shift.minutes for shift in found.shifts} == {240, 480}


def test_what_runs_past_midnight_covers_the_next_day() -> None:
    found = designed(curve((20, 28, 2)), replace(QUICK, limits=replace(PLAIN, lengths=(480,))))
    assert found.deviation == 0.0
    assert [dict(day.heads) for day in found.heads["presale"]] == [{"S2000-8": 2}, {}]


def test_what_runs_past_the_last_midnight_covers_the_first_day_where_the_days_repeat() -> None:
    order = replace(QUICK, limits=replace(PLAIN, lengths=(480,)), repeats=True)
    found = designed(curve((0, 4, 2), (44, 48, 2)), order)
    assert (found.deviation, found.present["presale"][:4].tolist()) == (0.0, [2.0] * 4)
    assert [dict(day.heads) for day in found.heads["presale"]] == [{}, {"S2000-8": 2}]
    assert designed(curve((0, 4, 2), (44, 48, 2)), replace(order, repeats=False)).deviation > 0


def test_nobody_pauses_in_a_time_without_breaks_that_comes_again_after_the_last_midnight() -> None:
    limits = DesignLimits(lengths=(540,), rest_minutes=0, start_step=60, first_start=1200, last_start=1200)
    order = DesignOrder(limits, FREE, no_break=((60, 120),), seconds=10.0, repeats=True)
    found = designed(curve((0, 5, 1), (44, 48, 1)), order)
    starts = {start for day in found.heads["presale"] for _, _, start in day.pauses}
    assert starts
    assert all(start + 60 <= 1500 or start >= 1560 for start in starts)


def test_agents_of_the_night_before_are_present_anyhow() -> None:
    wanted = curve((0, 4, 2), (9, 17, 1))
    late = Agent("客服01", skills=frozenset({"presale"}), carry_in=CarryIn(last_shift_end=250))
    early = Agent("客服02", skills=frozenset({"presale", "live"}), carry_in=CarryIn(last_shift_end=-60))
    asked = Problem(TWO_DAYS, {}, {agent.id: agent for agent in (late, early)})
    already = night_before(asked, ["presale", "live"])
    assert (already["presale"][:5].tolist(), already["live"].sum()) == ([1.0, 1.0, 1.0, 1.0, 0.0], 0.0)
    found = design(TWO_DAYS, {"presale": wanted}, QUICK, already={"presale": 2 * already["presale"]})
    assert (found.deviation, [dict(day.heads) for day in found.heads["presale"]]) == (0.0, [{"S0900-8": 1}, {}])


def test_a_second_look_at_each_day_mends_what_the_first_could_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    order = replace(QUICK, limits=replace(PLAIN, lengths=(480, 600)), workers=1)
    wanted = curve((10, 22, 4), (23, 33, 1), (30, 34, 3))
    twice = designed(wanted, order)
    monkeypatch.setattr(day_after_day, "PASSES", 1)
    once = designed(wanted, order)
    cost = [order.cost.of(found.wanted["presale"] - found.present["presale"]) for found in (once, twice)]
    assert cost[1] < cost[0]


def test_a_break_and_two_rests_are_placed_where_they_cost_least() -> None:
    limits = DesignLimits(lengths=(540,), meal_after=180, meal_before=180, rest_minutes=60, start_step=60)
    wanted = curve((9, 18, 1))
    wanted[[10, 13, 16]] = 0  # one agent's two rests and meal
    found = designed(wanted, DesignOrder(limits, FREE, seconds=10.0))
    assert found.deviation == 0.0
    assert sum(day.heads.get("S0900-9", 0) for day in found.heads["presale"]) == 1


def test_nobody_pauses_in_times_without_breaks() -> None:
    limits = DesignLimits(lengths=(540,), rest_minutes=0, start_step=60)
    order = DesignOrder(limits, FREE, no_break=((12 * 60, 13 * 60),), seconds=10.0)
    found = designed(curve((9, 18, 3)), order)
    starts = {start for day in found.heads["presale"] for _, _, start in day.pauses}
    assert starts
    assert all(start + 60 <= 720 or start >= 780 for start in starts)


def test_present_is_what_the_heads_and_their_pauses_give() -> None:
    limits = DesignLimits(lengths=(480, 540), start_step=60)
    found = designed(curve((8, 22, 4), (32, 47, 3)), DesignOrder(limits, seconds=10.0))
    paid = 0.0
    shifts = {shift.id: shift for shift in found.shifts}
    for day in found.heads["presale"]:
        paid += sum(count * len(whole_intervals(shifts[name], 60)) for name, count in day.heads.items())
        for (name, position, start), count in day.pauses.items():
            paid -= count * sum(pauses(shifts[name], 60)[position].takes[start].values())
    assert found.present["presale"].sum() == pytest.approx(paid)
    assert found.short - found.surplus == pytest.approx(found.wanted["presale"].sum() - paid)


def test_every_pause_of_every_head_is_placed_once() -> None:
    found = designed(curve((8, 22, 4)), DesignOrder(DesignLimits(lengths=(540,), start_step=60), seconds=10.0))
    for day in found.heads["presale"]:
        for name, count in day.heads.items():
            for position in range(3):
                taken = [n for (kind, place, _), n in day.pauses.items() if (kind, place) == (name, position)]
                assert sum(taken) == count


def test_no_more_kinds_are_offered_than_allowed() -> None:
    found = designed(curve((8, 22, 4), (10, 14, 3), (30, 44, 5)), replace(QUICK, most_kinds=2))
    assert len(found.shifts) <= 2


def test_a_dear_kind_is_offered_only_where_it_saves_as_much() -> None:
    kinds = shift_kinds(PLAIN, 60)
    wanted = curve((9, 17, 5), (18, 22, 1))
    cheap = best_kinds(kinds, [wanted], 60, DeviationCost(kind=0.1))
    dear = best_kinds(kinds, [wanted], 60, DeviationCost(kind=6.0))
    assert (len(cheap), len(dear)) == (2, 1)


def test_a_curve_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="instead of"):
        design(TWO_DAYS, {"presale": np.zeros(3)}, QUICK)


def test_nothing_wanted_needs_no_shift() -> None:
    found = designed(curve())
    assert (found.shifts, found.deviation) == ((), 0.0)


def test_part_time_shifts_proposed_fit_an_opening_better_than_a_fixed_early_and_late_one() -> None:
    wanted = curve((9, 21, 2), (19, 26, 3), (33, 45, 2), (42, 46, 1))
    part_time = replace(PLAIN, lengths=(240, 360))
    proposed = designed(wanted, replace(QUICK, limits=part_time, most_kinds=4))
    fixed = DayAfterDay(
        TWO_DAYS, [Shift("早", 540, 240, 240), Shift("晚", 1140, 240, 240)], QUICK, monotonic(), lambda _share: None, 1
    )
    _heads, present = fixed.heads(wanted, np.zeros(TWO_DAYS.intervals))
    assert {shift.minutes for shift in proposed.shifts} <= {240, 360}
    assert len(proposed.shifts) <= 4
    assert FREE.of(wanted - proposed.present["presale"]) < 0.7 * FREE.of(wanted - present)


def test_windows_of_a_kinds_pauses_never_overlap() -> None:
    for kind in shift_kinds(DesignLimits(lengths=(240, 360, 480, 600), rest_minutes=30), 30):
        windows = sorted((p.earliest, p.latest + p.minutes) for p in (*kind.breaks, *kind.rests))
        assert all(first[1] <= second[0] for first, second in pairwise(windows))
        assert all(kind.start <= first and last <= kind.end for first, last in windows)


def test_a_short_rest_takes_only_its_own_minutes_of_an_interval() -> None:
    kind = Shift("S", 540, 480, 480, rests=(Break(15, 600, 600),))
    assert pauses(kind, 30)[0].takes == {600: {20: 0.5}}


def test_proposed_shifts_join_the_list_under_free_names_and_known_ones_do_not() -> None:
    known = {"早": Shift("早", 540, 480, 480), "S0900-4": Shift("S0900-4", 600, 240, 240)}
    proposed = (Shift("S0900-8", 540, 480, 480), Shift("S0900-4", 540, 240, 240))
    found = with_proposed(known, proposed)
    assert list(found) == ["早", "S0900-4", "S0900-4.2"]
    assert found["S0900-4.2"].start == 540
