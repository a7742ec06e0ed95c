from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "min_minutes"


def test_exactly_the_least_minutes_are_kept() -> None:
    assert_kept(problem(agent(min_minutes=960)), one("E-N"))


def test_a_minute_less_is_broken() -> None:
    assert_broken(RULE, problem(agent(min_minutes=961)), one("E-N"))


def test_an_agent_without_any_shift_falls_short_too() -> None:
    assert_broken(RULE, problem(agent(min_minutes=1)), one("-"))
