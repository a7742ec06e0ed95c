"""The seam: simulation agrees with the chain where the chain is exact, and tells its own sampling error."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from app.wording.staffing import SENTENCES
from forecasts.findings import InputError
from forecasts.horizon import Numbers
from scheduler.simulation.engine import simulate, simulate_windows
from scheduler.simulation.manner import ChatLength, EndOfShift, Manner
from scheduler.simulation.service import SimulatedService, ratio
from scheduler.simulation.trials import Trials
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.engine import predict, staff
from scheduler.staffing.goals import Goals, ServiceGoal
from tests.simulation.simulation_days import forecast, quiet_day

QUEUE_ONLY = Goals(goal=ServiceGoal(average_response_seconds=None, reply_rate=None, slow_share=None))
BY_RATES = Manner(by_message=False)
DAY = forecast(quiet_day())
ENOUGH = staff(DAY, {"presale": QUEUE_ONLY}).skills["presale"].base


def simulated(present: Numbers, trials: Trials, volume: Numbers | None = None) -> SimulatedService:
    day = DAY if volume is None else forecast(volume)
    return simulate(day, {"presale": present}, {"presale": QUEUE_ONLY}, trials)["presale"]


@pytest.fixture(scope="module")
def by_rates() -> SimulatedService:
    return simulated(ENOUGH, Trials(16, 1, BY_RATES))


@pytest.fixture(scope="module")
def by_messages() -> SimulatedService:
    return simulated(ENOUGH, Trials(16, 1))


@pytest.mark.parametrize("short", [0, 4])
def test_the_chain_lies_within_the_sampling_error(short: int) -> None:
    present = np.maximum(ENOUGH - short, 1)
    found = simulated(present, Trials(16, 3, BY_RATES))
    service = predict(DAY, {"presale": present}, {"presale": QUEUE_ONLY})["presale"]
    volume = quiet_day()
    level, lost = found.over("service_level"), found.over("lost")
    assert level.error < 0.02
    assert abs(level.value - np.average(service.service_level, weights=volume)) < 4 * level.error + 0.01
    assert abs(lost.value - service.lost.sum()) < 4 * lost.error + 0.03 * lost.value


@pytest.mark.parametrize(
    "name", ["service_level", "average_response_seconds", "first_response_seconds", "utilisation", "reply_rate"]
)
def test_playing_messages_and_working_at_rates_agree(
    name: str, by_rates: SimulatedService, by_messages: SimulatedService
) -> None:
    one, other = by_rates.over(name), by_messages.over(name)
    assert abs(one.value - other.value) < 4 * (one.error + other.error) + 0.01 * one.value


def test_the_reported_concurrency_is_far_above_the_receive_limit(by_messages: SimulatedService) -> None:
    assert by_messages.measured_concurrency.max() > 1.5 * QUEUE_ONLY.max_concurrency


def test_the_same_seed_gives_the_same_numbers_and_another_one_others(by_messages: SimulatedService) -> None:
    again = simulated(ENOUGH, Trials(3, 1))
    other = simulated(ENOUGH, Trials(3, 2))
    assert all(np.array_equal(again.sums[name], sums[:3]) for name, sums in by_messages.sums.items())
    assert not np.array_equal(other.sums["in_time"], again.sums["in_time"])


def test_more_volume_never_lowers_what_a_day_adds_up_to(by_rates: SimulatedService) -> None:
    more = simulated(ENOUGH, Trials(8, 1, BY_RATES), quiet_day() * 1.1)
    for name in ("arrivals", "answered", "lost", "effort_seconds"):
        assert np.all(more.sums[name].sum(axis=1) >= by_rates.sums[name][:8].sum(axis=1))


def test_more_replications_bring_a_smaller_error(by_rates: SimulatedService) -> None:
    few = simulated(ENOUGH, Trials(6, 1, BY_RATES))
    assert few.over("service_level").error > by_rates.over("service_level").error
    assert np.array_equal(few.sums["arrivals"], by_rates.sums["arrivals"][:6])


def test_even_chats_are_all_there_still_when_the_next_come() -> None:
    burst = np.full(48, 10.0)
    burst[0] = 300
    present = np.full(48, 12.0)
    levels = [
        simulated(present, Trials(8, 1, Manner(False, ChatLength(cv, cv > 1))), burst).over("service_level").value
        for cv in (0.5, 1.0, 1.5)
    ]
    assert levels[0] < levels[1] < levels[2]


def test_handing_chats_back_at_the_end_of_a_shift_costs_service_and_saves_overtime() -> None:
    falling = np.where(np.arange(48) % 4 < 2, ENOUGH + 2, ENOUGH)
    finish = simulated(falling, Trials(8, 1, BY_RATES))
    transfer = simulated(falling, Trials(8, 1, replace(BY_RATES, end_of_shift=EndOfShift.TRANSFER)))
    assert finish.overtime_hours > 0
    assert transfer.overtime_hours == 0
    assert transfer.over("service_level").value < finish.over("service_level").value


@pytest.mark.parametrize("manner", [BY_RATES, Manner()])
def test_nobody_present_answers_nobody(manner: Manner) -> None:
    found = simulated(np.zeros(48), Trials(2, 1, manner))
    assert found.over("service_level", slice(2, None)).value == 0
    assert found.over("lost").value == pytest.approx(quiet_day().sum(), rel=0.1)
    assert isnan(found.over("average_response_seconds", slice(4, None)).value)


def test_intervals_without_inquiries_have_no_service_level() -> None:
    volume = quiet_day()
    volume[10:14] = 0
    service = simulated(ENOUGH, Trials(2, 1, BY_RATES), volume).service
    assert np.all(np.isnan(service.service_level[10:14]))


def test_a_single_replication_tells_no_error() -> None:
    assert isnan(simulated(ENOUGH, Trials(1, 1, BY_RATES)).over("lost").error)


def test_the_error_of_a_ratio_is_that_of_its_linear_part() -> None:
    random = np.random.default_rng(2)
    whole = random.uniform(50, 150, (4000, 1))
    part = 0.3 * whole + random.normal(0, 5, (4000, 1))
    value, error = ratio(part, whole)
    assert value[0] == pytest.approx(0.3, abs=4 * error[0])
    assert error[0] == pytest.approx(5 / 100 / np.sqrt(4000), rel=0.05)


def test_progress_is_told_and_a_stop_keeps_what_is_done() -> None:
    told: list[float] = []
    trials = Trials(10, 1, BY_RATES, told.append, lambda: len(told) == 3)
    assert simulated(ENOUGH, trials).replications == 3
    assert told == pytest.approx([0.1, 0.2, 0.3])


def test_agents_on_a_break_are_missed() -> None:
    shift, rest = 14 * 3600.0, 15 * 3600.0
    goals = {"presale": replace(QUEUE_ONLY, max_concurrency=4)}
    always = [AgentWindow(0, 86400)] * 8
    pausing = [AgentWindow(0, shift), AgentWindow(rest, 86400)] * 6 + [AgentWindow(0, 86400)] * 2
    whole = simulate_windows(DAY, {"presale": always}, goals, Trials(6, 1, BY_RATES))["presale"]
    short = simulate_windows(DAY, {"presale": pausing}, goals, Trials(6, 1, BY_RATES))["presale"]
    during, before = slice(28, 30), slice(0, 28)
    assert short.over("service_level", during).value < whole.over("service_level", during).value - 0.2
    assert short.over("service_level", before).value == whole.over("service_level", before).value
    assert short.sums["present_seconds"][0, 28] == pytest.approx(2 * 1800)


def test_wrong_goals_and_missing_agents_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        simulate(DAY, {"presale": np.ones(3)}, {}, Trials(1))
    assert [finding.code for finding in refused.value.findings] == ["ST10"]
    with pytest.raises(InputError):
        simulate_windows(DAY, {}, {"presale": Goals(patience_seconds=0)})


@pytest.mark.parametrize(
    ("trials", "name"), [(Trials(0), "replications"), (Trials(5000), "replications"), (Trials(1, -1), "seed")]
)
def test_trials_out_of_range_are_refused_with_a_sentence(trials: Trials, name: str) -> None:
    with pytest.raises(InputError) as refused:
        simulate(DAY, {"presale": ENOUGH}, {}, trials)
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["name"]) == ("ST13", name)
    assert name in SENTENCES["ST13"].format(value=finding.value, **finding.facts)


def test_a_million_inquiries_an_hour_are_refused_with_a_sentence() -> None:
    with pytest.raises(InputError) as refused:
        simulate(forecast(np.full(48, 500_000.0)), {"presale": ENOUGH}, {})
    (finding,) = refused.value.findings
    assert finding.code == "ST14"
    assert "24000000" in SENTENCES["ST14"].format(**finding.facts)
