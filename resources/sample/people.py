"""The sample team: forty agents, who is away, and who wishes what, in the shapes a Chinese team keeps them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from resources.sample.plan import FIRST_DAY, FULL_TIME_SHIFTS, OUTSOURCED_SHIFTS, PART_TIME_SHIFTS

Row = tuple[str, ...]
HOURS_SYSTEMS = {"全职": "标准工时", "兼职": "非全日制", "外包": "外包"}
AGENT_HEADER: Row = ("工号", "姓名", "小组", "用工类型", "工时制度", "技能", "时薪", "入职日期", "可上班次", "熟练度")
_FULL_TIME, _PART_TIME, _OUTSOURCED = 26, 11, 3
_NEWLY_HIRED = (24, 25, 26, 35, 36, 37)
"""Numbers of the agents hired for this promotion, worth 0.6 of a trained one."""
_ABSENT = (
    ("年假", ""), ("年假", ""), ("病假", ""), ("事假", ""), ("调休", ""),
    ("培训", "上午"), ("培训", "上午"), ("事假", "下午"),
)  # fmt: skip
_WISHES = 18


def agent_rows(random: np.random.Generator) -> list[Row]:
    """客服01 … 客服40: 26 full-time, 11 part-time, 3 outsourced."""
    return [AGENT_HEADER, *(_agent(number, random) for number in range(1, _FULL_TIME + _PART_TIME + _OUTSOURCED + 1))]


def _agent(number: int, random: np.random.Generator) -> Row:
    contract, letter, shifts, cheapest = _contract(number)
    skills, team = _skills(number)
    new = number in _NEWLY_HIRED
    hired = _hired(new, random)
    wage = cheapest if new else cheapest + int(random.integers(0, 7))
    productivity = "0.6" if new else "1"
    identity = f"{letter}{number:04d}"
    name, form = f"客服{number:02d}", HOURS_SYSTEMS[contract]
    return (identity, name, team, contract, form, skills, str(wage), hired, ";".join(shifts), productivity)


def _contract(number: int) -> tuple[str, str, tuple[str, ...], int]:
    """Contract, first letter of the id, shifts allowed, lowest wage."""
    if number <= _FULL_TIME:
        nights = number % 2 == 0
        return "全职", "0", FULL_TIME_SHIFTS if nights else FULL_TIME_SHIFTS[:-1], 28
    if number <= _FULL_TIME + _PART_TIME:
        return "兼职", "P", PART_TIME_SHIFTS, 22
    return "外包", "W", OUTSOURCED_SHIFTS, 24


def _skills(number: int) -> tuple[str, str]:
    """Four in ten serve both; the others are split two to one."""
    if number % 5 in (0, 3):
        return "售前;售后", "综合组"
    return ("售后", "售后组") if number % 5 == 4 else ("售前", "售前组")


def _hired(new: bool, random: np.random.Generator) -> str:
    if new:
        return (date(2026, 10, 12) + timedelta(days=int(random.integers(0, 14)))).isoformat()
    return (date(2023, 3, 1) + timedelta(days=int(random.integers(0, 1000)))).isoformat()


def absence_rows(random: np.random.Generator, agents: Sequence[Row]) -> Iterator[Row]:
    """Leave, sickness and training in the horizon; nobody takes annual leave on the promotion's day."""
    yield "工号", "日期", "类型", "说明"
    away = random.choice(np.arange(1, _FULL_TIME), size=len(_ABSENT), replace=False)
    days = [n for n in range(14) if _day(n) not in {date(2026, 11, 10), date(2026, 11, 11)}]
    for row, (kind, part) in zip(away, _ABSENT, strict=True):
        first = int(random.choice(days[:-1]))
        long = kind == "年假" and first + 1 in days
        yield agents[row][0], _span(first, 2 if long else 1), kind, part


def request_rows(random: np.random.Generator, agents: Sequence[Row]) -> Iterator[Row]:
    """Wishes for a shift, against one, or for a day off, from 1 (would be nice) to 5 (matters much)."""
    yield "工号", "日期", "班次", "意愿", "程度"
    for row in sorted(random.choice(np.arange(1, len(agents)), size=_WISHES, replace=False)):
        day = _day(int(random.integers(0, 14)))
        wish = str(random.choice(["想", "不想", "想休"], p=[0.3, 0.3, 0.4]))
        shift = "" if wish == "想休" else str(random.choice(agents[row][AGENT_HEADER.index("可上班次")].split(";")))
        yield agents[row][0], day.isoformat(), shift, wish, str(random.integers(1, 6))


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def _span(first: int, days: int) -> str:
    """One date, or two joined by a hyphen, as people type them."""
    start, end = _day(first), _day(first + days - 1)
    return f"{start.month}/{start.day}-{end.month}/{end.day}" if days > 1 else f"{start.month}月{start.day}日"
