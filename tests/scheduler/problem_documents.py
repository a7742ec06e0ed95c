"""Small problems as documents, and what reading them finds."""

import pytest

from forecasts.findings import InputError
from scheduler.problem_document import read_problem

Document = dict[str, object]


def document(**changes: object) -> Document:
    """A small sound problem with a bit of everything; None drops a key."""
    sound: Document = {
        "format": "peakroster-problem/1",
        "horizon": {"first_day": "2026-11-09", "days": 2, "interval_minutes": 60},
        "skills": [
            {"id": "presale", "shortage_cost": [{"agents": 1, "cost": 40}, {"cost": 80}]},
            {"id": "live", "shortage_cost": 60},
        ],
        "surplus_cost": 1.5,
        "requirement": {"presale": [1.25] * 48},
        "shortage_weight": {"presale": [2] * 48},
        "seat_limit": 5,
        "shifts": [
            {"id": "D", "start": "09:00", "minutes": 540, "breaks": [{"minutes": 60, "from": "12:00", "to": "14:00"}]},
            {
                "id": "N",
                "start": "22:00",
                "minutes": 540,
                "breaks": [{"minutes": 60, "from": "01:00", "to": "03:00"}],
                "tags": ["night"],
            },
        ],
        "forbidden_successions": [["N", "D"]],
        "agents": [
            {
                "id": "客服01",
                "contract": "part_time",
                "skills": ["presale"],
                "productivity": 0.6,
                "shifts": ["D"],
                "hourly_cost": 20,
                "overtime": {"after_minutes_per_week": 2400, "multiplier": 1.5},
                "absences": [{"day": 1}, {"from": "2026-11-09T00:00", "to": "2026-11-09T08:00"}],
                "locks": [{"day": 0, "shift": "D"}, {"day": 1, "shift": None}],
                "max_shifts": {"tag:night": 1},
                "min_minutes": 480,
                "carry_in": {"consecutive_days": 2, "last_shift_end": "2026-11-08T23:00"},
                "requests": [{"day": 0, "shift": None, "wish": "off", "cost": 5}],
            }
        ],
        "pay_multipliers": [{"day": 1, "multiplier": 3.0}],
        "fairness": [{"tag": "night", "cost": 5}],
        "shift_targets": [{"day": 0, "shift": "D", "heads": 1, "shortage_cost": 9, "surplus_cost": 1}],
    }
    return {key: value for key, value in (sound | changes).items() if value is not None}


def agent(**changes: object) -> Document:
    """The sound problem with another agent."""
    return document(agents=[{"id": "客服01"} | changes])


def shift(**changes: object) -> Document:
    """The sound problem with one other shift, used by nobody."""
    return document(
        shifts=[{"id": "D", "start": "09:00", "minutes": 540} | changes],
        agents=[],
        forbidden_successions=[],
        fairness=[],
    )


def horizon(**changes: object) -> Document:
    """The sound problem with another horizon."""
    return document(horizon={"first_day": "2026-11-09", "days": 2, "interval_minutes": 60} | changes)


def price(*steps: Document) -> Document:
    """The sound problem with another price of shortage."""
    skills = [{"id": "presale", "shortage_cost": list(steps)}, {"id": "live", "shortage_cost": 1}]
    return document(skills=skills)


def found(given: object) -> list[tuple[str, str]]:
    """(code, path) of everything refused."""
    with pytest.raises(InputError) as refused:
        read_problem(given)
    return [(finding.code, finding.place.path) for finding in refused.value.findings]
