"""Common random numbers: what is drawn does not depend on what is tried."""

import numpy as np
import pytest

from scheduler.simulation.customers import Customers, draw_customers
from scheduler.simulation.manner import ChatLength
from scheduler.simulation.window import LEAD_SECONDS
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals


def drawn(factor: float = 1.0, seed: int = 7) -> Customers:
    steps = np.array([[30.0, 10.0], [0.0, 5.0]]) * factor
    return draw_customers(Arrivals(steps, 300, 4.0 * factor), Goals(), ChatLength(), np.random.SeedSequence(seed))


def test_the_same_seed_gives_the_same_customers_and_another_one_others() -> None:
    assert drawn().arrived.tolist() == drawn().arrived.tolist()
    assert drawn().arrived.tolist() != drawn(seed=8).arrived.tolist()


def test_more_volume_brings_the_same_customers_earlier_and_others_after_them() -> None:
    fewer, more = drawn(), drawn(1.5)
    count = len(fewer.arrived)
    assert len(more.arrived) > count
    assert np.all(more.arrived[:count] <= fewer.arrived)
    for trait in ("patience", "work", "replies", "first_reply"):
        assert getattr(more, trait)[:count].tolist() == getattr(fewer, trait).tolist()
    assert more.efforts[: len(fewer.efforts)].tolist() == fewer.efforts.tolist()


def test_customers_come_in_proportion_to_the_volume_of_each_step() -> None:
    days = [drawn(seed=seed).arrived for seed in range(300)]
    edges = [-LEAD_SECONDS, 0, 300, 600, 900, 1200]
    mean = np.mean([np.histogram(day, edges)[0] for day in days], axis=0)
    expected = np.array([48, 30, 10, 0, 5])
    assert np.all(np.abs(mean - expected) <= 4 * np.sqrt(expected / 300))


@pytest.mark.parametrize(
    ("length", "variation"),
    [(ChatLength(), 1.0), (ChatLength(0.5), 0.5), (ChatLength(0.7, True), 0.7), (ChatLength(1.3, True), 1.3)],
)
def test_the_work_of_a_chat_has_mean_one_and_varies_as_told(length: ChatLength, variation: float) -> None:
    work = length.draw(np.random.default_rng(3), 200_000)
    assert work.mean() == pytest.approx(1, rel=0.02)
    assert work.std() == pytest.approx(variation, rel=0.03)


@pytest.mark.parametrize(("cv", "lognormal"), [(0.0, False), (-1.0, True), (1.5, False), (float("nan"), True)])
def test_a_chat_length_that_cannot_be_is_refused(cv: float, lognormal: bool) -> None:
    with pytest.raises(ValueError, match="chat length"):
        ChatLength(cv, lognormal)
