"""The HR workbook against a recount of its own, minute by minute, that shares no code with the pay calculation."""

import random
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.project.version import PlanVersion
from app.workbook.hr_workbook import write_hr_workbook
from tests.workbook.holiday_plan import (
    EXPORTED,
    HORIZON,
    SHIFTS,
    TEAM,
    holiday_project,
    holiday_version,
    no_requirement,
)
from tests.workbook.hr_table import hr_table

STATUTORY = {date(2026, 10, day) for day in (1, 2, 3)}
OFF = STATUTORY | {date(2026, 10, day) for day in (4, 5, 6, 7, 11)}
MAKEUP = {date(2026, 9, 20), date(2026, 10, 10)}
"""The National Day of 2026 as announced: 1 to 7 October off, 10 October worked."""
FIRST = HORIZON.first_day
FORMS = {member.id: member.legal_form for member in TEAM}
STANDARD_MONTH_MINUTES = 20.67 * 8 * 60


def is_work_day(day: date) -> bool:
    return day in MAKEUP or (day not in OFF and day.weekday() < 5)


def paid_minutes(version: PlanVersion, agent: str) -> dict[date, list[datetime]]:
    """Every paid minute by the date on which its shift starts."""
    found = {}
    for cell in version.solution.roster.of_agent(agent).values():
        shift, day = SHIFTS[cell.shift], FIRST + timedelta(days=cell.day)
        pause = range(cell.breaks[0], cell.breaks[0] + 60) if cell.breaks else range(0)
        midnight = datetime.combine(day, datetime.min.time())
        found[day] = [midnight + timedelta(minutes=m) for m in range(shift.start, shift.end) if m not in pause]
    return found


def classified(version: PlanVersion, agent: str) -> dict[date, Counter[str]]:
    """Each shift's minutes as standard, 1.5, 2 or 3."""
    minutes = paid_minutes(version, agent)
    if FORMS[agent] == "standard":
        return by_weeks(version, agent, minutes)
    if FORMS[agent] == "comprehensive":
        return by_months(minutes)
    return {day: Counter(standard=len(all_)) for day, all_ in minutes.items()}


def by_weeks(version: PlanVersion, agent: str, minutes: dict[date, list[datetime]]) -> dict[date, Counter[str]]:
    found: dict[date, Counter[str]] = {}
    for week in (0, 7):
        days = [FIRST + timedelta(days=week + number) for number in range(7)]
        owed_days = sum(map(is_work_day, days))
        owed = 40 * 60 * owed_days / 5
        ordinary = {day: [m for m in minutes[day] if m.date() not in STATUTORY] for day in days if day in minutes}
        counted = [day for day in days if day in minutes and day not in STATUTORY]
        rest_days = sorted(counted, key=lambda day: (is_work_day(day), -day.toordinal()))[
            : max(0, len(counted) - owed_days)
        ]
        rest_left = max(0, sum(len(ordinary[day]) for day in counted) - owed)
        in_week = 0
        on_rest = {}
        for day in rest_days:
            on_rest[day] = int(min(rest_left, len(ordinary[day])))
            rest_left -= on_rest[day]
        for day, its in ordinary.items():
            found[day] = Counter(statutory=len(minutes[day]) - len(its), rest_day=on_rest.get(day, 0))
            in_day = 0
            for _minute in its[on_rest.get(day, 0) :]:
                kind = "standard" if in_day < 480 and in_week < int(owed) else "overtime"
                found[day][kind] += 1
                in_day += kind == "standard"
                in_week += kind == "standard"
    return found


def by_months(minutes: dict[date, list[datetime]]) -> dict[date, Counter[str]]:
    found: dict[date, Counter[str]] = {}
    for month, all_days, planned in ((9, 30, range(28, 31)), (10, 31, range(1, 12))):
        work_days = sum(is_work_day_of(month, day) for day in range(1, all_days + 1))
        left = STANDARD_MONTH_MINUTES * sum(is_work_day_of(month, day) for day in planned) / work_days
        for day in sorted(day for day in minutes if day.month == month):
            found[day] = Counter()
            for moment in minutes[day]:
                if moment.date() in STATUTORY:
                    found[day]["statutory"] += 1
                elif left >= 1:
                    found[day]["standard"] += 1
                    left -= 1
                else:
                    found[day]["overtime"] += 1
    return found


def is_work_day_of(month: int, day: int) -> bool:
    return is_work_day(date(2026, month, day)) and date(2026, month, day) != date(2026, 9, 25)  # Mid-Autumn


def night_minutes(minutes: list[datetime]) -> int:
    return sum(moment.hour >= 22 or moment.hour < 6 for moment in minutes)


@pytest.mark.parametrize("seed", range(50))
def test_sums_of_a_random_roster_equal_a_recount_minute_by_minute(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    codes = {
        member.id: "".join(draw.choices("ENPQ.", weights=(4, 2, 1, 1, draw.randint(1, 4)), k=14)) for member in TEAM
    }
    version = holiday_version(codes)
    write_hr_workbook(tmp_path / "a.xlsx", holiday_project(), version, no_requirement(), exported=EXPORTED)
    book = load_workbook(tmp_path / "a.xlsx", data_only=True)
    for month in (9, 10):
        rows = hr_table(book[f"人事汇总 2026-{month:02d}"])
        for member in TEAM:
            assert_equal(rows[member.name], version, member.id, month)


def assert_equal(row: dict[str, object], version: PlanVersion, agent: str, month: int) -> None:
    minutes = {day: its for day, its in paid_minutes(version, agent).items() if day.month == month}
    of_month = [kinds for day, kinds in classified(version, agent).items() if day.month == month]
    sums = sum(of_month, Counter())
    expected = {
        "实出勤": len(minutes),
        "总工时": sum(map(len, minutes.values())) / 60,
        "标准工时": sums["standard"] / 60,
        "工作日加班 1.5 倍": sums["overtime"] / 60,
        "休息日加班（或调休） 2 倍": sums["rest_day"] / 60,
        "法定节假日加班 3 倍": sums["statutory"] / 60,
        "加班合计": (sums["overtime"] + sums["rest_day"] + sums["statutory"]) / 60,
        "22:00–06:00 工时": sum(map(night_minutes, minutes.values())) / 60,
        "涉及 22:00–06:00 的班次": sum(night_minutes(its) > 0 for its in minutes.values()),
    }
    assert {name: row[name] for name in expected} == pytest.approx(expected), (agent, month)
