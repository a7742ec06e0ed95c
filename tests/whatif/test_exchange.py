"""What neighbouring points of a sweep owe each other."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from app.exchange import Contradiction, contradictions, exchanged
from app.points import Place, Point, PointPlan, SweepRow, points, row_with
from app.project.project import Project
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.roster import Assignment, Roster
from scheduler.solution import Outcome, SearchLimits, Solution

LIMITS = SearchLimits(seconds=1.0)
BUSY = Roster.of(Assignment(f"{agent}", day, "早") for agent in range(1, 6) for day in range(3))
IDLE = Roster.of([Assignment("1", 0, "早")])


@pytest.fixture
def project(project: Project) -> Project:
    """Nobody owes any hours."""
    return replace(project, team=tuple(replace(agent, contract="outsourced") for agent in project.team))


def placed(project: Project, **ranges: tuple[float, ...]) -> dict[Place, Point]:
    return {point.place: point for point in points(project, project.scenarios[0], ranges)}


def row_of(point: Point, roster: Roster, gap: float = 0.0, required: float = 4.0) -> SweepRow:
    """A point with this roster, judged."""
    wanted = {key.skill: np.full(point.expected.horizon.intervals, required) for key, _volume in point.expected}
    empty = PointPlan(wanted, {}, Solution(Outcome.FEASIBLE, roster, 0.0, 0.0))
    assert check(empty.problem(point), roster) == []
    yuan = cost(empty.problem(point), roster).total
    solution = Solution(Outcome.FEASIBLE, roster, yuan, yuan * (1 - gap))
    return row_with(point, replace(empty, solution=solution), LIMITS)


def costs(rows: Mapping[Place, SweepRow]) -> list[float]:
    return [rows[place].row.cost for place in sorted(rows)]


def test_a_better_roster_goes_round_to_every_point_that_it_is_good_for(project: Project) -> None:
    found = placed(project, volume=(1.0, 1.1, 1.2))
    rows = {place: row_of(point, BUSY if place == (0,) else IDLE) for place, point in found.items()}
    changed = exchanged(found, rows)
    assert sorted(changed) == [(1,), (2,)]
    for place, row in changed.items():
        assert row.plan.solution.roster == BUSY
        assert row.row.cost == pytest.approx(cost(row.plan.problem(found[place]), BUSY).total)
        assert row.row.cost < rows[place].row.cost
        assert row.row.gap is not None
        assert row.plan.solution.bound == rows[place].plan.solution.bound


def test_a_smaller_team_takes_only_what_its_own_agents_work(project: Project) -> None:
    found = placed(project, **{"agents:outsourced": (-4.0, 0.0)})
    changed = exchanged(found, {place: row_of(p, BUSY if place == (1,) else IDLE) for place, p in found.items()})
    assert {cell.agent for cell in changed[(0,)].plan.solution.roster} == {"1", "2", "3"}


def test_a_roster_that_breaks_a_rule_at_the_neighbour_is_not_taken(project: Project) -> None:
    found = placed(project, seats=(3.0, 9.0))
    assert exchanged(found, {place: row_of(p, BUSY if place == (1,) else IDLE) for place, p in found.items()}) == {}


def test_after_the_exchange_more_agents_are_never_dearer(project: Project) -> None:
    found = placed(project, **{"agents:outsourced": (-1.0, 0.0, 1.0)})
    rows = {place: row_of(p, BUSY if place == (0,) else IDLE) for place, p in found.items()}
    assert [one.factor for one in contradictions(found, rows)[1]] == ["agents:outsourced"]
    better = {**rows, **exchanged(found, rows)}
    assert contradictions(found, better) == (2, [])
    assert costs(better) == sorted(costs(better), reverse=True)


def test_more_volume_with_less_shortage_is_told_beyond_the_gaps_only(project: Project) -> None:
    found = placed(project, volume=(1.0, 1.2))
    sure = {place: row_of(p, IDLE if place == (0,) else BUSY) for place, p in found.items()}
    compared, wrong = contradictions(found, sure)
    assert compared == 1
    by = sure[0,].row.shortage_hours - sure[1,].row.shortage_hours
    assert wrong == [Contradiction("volume", (0,), (1,), wrong[0].by)]
    assert wrong[0].by == pytest.approx(by)
    vague = {place: row_of(p, IDLE if place == (0,) else BUSY, gap=0.9) for place, p in found.items()}
    assert contradictions(found, vague) == (1, [])


def test_points_without_a_roster_are_left_out(project: Project, sweep_row: Callable[..., SweepRow]) -> None:
    found = placed(project, volume=(1.0, 1.2))
    rows: dict[Place, SweepRow | None] = {(0,): None, (1,): sweep_row(found[1,], 100.0, LIMITS)}
    assert exchanged(found, rows) == {}
    assert contradictions(found, rows) == (0, [])
