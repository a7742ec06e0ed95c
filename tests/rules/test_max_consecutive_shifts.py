from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_consecutive_shifts"
TWO_NIGHTS = agent(max_consecutive_shifts={"tag:night": 2})


def test_a_day_with_another_shift_or_off_ends_the_row() -> None:
    assert_kept(problem(TWO_NIGHTS), one("NN-NNL"))
    assert_kept(problem(TWO_NIGHTS), one("NNLNN"))


def test_a_night_too_many_in_a_row_is_broken() -> None:
    assert_broken(RULE, problem(TWO_NIGHTS), one("-NNN"))


def test_the_last_days_of_the_horizon_count_too() -> None:
    assert_broken(RULE, problem(TWO_NIGHTS), one("----NNN"))


def test_none_in_a_row_means_none_at_all() -> None:
    assert_broken(RULE, problem(agent(max_consecutive_shifts={"L": 0})), one("L"))
