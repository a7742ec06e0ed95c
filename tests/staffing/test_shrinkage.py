import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.staffing.shrinkage import at_work, whole_agents, with_shrinkage


def test_shrinkage_divides_and_never_multiplies() -> None:
    assert with_shrinkage(np.array([100.0]), 0.3)[0] == pytest.approx(142.857, abs=1e-3)
    assert whole_agents(100, 0.3) == 143


def test_breaks_and_absences_are_not_counted_again() -> None:
    cover = np.array([12.0, 11.0])  # already without the agent on break
    assert at_work(cover, 0.0).tolist() == [12.0, 11.0]


def test_rounding_happens_once_at_the_end() -> None:
    unrounded = sum(with_shrinkage(np.array([4.2]), 0.3)[0] for _skill in range(3))
    assert unrounded == pytest.approx(18)
    assert whole_agents(12.6, 0.3) == 18


@pytest.mark.parametrize(
    ("base", "shown"), [(21, 30), (42, 60), (84, 120), (161, 230), (168, 240), (175, 250), (315, 450)]
)
def test_binary_fractions_do_not_add_an_agent(base: int, shown: int) -> None:
    assert whole_agents(base, 0.3) == shown
    assert whole_agents(float(base), 0.3) == shown


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(0, 99))
def test_the_shown_number_is_exact_for_whole_percents(base: int, percent: int) -> None:
    assert whole_agents(base, percent / 100) == -(-base * 100 // (100 - percent))


@settings(deadline=None)
@given(st.floats(0, 500), st.floats(0, 0.9))
def test_cover_and_requirement_mean_the_same_agents(base: float, shrinkage: float) -> None:
    assert at_work(with_shrinkage(np.array([base]), shrinkage), shrinkage)[0] == pytest.approx(base)
