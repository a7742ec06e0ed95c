"""The labour rules of the book offered to new projects, row by row: a roster just inside and one outside the limit,
asked of the check and of the solver.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from forecasts.horizon import Horizon
from scheduler.checks import check
from scheduler.past_roster import PastDay
from scheduler.planning import Circumstances, roster_problem
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.shift import Shift
from scheduler.team import DatedProtection, Protection, TeamAgent
from scheduler.violation import Severity
from tests.rules.verdicts import solver_accepts

MONDAY, THURSDAY = date(2026, 11, 9), date(2026, 11, 12)
SHIFTS = {
    shift.id: shift
    for shift in (
        Shift("M", 600, 480, 480),
        Shift("4", 600, 240, 240),
        Shift("Q", 600, 255, 255),
        Shift("6", 600, 360, 360),
        Shift("7", 600, 375, 375),
        Shift("8", 600, 495, 495),
        Shift("O", 540, 660, 660),
        Shift("P", 540, 675, 675),
        Shift("A", 345, 480, 480),  # 05:45
        Shift("E", 360, 480, 480, tags=frozenset({"early"})),  # 06:00 sharp
        Shift("B", 525, 480, 480),  # 08:45
        Shift("C", 540, 480, 480),  # 09:00
        Shift("L", 840, 480, 480, tags=frozenset({"late"})),  # ends at 22:00 sharp
        Shift("V", 855, 480, 480),  # ends at 22:15
        Shift("N", 1290, 480, 480, tags=frozenset({"night"})),  # 21:30–05:30
    )
}
FULL = TeamAgent("001", "客服01", skills=frozenset({"presale"}), hourly_cost=30.0)
PART = replace(FULL, contract="part_time", legal_form="part_time")
STUDENT = replace(FULL, contract="学生", legal_form="student")
NO_NIGHTS = replace(FULL, protections=(DatedProtection(Protection.NO_NIGHT),))
NO_OVERTIME = replace(FULL, protections=(DatedProtection(Protection.NO_OVERTIME),))
INTERN = replace(FULL, contract="intern")
LAW, POLICY, HINT = Severity.LAW, Severity.POLICY, Severity.HINT


@dataclass(frozen=True)
class Row:
    """One row of the law: rosters as letters, a day each, `-` a day off; `off`: rules switched off to see this one."""

    name: str
    kept: str
    broken: str
    rule: str
    severity: Severity = LAW
    agent: TeamAgent = FULL
    first_day: date = MONDAY
    worked_before: int = 0
    off: Mapping[str, str] = field(default_factory=dict)


ROWS = (
    Row("L03 a day off a week", "444444-", "4444444", "max_days_per_week"),
    Row("L04 six days in a row", "---444444-----", "---4444444----", "max_consecutive_days"),
    Row("L04 six days before the plan", "-4", "4-", "max_consecutive_days", worked_before=6),
    Row("L05 eleven paid hours a day", "O", "P", "max_minutes_per_day"),
    Row(
        "L06 thirty-six hours of overtime a month",
        "OOOOOO-OOOO6--",
        "OOOOOO-OOOO7--",
        "max_minutes",
        off={"max_minutes_per_week": "full_time"},
    ),
    Row("L20 24 hours a week part-time", "444444-", "44444Q-", "max_minutes_per_week", agent=PART),
    Row("L21 four hours a day on average", "MM--", "M8--", "max_minutes_in_days", HINT, PART, THURSDAY),
    Row("L27 students as part-time, by policy", "444444-", "44444Q-", "max_minutes_per_week", POLICY, STUDENT),
    Row("L30 no night: 06:00 sharp", "E", "A", "forbidden_shifts", agent=NO_NIGHTS),
    Row("L30 no night: 22:00 sharp", "L", "V", "forbidden_shifts", agent=NO_NIGHTS),
    Row("L31 no night: 21:30 to 05:30", "L", "N", "forbidden_shifts", agent=NO_NIGHTS),
    Row("L30 no overtime in a day", "M", "8", "forbidden_shifts", agent=NO_OVERTIME),
    Row("L31 no overtime in a week", "MMMMM--", "MMMMM4-", "max_minutes_in_days", agent=NO_OVERTIME),
    Row("L34 no nights for interns", "L", "N", "forbidden_shifts", agent=INTERN),
    Row("L34 no overtime for interns", "MMMMM--", "MMMMM4-", "max_minutes_in_days", agent=INTERN),
    Row("P01 eleven hours of rest", "LC", "LB", "min_rest_minutes", POLICY),
    Row("P02 no early after late", "L-E", "LE", "forbidden_successions", POLICY),
    Row("P05 three nights in a row", "NNN-----------", "NNNN----------", "max_consecutive_shifts", POLICY),
    Row(
        "P05 eight nights a month",
        "NNN----NNN----NN--------------",
        "NNN----NNN----NNN-------------",
        "max_shifts",
        POLICY,
    ),
    Row(
        "P06 no nights for who is new",
        "M",
        "N",
        "forbidden_shifts",
        POLICY,
        replace(FULL, hired=MONDAY - timedelta(days=29)),
    ),
)


def book(row: Row) -> Rulebook:
    """The default rules without the hours owed, which short rosters do not reach."""
    rules = DEFAULT_RULEBOOK.with_value("min_minutes_per_week", "full_time", None)
    for key, scope in row.off.items():
        rules = rules.with_value(key, scope, None)
    return rules


def problem(row: Row, days: int) -> Problem:
    horizon = Horizon(row.first_day, days, 15)
    past = tuple(PastDay("001", row.first_day - timedelta(days=1 + n), "4") for n in range(row.worked_before))
    return roster_problem("", horizon, [row.agent], SHIFTS, book(row), {}, around=Circumstances(past=past))


def roster(letters: str) -> Roster:
    return Roster.of(Assignment("001", day, letter) for day, letter in enumerate(letters) if letter != "-")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_check_and_solver_agree_just_inside_and_just_outside_the_limit(row: Row) -> None:
    inside, outside = problem(row, len(row.kept)), problem(row, len(row.broken))
    assert [violation.rule for violation in check(inside, roster(row.kept))] == []
    assert solver_accepts(inside, roster(row.kept))
    found = [violation for violation in check(outside, roster(row.broken)) if violation.rule == row.rule]
    assert {(violation.severity, bool(violation.article)) for violation in found} == {
        (row.severity, row.severity is LAW or row.agent is PART)
    }
    assert not solver_accepts(outside, roster(row.broken))
