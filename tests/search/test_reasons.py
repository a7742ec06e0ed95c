"""Every difference told is the difference of two whole evaluations."""

from dataclasses import replace
from random import Random

import pytest

from scheduler.agent import Absence
from scheduler.break_patterns import break_patterns
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Companion, LoadLevel, Problem
from scheduler.reasons.assignment import choices, serves
from scheduler.reasons.hiring import hires
from scheduler.reasons.shortage import shortage
from scheduler.reasons.standing import Standing
from scheduler.reasons.takers import swap, takers
from scheduler.roster import Assignment, Roster
from scheduler.violation import Violation
from tests.search.small_team import small_team


def some_roster(problem: Problem, seed: int) -> Roster:
    """Shifts at random, lawful or not, breaks at random."""
    random = Random(seed)
    cells = []
    for name, agent in problem.agents.items():
        for day in range(problem.horizon.days):
            if random.random() < 0.6:
                shift = random.choice(problem.eligible_shifts(agent))
                breaks = random.choice(break_patterns(problem.shifts[shift], problem.horizon.interval_minutes))
                cells.append(Assignment(name, day, shift, breaks))
    return Roster.of(cells)


def led(problem: Problem) -> Problem:
    """The same with a lead, whose absence costs."""
    lead = next(iter(problem.agents))
    agents = dict(problem.agents) | {lead: replace(problem.agents[lead], tags=frozenset({"lead"}))}
    return replace(problem, agents=agents, companions=(Companion("lead", cost=4.0), Companion("lead", least=1)))


def uncertain(problem: Problem) -> Problem:
    """The same with a load that may turn out half as large or half as large again."""
    curves = [{skill: times * c for skill, c in problem.requirement.items()} for times in (0.5, 1.0, 1.5)]
    levels = tuple(LoadLevel(w, curve) for w, curve in zip((0.3, 0.5, 0.2), curves, strict=True))
    return replace(problem, load_levels=levels)


def with_cell(roster: Roster, agent: str, day: int, cell: Assignment | None) -> Roster:
    cells = {key: kept for key, kept in roster.cells.items() if key != (agent, day)}
    return Roster(cells if cell is None else cells | {(agent, day): cell})


def eased(violation: Violation, before: list[Violation]) -> bool:
    """Whether seats were already too few there, and fewer are asked for now."""
    same = [v for v in before if (v.rule, v.interval) == ("seat_limit", violation.interval)]
    return violation.rule == "seat_limit" and any(present(v) > present(violation) for v in same)


def present(violation: Violation) -> int:
    agents = violation.facts["agents"]
    assert isinstance(agents, int)
    return agents


@pytest.mark.parametrize("seed", range(4))
def test_what_another_choice_costs_and_breaks_is_what_judging_it_whole_says(seed: int) -> None:
    problem = led(small_team(seed)) if seed % 2 else uncertain(small_team(seed))
    roster = some_roster(problem, seed)
    before, broken = cost(problem, roster).total, check(problem, roster)
    standing = Standing(problem, roster)
    for agent, day in sorted(roster.cells)[::5]:
        for choice in choices(standing, agent, day):
            cell = None if choice.shift is None else Assignment(agent, day, choice.shift, choice.breaks)
            then = with_cell(roster, agent, day, cell)
            found = choice.difference
            assert found.total == pytest.approx(cost(problem, then).total - before, abs=1e-6)
            expected = [v for v in check(problem, then) if v not in broken and not eased(v, broken)]
            assert {(v.rule, v.agent, v.day, v.interval) for v in found.broken} == {
                (v.rule, v.agent, v.day, v.interval) for v in expected
            }


