"""A phase's own handling time and concurrency: carried by the forecast, told as typed, refused where they cannot be."""

from typing import Any

import pytest

from forecasts.engine import forecast
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.phase_work import PhaseWork
from forecasts.promotion import Phase, promotion_findings
from forecasts.source import Source
from tests.forecasts.histories import at, history, promotion, table

AFTERSALE = SeriesKey("", "aftersale")
HORIZON = Horizon(at(28).date(), 2, 60)


def test_the_forecast_carries_the_work_of_the_phase_in_force_for_each_skill() -> None:
    past = history(table(28))
    both = type(past)(60, {**past.series, AFTERSALE: past.series[SeriesKey("", "presale")]})
    own = promotion("双11", "balance", at(28, 20), 4, handling_time_seconds=(("", 45.0), ("aftersale", 90.0)),
                    max_concurrency=(("presale", 12.0),))  # fmt: skip
    made, _findings = forecast(both, HORIZON, (own,))
    plain, _findings = forecast(both, HORIZON, (promotion("双11", "balance", at(28, 20), 4),))
    presale, aftersale = made.series[SeriesKey("", "presale")], made.series[AFTERSALE]
    assert presale.work == (None,) * 20 + (PhaseWork(45.0, 12),) * 4 + (None,) * 24
    assert set(aftersale.work) == {None, PhaseWork(90.0)}
    told = {one.subject: one for one in made.sources[AFTERSALE]}
    assert (told["phase_handling_time"].source, told["phase_handling_time"].value) == (Source.TYPED, 90.0)
    assert "phase_max_concurrency" not in told
    assert plain.series[AFTERSALE].work == ()
    assert plain.series[AFTERSALE].p90.tolist() == aftersale.p90.tolist()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"handling_time_seconds": (("", 0.0),)}, "PE04"),
        ({"handling_time_seconds": (("", 3601.0),)}, "PE04"),
        ({"max_concurrency": (("", 0.0),)}, "PE05"),
        ({"max_concurrency": (("", 2.5),)}, "PE05"),
        ({"handling_time_seconds": (("", 30.0),), "max_concurrency": (("live", 100.0),)}, None),
    ],
)
def test_work_that_cannot_be_is_refused(typed: dict[str, Any], code: str | None) -> None:
    found = promotion_findings([promotion("双11", "opening", at(1), 2, **typed)])
    assert [finding.code for finding in found] == ([code] if code else [])


def test_what_holds_for_all_skills_holds_for_those_that_are_not_named() -> None:
    phase = Phase("opening", at(0), at(1), max_concurrency=(("", 6.0), ("live", 3.0)))
    assert phase.work("presale") == PhaseWork(None, 6)
    assert phase.work("live") == PhaseWork(None, 3)
    assert Phase("opening", at(0), at(1)).work("live") is None
