from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from forecasts.broadcast import Broadcast, bump_of
from forecasts.engine import forecast
from forecasts.findings import Finding
from forecasts.forecast import Forecast
from forecasts.horizon import Horizon
from forecasts.source import Source
from tests.forecasts.histories import MONDAY, PRESALE, at, history, promotion, table

PAST = 84
HORIZON = Horizon(MONDAY + timedelta(days=PAST), 7, 30)
EVENINGS = [day for day in range(20, PAST) if day % 3 == 0]


def stream(day: int, hour: int = 20, hours: int = 2, **typed: Any) -> Broadcast:
    return Broadcast(typed.pop("name", f"stream {day}"), at(day, hour), at(day, hour + hours), **typed)


def lifted(days: Iterable[int] = EVENINGS, factor: float = 2.0) -> np.ndarray:
    counts = table(PAST, 4.0, interval_minutes=30, noise=1)
    for day in days:
        counts[day, 40:44] = np.round(counts[day, 40:44] * factor)
    return counts


def made_with(
    broadcasts: Sequence[Broadcast], counts: np.ndarray | None = None
) -> tuple[Forecast, tuple[Finding, ...]]:
    past = history(table(PAST, 4.0, interval_minutes=30, noise=1) if counts is None else counts)
    return forecast(past, HORIZON, broadcasts=broadcasts)


def evening(made: Forecast, day: int = 0) -> np.ndarray:
    return made.series[PRESALE].p50.reshape(7, 48)[day, 38:48]


def codes(findings: Sequence[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_typed_uplift_lifts_before_during_and_after() -> None:
    with_stream, _ = made_with([stream(PAST, uplift=3.0)])
    plain, _ = made_with([])
    ratio = evening(with_stream) / evening(plain)
    bump = bump_of(3.0, Source.TYPED)
    wanted = [1, bump.before, 3, 3, 3, 3, bump.after, bump.after, 1, 1]
    assert ratio == pytest.approx(wanted, rel=0.001)
    assert evening(with_stream, 1) == pytest.approx(evening(plain, 1))


def test_what_broadcasts_bring_is_measured_and_does_not_raise_other_days() -> None:
    past = [stream(day) for day in EVENINGS]
    made, findings = made_with([*past, stream(PAST)], lifted())
    plain, _ = made_with([])
    assert evening(made)[2:6] == pytest.approx(2 * evening(plain)[2:6], rel=0.12)
    assert evening(made, 1) == pytest.approx(evening(plain, 1), rel=0.08)
    assert "FC31" in codes(findings)
    (told,) = [one for one in made.sources[PRESALE] if one.subject == "broadcast"]
    assert told.source is Source.MEASURED
    assert told.value == pytest.approx(2.0, rel=0.1)


def test_hosts_are_measured_apart() -> None:
    half = len(EVENINGS) // 2
    loud, calm = EVENINGS[:half], EVENINGS[half:]
    past = [stream(day, host="own") for day in loud] + [stream(day, host="guest") for day in calm]
    made, _ = made_with([*past, stream(PAST, host="own"), stream(PAST + 1, host="guest")], lifted(loud))
    plain, _ = made_with([])
    assert evening(made)[2:6].sum() > 1.7 * evening(plain)[2:6].sum()
    assert evening(made, 1)[2:6].sum() == pytest.approx(evening(plain, 1)[2:6].sum(), rel=0.1)


def test_an_unknown_broadcast_is_assumed_and_said_so() -> None:
    made, findings = made_with([stream(PAST)])
    assert "FC32" in codes(findings)
    assert next(one.source for one in made.sources[PRESALE] if one.subject == "broadcast") is Source.ASSUMED


def test_broadcasts_at_the_same_hours_every_day_are_not_counted_twice() -> None:
    every = [stream(day) for day in range(PAST + 7)]
    made, findings = made_with(every, lifted(range(PAST)))
    plain, _ = made_with([], lifted(range(PAST)))
    assert evening(made) == pytest.approx(evening(plain))
    assert "FC33" in codes(findings)


def test_broadcasts_of_another_skill_leave_a_series_alone() -> None:
    made, findings = made_with([stream(PAST, uplift=3.0, skill="aftersale")])
    assert evening(made) == pytest.approx(evening(made_with([])[0]))
    assert not codes(findings) & {"FC31", "FC32", "FC33"}


def test_an_impossible_broadcast_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        stream(1, hours=-1)
    with pytest.raises(ValueError, match="negative"):
        stream(1, uplift=-0.5)


def test_a_broadcast_in_a_promotion_does_not_teach_what_broadcasts_bring() -> None:
    counts = lifted()
    counts[61] *= 9
    sale = promotion("sale", "spot_sale", at(61), 24)
    streams = [*(stream(day) for day in EVENINGS), stream(61), stream(PAST)]
    made, _ = forecast(history(counts), HORIZON, (sale,), broadcasts=streams)
    (told,) = [one for one in made.sources[PRESALE] if one.subject == "broadcast"]
    assert told.value == pytest.approx(2.0, rel=0.1)
