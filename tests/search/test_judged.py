"""A roster judged cell by cell is judged as the whole would be."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from scheduler.checks import check
from scheduler.cover import cover
from scheduler.judged import Judged
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from tests.search.small_team import small_team
from tests.search.test_reasons import led, some_roster, uncertain


def agree(problem: Problem, judged: Judged) -> None:
    """Everything that a whole evaluation says."""
    roster = judged.roster
    assert judged.cost.total == pytest.approx(cost(problem, roster).total)
    assert judged.cost.agent_hours_short == pytest.approx(cost(problem, roster).agent_hours_short)
    assert sorted(map(repr, judged.violations)) == sorted(map(repr, check(problem, roster)))
    whole = cover(problem, roster)
    assert np.allclose(judged.cover.heads, whole.heads)
    assert all(np.allclose(judged.cover.shortage[skill], short) for skill, short in whole.shortage.items())


@pytest.mark.parametrize("kind", [lambda problem: problem, led, uncertain])
@pytest.mark.parametrize("seed", range(4))
def test_edits_one_after_another_are_judged_as_the_whole_would_be(
    kind: Callable[[Problem], Problem], seed: int
) -> None:
    problem, random = kind(small_team(seed)), Random(seed)
    judged = Judged.of(problem, some_roster(problem, seed))
    other = some_roster(problem, seed + 100)
    agree(problem, judged)
    for _edit in range(12):
        keys = [(random.choice(list(problem.agents)), random.randrange(problem.horizon.days)) for _ in range(3)]
        judged = judged.edited({key: other.cells.get(key) if random.random() < 0.7 else None for key in keys})
        agree(problem, judged)


def test_unknown_names_are_told_and_count_nothing() -> None:
    problem = small_team(1)
    judged = Judged.of(problem, Roster()).edited({("客服01", 0): Assignment("客服01", 0, "没有这个班")})
    agree(problem, judged)
    assert [violation.rule for violation in judged.violations if violation.agent][:1] == ["known_names"]


def test_the_one_edited_leaves_the_one_before_as_it_was() -> None:
    problem = small_team(2)
    before = Judged.of(problem, some_roster(problem, 2))
    total = before.cost.total
    before.edited(dict.fromkeys(list(before.roster.cells)[:5]))
    assert before.cost.total == total
    agree(problem, before)
