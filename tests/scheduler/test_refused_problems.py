"""A document that is no sound problem is refused or told of, at the very place."""

import pytest

from app.wording.roster_problem import SENTENCES
from forecasts.findings import Level
from scheduler.problem_document import read_problem, read_with_warnings
from tests.scheduler.problem_documents import agent, document, found, horizon, price, shift


def test_what_looks_odd_is_told_though_the_problem_can_be_solved() -> None:
    odd = document(
        shifts=[{"id": "D", "start": "09:10", "minutes": 540}],
        forbidden_successions=[],
        agents=[{"id": "客服01", "shifts": []}],
        companions=[{"companion": "lead"}],
    )
    problem, warnings = read_with_warnings(odd, "p.json")
    assert list(problem.agents) == ["客服01"]
    assert {(w.code, w.place.path, w.level) for w in warnings} == {
        ("RP24", "shifts[0]", Level.WARNING),
        ("RP20", "agents[0].shifts", Level.WARNING),
        ("RP22", "fairness[0].tag", Level.WARNING),
        ("RP33", "companions[0].companion", Level.WARNING),
    }


def test_a_sound_problem_has_no_warnings() -> None:
    assert read_with_warnings(document())[1] == ()


def test_everything_that_can_be_wrong_with_a_problem_is_told_in_one_go() -> None:
    bad = document(
        skills=[{"id": "presale", "shortage_cost": [{"agents": 1, "cost": 9}, {"cost": 8}]}],
        requirement={"presale": [1] * 47},
        surplus_cost=-1,
        shortage_weights={"presale": [1] * 48},
        shifts=[
            {"id": "D", "start": "09:00", "minutes": 1441},
            {"id": "N", "start": "22:00", "minutes": 540, "breaks": [{"minutes": 60, "from": "08:00", "to": "09:00"}]},
        ],
        agents=[
            {"id": "客服01", "absences": [{"day": 2}]},
            {"id": "客服01", "hourly_cost": -20, "requests": [{"day": 0, "shift": None, "wish": "on", "cost": -5}]},
        ],
        shift_targets=[{"day": -1, "shift": "D", "heads": 1, "shortage_cost": 9, "surplus_cost": 1}],
    )
    places = {
        ("RP13", "skills[0].shortage_cost"),
        ("RP12", "requirement.presale"),
        ("RP05", "surplus_cost"),
        ("RP03", "shortage_weights"),
        ("RP15", "shifts[0].minutes"),
        ("RP16", "shifts[1].breaks[0]"),
        ("RP11", "agents[0].absences[0].day"),
        ("RP09", "agents[1].id"),
        ("RP05", "agents[1].hourly_cost"),
        ("RP05", "agents[1].requests[0].cost"),
        ("RP11", "shift_targets[0].day"),
    }
    assert places <= set(found(bad))


