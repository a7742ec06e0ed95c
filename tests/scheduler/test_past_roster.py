from datetime import date, timedelta

from forecasts.horizon import Horizon
from scheduler.agent import Agent, CarryIn
from scheduler.past_roster import DAY_OFF, OTHER_WORK, PastDay, with_past
from scheduler.problem import Fairness, Problem
from scheduler.shift import Shift

HORIZON = Horizon(date(2026, 9, 3), 7, 60)  # a Thursday
SHIFTS = {
    "E": Shift("E", 480, 540, 480),
    "N": Shift("N", 1380, 540, 480, tags=frozenset({"night"})),
}


def past(agent: str, *shifts: str) -> list[PastDay]:
    """Days up to the eve of the horizon."""
    first = HORIZON.first_day - timedelta(days=len(shifts))
    return [PastDay(agent, first + timedelta(days=number), shift) for number, shift in enumerate(shifts)]


NOTHING = CarryIn()


def problem(stated: CarryIn = NOTHING, fairness: tuple[Fairness, ...] = ()) -> Problem:
    agents = {"a": Agent("a", carry_in=stated), "b": Agent("b", "part_time")}
    return Problem(HORIZON, SHIFTS, agents, fairness=fairness)


def test_run_last_end_and_week_are_carried_in() -> None:
    found = with_past(problem(), past("a", "E", DAY_OFF, "E", OTHER_WORK, "N")).agents["a"].carry_in
    assert found == CarryIn(consecutive_days=3, last_shift_end=480, week_minutes=1440, week_days=3)


def test_a_day_off_on_the_eve_ends_the_run() -> None:
    found = with_past(problem(), past("a", "E", "E", DAY_OFF)).agents["a"].carry_in
    assert found == CarryIn(0, -2 * 1440 + 1020, 960, 2)


def test_days_of_the_week_before_do_not_count_for_this_week() -> None:
    found = with_past(problem(), past("a", *["E"] * 8)).agents["a"].carry_in
    assert (found.consecutive_days, found.week_days, found.week_minutes) == (8, 3, 1440)


def test_who_has_no_known_eve_keeps_what_the_team_states() -> None:
    stated = CarryIn(consecutive_days=4)
    gone_by = [PastDay("a", date(2026, 8, 1), "E")]
    assert with_past(problem(stated), gone_by).agents["a"].carry_in == stated
    assert with_past(problem(stated), past("b", "E")).agents["a"].carry_in == stated


def test_days_inside_the_horizon_are_no_past() -> None:
    within = [PastDay("a", HORIZON.first_day, "E")]
    assert with_past(problem(), within).agents == problem().agents


def test_nights_of_two_months_count_on_in_fairness() -> None:
    nights = Fairness("night", 10.0, "full_time", before={"a": 1})
    days = [*past("a", "N", "E", "N"), PastDay("a", date(2026, 6, 1), "N"), *past("b", "N")]
    (found,) = with_past(problem(fairness=(nights,)), days).fairness
    assert found.before == {"a": 3}


def test_weekends_worked_count_on_for_the_share_of_weekends() -> None:
    weekends = Fairness("", 1.0, days=frozenset({2, 3}), name="weekend_fairness_cost")
    (found,) = with_past(problem(fairness=(weekends,)), past("a", *["E"] * 7)).fairness
    assert found.before == {"a": 2}
