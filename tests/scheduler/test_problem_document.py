import json
from datetime import date
from typing import Any

from scheduler.agent import Absence, CarryIn, Lock, Overtime, Request
from scheduler.problem import Companion, PriceStep
from scheduler.problem_document import read_problem, write_problem
from scheduler.shift import Break, Shift
from tests.scheduler.problem_documents import agent, document


def test_every_key_is_read_with_times_in_minutes() -> None:
    problem = read_problem(document())
    assert problem.horizon.first_day == date(2026, 11, 9)
    assert problem.shortage_costs["presale"] == (PriceStep(1.0, 40.0), PriceStep(None, 80.0))
    assert problem.shortage_costs["live"] == (PriceStep(None, 60.0),)
    assert problem.shifts["D"] == Shift("D", 540, 540, 480, (Break(60, 720, 840),))
    assert problem.shifts["N"].breaks == (Break(60, 1500, 1620),)
    one = problem.agents["客服01"]
    assert one.overtime == Overtime(2400, 1.5)
    assert one.absences == (Absence(day=1), Absence(start=0, end=480))
    assert one.locks == (Lock(0, "D"), Lock(1, None))
    assert one.carry_in == CarryIn(2, -60)
    assert one.requests == (Request(0, None, "off", 5.0),)
    assert problem.pay_multipliers == {1: 3.0}
    assert problem.requirement["presale"].tolist() == [1.25] * 48


def test_what_is_written_reads_back_as_it_was() -> None:
    once = write_problem(read_problem(document()))
    assert once == json.loads(json.dumps(once))
    assert write_problem(read_problem(once)) == once
    assert read_problem(once).agents == read_problem(document()).agents


def test_an_agent_without_shifts_keeps_having_none() -> None:
    problem = read_problem(agent(shifts=[]))
    assert read_problem(write_problem(problem)).agents["客服01"].shifts == frozenset()


BEYOND: dict[str, Any] = {
    "companions": [{"companion": "lead"}, {"companion": "lead", "of": "new", "least": 2, "cost": 40}],
    "no_break": [{"from": "2026-11-09T20:00", "to": "2026-11-09T20:30"}],
    "load_levels": [
        {"weight": 3, "requirement": {"presale": [1] * 48}},
        {"weight": 1, "requirement": {"presale": [2] * 48, "live": [0.5] * 48}},
    ],
    "sources": [
        {"rule": "max_days_per_week", "scope": "part_time", "severity": "law", "article": "劳动法 38"},
        {"rule": "max_shifts tag:night", "severity": "policy"},
    ],
    "fairness": [
        {"tag": "night", "cost": 5, "before": {"客服01": 2}},
        {"days": [0], "cost": 3, "contract": "full_time", "name": "weekend"},
    ],
    "agents": [
        {
            "id": "客服01",
            "tags": ["lead", "new"],
            "alternating_weeks": "2026-11-04",
            "max_minutes_per_day": 600,
            "max_minutes_in_days": [{"first_day": 0, "last_day": 1, "minutes": 900, "name": "month"}],
            "forbidden_shifts": [{"shift": "tag:night", "first_day": 1}, {"shift": "D", "last_day": 0}],
            "max_consecutive_shifts": {"tag:night": 1, "D": 2},
        }
    ],
}


def test_every_key_beyond_the_public_format_survives_reading_and_writing() -> None:
    problem = read_problem(document(**BEYOND))
    written: dict[str, Any] = write_problem(problem)
    for key in BEYOND.keys() - {"load_levels", "agents", "fairness"}:
        assert written[key] == BEYOND[key]
    assert written["agents"][0] == BEYOND["agents"][0] | {
        "max_minutes_in_days": [{"first_day": 0, "last_day": 1, "minutes": 900, "name": "month"}]
    }
    assert write_problem(read_problem(written)) == written
    assert problem.companions == (Companion("lead"), Companion("lead", "new", 2, 40.0))
    assert problem.no_break == ((1200, 1230),)
    assert [rule.before for rule in problem.fairness] == [{"客服01": 2}, {}]


def test_weights_of_load_levels_are_shares() -> None:
    assert [level.weight for level in read_problem(document(**BEYOND)).load_levels] == [0.75, 0.25]