def test_all_findings_come_at_once_with_their_paths() -> None:
    bad = document(
        horizon={"first_day": "2026-11-09", "days": 2, "interval_minutes": 60, "interval": 30},
        requirement={"presale": [1] * 47, "unknown": [1] * 48},
        surplus_cost=-1,
        agents=[{"id": "客服01", "max_minute": 3}, {"id": "客服01", "requests": [{"day": 2, "wish": "maybe"}]}],
    )
    assert sorted(found(bad)) == sorted(
        [
            ("RP03", "horizon.interval"),
            ("RP12", "requirement.presale"),
            ("RP23", "requirement.unknown"),
            ("RP05", "surplus_cost"),
            ("RP03", "agents[0].max_minute"),
            ("RP09", "agents[1].id"),
            ("RP11", "agents[1].requests[0].day"),
            ("RP02", "agents[1].requests[0].shift"),
            ("RP14", "agents[1].requests[0].wish"),
            ("RP02", "agents[1].requests[0].cost"),
        ]
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ("RP01", "")),
        (document(format="peakroster-problem/2"), ("RP04", "format")),
        (document(agents=None), ("RP02", "agents")),
        (horizon(interval_minutes=20), ("RP14", "horizon.interval_minutes")),
        (horizon(first_day="9.11."), ("RP07", "horizon.first_day")),
        (horizon(days=0), ("RP30", "horizon.days")),
        (document(seat_limit=2.5), ("RP28", "seat_limit")),
        (document(seat_limit=10**30), ("RP30", "seat_limit")),
        (document(surplus_cost=1e300), ("RP30", "surplus_cost")),
        (document(requirement={"presale": [1] * 47 + [float("nan")]}), ("RP27", "requirement.presale[47]")),
        (document(forbidden_successions=[["N"]]), ("RP29", "forbidden_successions[0]")),
        (document(forbidden_successions=[["N", "X"]]), ("RP10", "forbidden_successions[0][1]")),
        (document(pay_multipliers=[{"day": 1, "multiplier": 2}] * 2), ("RP21", "pay_multipliers[1].day")),
        (price({"agents": 1, "cost": 9}, {"cost": 8}), ("RP13", "skills[0].shortage_cost")),
        (price({"cost": 8}, {"cost": 9}), ("RP13", "skills[0].shortage_cost")),
        (shift(start="9:00"), ("RP06", "shifts[0].start")),
        (shift(minutes=1441), ("RP15", "shifts[0].minutes")),
        (shift(breaks=[{"minutes": 60, "from": "18:00", "to": "20:00"}]), ("RP16", "shifts[0].breaks[0]")),
        (shift(breaks=[{"minutes": 60, "from": "12:15", "to": "12:45"}]), ("RP16", "shifts[0].breaks[0]")),
        (shift(breaks=[{"minutes": 60, "from": "12:00", "to": "12:00"}] * 2), ("RP17", "shifts[0].breaks")),
        (shift(tags="night"), ("RP25", "shifts[0].tags")),
        (agent(shifts=["D", "X"]), ("RP10", "agents[0].shifts[1]")),
        (agent(skills=["sales"]), ("RP23", "agents[0].skills[0]")),
        (agent(absences=[{"day": 2}]), ("RP11", "agents[0].absences[0].day")),
        (agent(absences=[{"day": 1, "from": "2026-11-09T00:00"}]), ("RP19", "agents[0].absences[0]")),
        (agent(absences=[{"from": "2026-11-09T08:00", "to": "2026-11-09T08:00"}]), ("RP18", "agents[0].absences[0]")),
        (agent(absences=[{"from": "2026-11-09T08:00Z", "to": "x"}]), ("RP08", "agents[0].absences[0].from")),
        (agent(locks=[{"day": 0, "shift": "D"}, {"day": 0, "shift": None}]), ("RP21", "agents[0].locks[1].day")),
        (agent(max_shifts={"X": 1}), ("RP10", "agents[0].max_shifts.X")),
        (agent(carry_in={"week_minute": 1}), ("RP03", "agents[0].carry_in.week_minute")),
        (agent(contract=3), ("RP26", "agents[0].contract")),
        (agent(forbidden_shifts=[{"shift": "X"}]), ("RP10", "agents[0].forbidden_shifts[0].shift")),
        (
            agent(forbidden_shifts=[{"shift": "D", "first_day": 1, "last_day": 0}]),
            ("RP32", "agents[0].forbidden_shifts[0].last_day"),
        ),
        (agent(max_minutes_in_days=[{"first_day": 2}]), ("RP11", "agents[0].max_minutes_in_days[0].first_day")),
        (agent(max_consecutive_shifts={"X": 1}), ("RP10", "agents[0].max_consecutive_shifts.X")),
        (agent(tags=[1]), ("RP26", "agents[0].tags[0]")),
        (document(companions=[{"companion": "lead", "least": 0}]), ("RP05", "companions[0].least")),
        (document(no_break=[{"from": "2026-11-09T20:00", "to": "2026-11-09T20:00"}]), ("RP34", "no_break[0]")),
        (document(fairness=[{"cost": 1, "days": [2]}]), ("RP11", "fairness[0].days[0]")),
        (document(fairness=[{"cost": 1}]), ("RP02", "fairness[0].tag")),
        (document(fairness=[{"tag": "night", "cost": 1, "before": {"X": 1}}]), ("RP35", "fairness[0].before.X")),
        (document(load_levels=[{"weight": 0, "requirement": {}}]), ("RP36", "load_levels")),
        (
            document(load_levels=[{"weight": 1, "requirement": {"presale": [1]}}]),
            ("RP12", "load_levels[0].requirement.presale"),
        ),
        (document(sources=[{"rule": "locks", "severity": "grave"}]), ("RP14", "sources[0].severity")),
    ],
)  # fmt: skip
def test_a_document_is_refused_at_the_very_place(given: object, expected: tuple[str, str]) -> None:
    assert expected in found(given)
    assert all(code in SENTENCES for code, _ in found(given))


def test_warnings_alone_do_not_refuse() -> None:
    assert read_problem(agent(shifts=[], max_shifts={"tag:nigth": 1})).agents["客服01"].shifts == frozenset()
