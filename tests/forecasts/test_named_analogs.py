from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from forecasts.broadcast import Broadcast
from forecasts.day_kinds import DayKind, day_kind, in_holiday
from forecasts.engine import forecast
from forecasts.findings import Finding
from forecasts.forecast import Forecast
from forecasts.history import History
from forecasts.horizon import Horizon
from forecasts.intraday_update import updated
from forecasts.outlook import Outlook
from forecasts.source import Source
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, promotion, table

HORIZON = Horizon(at(84).date(), 7, 60)
STRONG, WEAK = promotion("618", "opening", at(42), 24), promotion("双11 2025", "opening", at(63), 24)


def past() -> History:
    counts = table(84, level=4, noise=3)
    counts[42] *= 4
    counts[63] *= 1.5
    return History(60, {PRESALE: counted(counts)})


def day_of(**typed: Any) -> tuple[float, Forecast, tuple[Finding, ...]]:
    new = promotion("双11 2026", "opening", at(86), 24, **typed)
    made, findings = forecast(past(), HORIZON, (STRONG, WEAK, new))
    return made.series[PRESALE].p50[48:72].sum(), made, findings


def test_a_named_analog_is_taken_instead_of_the_family() -> None:
    of_family, chosen = day_of()[0], day_of(analogs=("618",))[0]
    assert chosen > 1.8 * of_family


def test_the_source_names_the_analog() -> None:
    _day, made, findings = day_of(analogs=("618",))
    (volume,) = (one for one in made.sources[PRESALE] if one.subject == "phase_volume" and "2026" in one.name)
    assert (volume.source, volume.from_) == (Source.ANALOG, "618")
    assert "FC40" not in {finding.code for finding in findings}


def test_an_analog_that_teaches_nothing_is_told() -> None:
    _day, _made, findings = day_of(analogs=("双12",))
    assert "FC40" in {finding.code for finding in findings}


def test_typed_growth_scales_what_was_learnt() -> None:
    plain, grown = day_of()[0], day_of(growth=1.5)[0]
    assert grown == pytest.approx(1.5 * plain, rel=1e-6)


def test_typed_growth_is_told_as_typed() -> None:
    growth = [one for one in day_of(growth=1.5)[1].sources[PRESALE] if one.subject == "growth"]
    assert [(one.source, one.value) for one in growth] == [(Source.TYPED, 1.5)]


def test_negative_growth_is_refused() -> None:
    with pytest.raises(Exception, match="PE02"):
        day_of(growth=-1.0)


def test_a_burst_within_an_interval_dies_away() -> None:
    counts = table(84, level=4)
    counts[42, :4] += [400, 200, 100, 50]
    new = promotion("618 again", "opening", at(86), 24, analogs=("618",))
    history = History(60, {PRESALE: counted(counts)})
    quarters = forecast(history, Horizon(at(84).date(), 7, 15), (STRONG, new))[0].series[PRESALE].p50[192:196]
    assert (np.diff(quarters) < 0).all()


def test_edited_days_have_the_kind_that_was_typed() -> None:
    saturday = MONDAY + timedelta(days=5)
    edits = {saturday: DayKind.MAKEUP_WORK, MONDAY: DayKind.STATUTORY}
    assert day_kind(saturday, edits) is DayKind.MAKEUP_WORK
    assert in_holiday(MONDAY, edits)
    assert not in_holiday(MONDAY)


def test_a_holiday_typed_in_the_plan_is_told() -> None:
    edits = {HORIZON.first_day: DayKind.STATUTORY}
    assert "FC21" in {one.code for one in forecast(past(), HORIZON, calendar=edits)[1]}


def test_an_update_learns_with_what_was_told() -> None:
    stream = Broadcast("直播", at(84, 20), at(84, 22), uplift=2.0)
    plain = History(60, {PRESALE: counted(table(84, level=4, noise=3))})
    made, _ = forecast(plain, HORIZON, broadcasts=(stream,))
    counts = counted(table(1, level=8), HORIZON.first_day).between(
        np.datetime64(HORIZON.first_day, "m"), np.datetime64(at(84, 16), "m")
    )
    after, changes = updated(made, plain, History(60, {PRESALE: counts}), at(84, 16), told=Outlook((), (stream,)))
    assert changes[PRESALE].ratio > 1
    assert after.series[PRESALE].p50[16:24].sum() > made.series[PRESALE].p50[16:24].sum()