@pytest.mark.parametrize("seed", range(3))
def test_a_choice_has_the_breaks_that_cost_least(seed: int) -> None:
    problem = replace(small_team(seed), seat_limit=None)
    roster = some_roster(problem, seed)
    standing, (agent, day) = Standing(problem, roster), sorted(roster.cells)[3]
    for choice in choices(standing, agent, day):
        if choice.shift is None:
            continue
        patterns = break_patterns(problem.shifts[choice.shift], problem.horizon.interval_minutes)
        others = (Assignment(agent, day, choice.shift, pattern) for pattern in patterns)
        best = min(standing.difference({(agent, day): cell}).total for cell in others)
        assert choice.difference.total == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_what_an_assignment_serves_adds_up_to_what_its_loss_costs_in_cover(seed: int) -> None:
    problem = small_team(seed)
    roster = some_roster(problem, seed)
    standing = Standing(problem, roster)
    for agent, day in sorted(roster.cells)[::4]:
        lost = standing.difference({(agent, day): None}).cover
        assert sum(part.yuan for part in serves(standing, agent, day)) >= lost - 1e-6  # a surplus is not served
    assert serves(standing, "客服01", next(d for d in range(8) if ("客服01", d) not in roster.cells)) == ()


def test_takers_are_those_who_break_least_then_cost_least_and_are_told_exactly() -> None:
    problem = small_team(2)
    roster = some_roster(problem, 2)
    standing, (agent, day) = Standing(problem, roster), min(roster.cells)
    found = takers(standing, agent, day)
    ranks = [(len(taker.difference.broken), taker.difference.total) for taker in found]
    assert ranks == sorted(ranks)
    given = roster.cells[agent, day]
    for taker in found:
        then = with_cell(roster, agent, day, None)
        then = with_cell(then, taker.agent, day, Assignment(taker.agent, day, given.shift, taker.breaks))
        assert taker.difference.total == pytest.approx(cost(problem, then).total - cost(problem, roster).total)


def test_two_agents_who_swap_a_day_hold_each_others_shifts() -> None:
    problem = small_team(1)
    roster = Roster.of([Assignment("客服01", 1, "E", (660,)), Assignment("客服02", 1, "L", (1080,))])
    then = Roster.of([Assignment("客服02", 1, "E", (660,)), Assignment("客服01", 1, "L", (1080,))])
    found = swap(Standing(problem, roster), ("客服01", 1), ("客服02", 1))
    assert found.total == pytest.approx(cost(problem, then).total - cost(problem, roster).total)


def test_swapping_a_shift_for_a_day_off_on_another_day_moves_the_shift() -> None:
    problem = small_team(1)
    roster = Roster.of([Assignment("客服01", 1, "E", (660,)), Assignment("客服02", 3, "E", (660,))])
    then = Roster.of([Assignment("客服02", 1, "E", (660,)), Assignment("客服01", 3, "E", (660,))])
    found = swap(Standing(problem, roster), ("客服01", 1), ("客服02", 3))
    assert found.total == pytest.approx(cost(problem, then).total - cost(problem, roster).total)


def test_a_shortage_names_what_stops_each_agent_with_the_skill() -> None:
    problem = small_team(1)
    able = [name for name, agent in problem.agents.items() if "presale" in agent.skills]
    found = shortage(Standing(problem, Roster()), "presale", 20, 2.0)
    assert sum(found.stopped.values()) >= len(able)
    assert {help_.assignment.agent for help_ in found.helps} <= set(able)
    for help_ in found.relaxations:
        assert help_.difference.broken
        assert help_.difference.total < 0


def test_who_is_absent_is_stopped_by_the_absence() -> None:
    problem = small_team(1, days=1)
    agents = {name: replace(agent, absences=(Absence(day=0),)) for name, agent in problem.agents.items()}
    found = shortage(Standing(replace(problem, agents=agents), Roster()), "presale", 19, 2.0)
    assert found.stopped["absences"] > 0


def test_one_more_agent_saves_what_the_roster_with_them_costs_less() -> None:
    problem = replace(small_team(3), fairness=(), shift_targets=())
    roster = some_roster(problem, 3)
    best = hires(Standing(problem, roster))[0]
    like = replace(problem.agents[best.like], id="新人", requests=(), min_minutes=None, overtime=None)
    team = replace(problem, agents={**problem.agents, "新人": like})
    options = [
        cost(team, with_cell(roster, "新人", best.day, Assignment("新人", best.day, best.shift, pattern))).total
        for pattern in break_patterns(problem.shifts[best.shift], problem.horizon.interval_minutes)
    ]
    assert best.saves == pytest.approx(cost(problem, roster).total - min(options))
