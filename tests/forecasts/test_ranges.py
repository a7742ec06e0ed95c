import numpy as np
import pytest

from forecasts.ranges import LEAST_WIDENED, MOST_WIDENED, USUALLY_WIDENED, Ranges, Rehearsed, ranges

EXPECTED = np.full((14, 24), 50.0)
WEEKS = np.repeat([0, 1], 7)


def origins(spread_of_origins: float, number: int = 8, seed: int = 1, own: float = 10.0) -> list[Rehearsed]:
    """Rehearsals whose errors have a part of their own and one that all intervals of an origin share."""
    rng = np.random.default_rng(seed)
    errors = own * rng.standard_normal((number, 14, 24)) + spread_of_origins * rng.standard_normal((number, 1, 1))
    return [Rehearsed(EXPECTED, EXPECTED + one, WEEKS) for one in errors]


def inside(bands: Ranges, spread_of_origins: float, seed: int = 2) -> float:
    down, up = bands.around(EXPECTED, np.broadcast_to(WEEKS[:, None], EXPECTED.shape))
    outcomes = np.array([one.actual - EXPECTED for one in origins(spread_of_origins, 400, seed)])
    return float(((outcomes >= -down) & (outcomes <= up)).mean())


@pytest.mark.parametrize("spread_of_origins", [0.0, 5.0, 15.0])
def test_eight_of_ten_new_outcomes_lie_inside_however_much_origins_differ(spread_of_origins: float) -> None:
    shares = [inside(ranges(origins(spread_of_origins, seed=seed), 60), spread_of_origins) for seed in range(10)]
    assert 0.76 < np.mean(shares) < 0.9


def test_bands_widen_with_what_origins_do_not_share() -> None:
    alike, apart = ranges(origins(0.0), 60), ranges(origins(30.0), 60)
    own = [float(np.quantile(np.concatenate([o.actual - EXPECTED for o in origins(s)]), 0.9)) for s in (0.0, 30.0)]
    widths = [bands.around(EXPECTED[:1, :1], WEEKS[:1, None])[1][0, 0] for bands in (alike, apart)]
    assert widths[0] / own[0] < widths[1] / own[1]
    assert widths[0] / own[0] * 1.1 >= LEAST_WIDENED
    assert widths[1] / own[1] <= MOST_WIDENED


def test_few_origins_are_widened_as_usual() -> None:
    two = origins(0.0, 2)
    pooled = np.concatenate([one.actual - EXPECTED for one in two])
    up = ranges(two, 60).around(EXPECTED[:1, :1], WEEKS[:1, None])[1][0, 0]
    low, high = np.quantile(pooled[np.r_[0:7, 14:21]], (0.1, 0.9))
    assert up == pytest.approx(USUALLY_WIDENED * (0.75 * high - 0.25 * low), rel=0.15)


def test_without_rehearsals_a_fifth_is_assumed_and_said_so() -> None:
    bands = ranges([], 60)
    assert not bands.measured
    assert bands.around(np.array([1e6]), np.array([0]))[1] == pytest.approx(0.2 * 1.2816 * 1e6, rel=0.001)


def test_hours_that_scatter_more_have_wider_bands() -> None:
    restless = np.where(np.arange(24) < 2, 3.0, 1.0)
    rng = np.random.default_rng(4)
    alike = [
        Rehearsed(EXPECTED, EXPECTED + 5 * restless * rng.standard_normal(EXPECTED.shape), WEEKS) for _ in range(8)
    ]
    up = ranges(alike, 60).around(EXPECTED, np.broadcast_to(WEEKS[:, None], EXPECTED.shape))[1][0]
    assert up[:2].min() > 1.8 * up[2:].max()
    halves = ranges(alike, 60).around(np.full((1, 48), 25.0), np.zeros((1, 48), dtype=np.int64))[1][0]
    assert halves[:4].min() > 1.8 * halves[4:].max()
