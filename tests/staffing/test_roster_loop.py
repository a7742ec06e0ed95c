"""The loop around a solver: here one of a few lines that has too few agents at an opening, or all day."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals
from scheduler.staffing.roster_loop import Rostered, raised, served_roster

VOLUME = np.concatenate((np.full(40, 60.0), np.full(2, 420.0), np.full(54, 240.0)))
PHASES = ("",) * 40 + ("opening",) * 2 + ("",) * 54
DAY = Forecast(
    Horizon(date(2026, 11, 11), 1, 15),
    {SeriesKey("", "presale"): Volume(VOLUME, VOLUME, VOLUME, VOLUME, PHASES)},
)
OPENING = slice(40, 42)
GOALS = {"presale": Goals(shrinkage=0.2)}
NEEDED = staff(DAY, GOALS)


class Solver:
    """Gives what is asked, but at most `most` agents, and `at_opening` then; numbers its rosters."""

    def __init__(self, at_opening: float = np.inf, most: float = np.inf) -> None:
        self.asked: list[Numbers] = []
        self._at_opening, self._most = at_opening, most

    def __call__(self, requirement: Mapping[str, Numbers]) -> Rostered[int]:
        self.asked.append(requirement["presale"])
        cover = np.minimum(requirement["presale"], self._most)
        cover[OPENING] = np.minimum(cover[OPENING], self._at_opening)
        return Rostered(len(self.asked), {"presale": cover})


def test_a_roster_that_gives_what_is_asked_is_kept_at_once() -> None:
    solve = Solver()
    served = served_roster(DAY, GOALS, NEEDED, solve)
    assert (served.rostered.roster, len(solve.asked), served.intervals_unmet) == (1, 1, 0)


def test_the_backlog_of_a_shortage_raises_the_requirement_after_it() -> None:
    solve = Solver(at_opening=22.5)
    served = served_roster(DAY, GOALS, NEEDED, solve)
    first, second = solve.asked[:2]
    after = OPENING.stop
    assert second[after] > first[after]
    assert second[: OPENING.start].tolist() == first[: OPENING.start].tolist()
    assert np.flatnonzero(served.unmet["presale"]).tolist() == [40, 41]
    assert served.rostered.roster > 1


def test_the_best_of_all_rosters_is_returned_with_what_it_was_made_for() -> None:
    solve = Solver(at_opening=22.5)
    served = served_roster(DAY, GOALS, NEEDED, solve, rounds=4)
    assert served.asked["presale"].tolist() == solve.asked[served.rostered.roster - 1].tolist()
    assert served.lost == pytest.approx(served.service["presale"].lost.sum())


def test_a_team_too_small_ends_the_loop_with_the_shortage_told() -> None:
    solve = Solver(most=10.0)
    served = served_roster(DAY, GOALS, NEEDED, solve, rounds=3)
    assert len(solve.asked) <= 3
    assert served.unmet["presale"][60:].all()
    assert served.lost > 0


def test_cover_that_meets_every_goal_raises_nothing() -> None:
    asked = {"presale": np.full(96, 60.0)}
    assert raised(DAY, asked, {"presale": np.full(96, 60.0)}, GOALS)["presale"].tolist() == asked["presale"].tolist()


def test_shrinkage_is_taken_off_cover_and_put_back_on_the_requirement() -> None:
    asked = {"presale": np.full(96, 1.0)}
    higher = raised(DAY, asked, asked, GOALS)["presale"]
    assert higher * 0.8 == pytest.approx(np.round(higher * 0.8))
    assert np.all(higher >= 1.0)


def test_wrong_goals_are_refused() -> None:
    with pytest.raises(InputError):
        raised(DAY, {}, {}, {"presale": Goals(shrinkage=1.0)})


def test_without_any_roster_there_is_none_to_choose() -> None:
    with pytest.raises(LookupError):
        served_roster(DAY, GOALS, NEEDED, lambda _asked: None)
