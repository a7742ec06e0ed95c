from datetime import date

import numpy as np
import pytest

from app.wording.staffing import SENTENCES
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.staffing.engine import staff
from scheduler.staffing.findings import goals_findings
from scheduler.staffing.goals import Goals
from scheduler.staffing.plan_for import plan_for_of, plan_for_text
from scheduler.staffing.planned_volume import planned_volume

HORIZON = Horizon(date(2026, 11, 11), 2, 60)
EVEN = np.full(48, 1000.0)
VOLUME = Volume(EVEN * 0.8, EVEN, EVEN * 1.5, EVEN * 1.04, ("",) * 48)


def hours(text: str, value: float) -> list[int]:
    planned = planned_volume(VOLUME, text, horizon=HORIZON).reshape(2, 24)
    assert planned[0].tolist() == planned[1].tolist()
    return np.flatnonzero(planned[0] == value).tolist()


def test_some_hours_of_every_day_are_planned_for_another_quantile() -> None:
    assert hours("p50 00:00-02:00=p90 20:00-22:00=mean", 1500) == [0, 1]
    assert hours("p50 00:00-02:00=p90 20:00-22:00=mean", 1040) == [20, 21]


def test_a_span_may_run_over_midnight_or_to_its_end() -> None:
    assert hours("p50 22:00-01:00=p90", 1500) == [0, 22, 23]
    assert hours("p50 22:00-24:00=p90", 1500) == [22, 23]


def test_where_spans_overlap_the_last_one_holds() -> None:
    assert hours("p50 00:00-06:00=p90 02:00-04:00=mean", 1500) == [0, 1, 4, 5]


def test_a_table_is_written_as_it_is_read() -> None:
    text = plan_for_text("p50", {"00:00-02:00": "p90"})
    assert text == "p50 00:00-02:00=p90"
    plan = plan_for_of(text)
    assert plan is not None
    assert (plan.usually, plan.spans[0].end) == ("p50", 120)


@pytest.mark.parametrize(
    "text",
    ["", "p95", "p50 00:00-02:00", "p50 2-4=p90", "p50 00:00-25:00=p90", "p50 03:00-03:00=p90", "p50 24:10-03:00=p90"],
)
def test_what_says_nothing_of_the_kind_is_named(text: str) -> None:
    (finding,) = goals_findings(Goals(plan_for=text), "presale")
    assert (finding.code, finding.value) == ("ST07", text)
    assert "00:00-02:00=p90" in SENTENCES["ST07"]
    with pytest.raises(ValueError, match="cannot plan"):
        planned_volume(VOLUME, text, horizon=HORIZON)


def test_hours_of_their_own_need_the_horizon() -> None:
    with pytest.raises(ValueError, match="cannot plan"):
        planned_volume(VOLUME, "p50 00:00-02:00=p90")


def test_the_hours_planned_for_more_get_more_agents() -> None:
    expected = Forecast(HORIZON, {SeriesKey("", "presale"): VOLUME})
    usual = staff(expected, {"presale": Goals()}).skills["presale"].base
    safe = staff(expected, {"presale": Goals(plan_for="p50 10:00-12:00=p90")}).skills["presale"].base
    assert np.all(safe[10:12] > usual[10:12])
    assert safe[:10].tolist() == usual[:10].tolist()
