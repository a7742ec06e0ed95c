"""The sample shop's files: the same from run to run, thirteen months long, busy where its calendar says."""

import csv
import tomllib
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from resources.sample import write_sample

Counts = dict[str, dict[datetime, int]]
NAMES = [
    "history.csv",
    "promotions.toml",
    "agents.csv",
    "absences.csv",
    "requests.csv",
    "shifts.csv",
    "goals.toml",
    "project.toml",
]
OPENINGS = [
    "2025-10-24T20:00",
    "2025-10-31T20:00",
    "2025-11-11T00:00",
    "2025-12-12T00:00",
    "2026-05-31T20:00",
    "2026-06-18T00:00",
    "2026-10-31T20:00",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder)
    return folder


@pytest.fixture(scope="module")
def counts(folder: Path) -> Counts:
    read: Counts = defaultdict(dict)
    for row in rows(folder / "history.csv"):
        read[row["skill"]][datetime.fromisoformat(row["start"])] = int(row["inquiries"])
    return read


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def of_day(counts: Counts, skill: str, day: date) -> int:
    return sum(number for start, number in counts[skill].items() if start.date() == day)


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = write_sample(tmp_path / "again")
    assert [path.name for path in again] == NAMES
    assert all(path.read_bytes() == (folder / path.name).read_bytes() for path in again)


def test_another_seed_gives_another_history_and_the_same_calendar(folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, seed=7)
    assert (tmp_path / "history.csv").read_bytes() != (folder / "history.csv").read_bytes()
    assert (tmp_path / "promotions.toml").read_bytes() == (folder / "promotions.toml").read_bytes()


def test_the_history_spans_thirteen_months_in_half_hours(counts: Counts) -> None:
    assert set(counts) == {"presale", "aftersale"}
    for starts in counts.values():
        assert (min(starts), max(starts)) == (datetime(2025, 10, 5), datetime(2026, 11, 4, 23, 30))
        assert {start.minute for start in starts} == {0, 30}


def test_missing_rows_are_absent_and_not_zero(counts: Counts) -> None:
    whole = {datetime(2026, 7, 21) + timedelta(minutes=30 * n) for n in range(48)}
    half = {datetime(2026, 3, 12, 12) + timedelta(minutes=30 * n) for n in range(24)}
    first = datetime(2025, 10, 5)
    every = {first + timedelta(minutes=30 * n) for n in range(396 * 48)}
    for starts in counts.values():
        assert every - starts.keys() == whole | half


def test_an_ordinary_day_brings_what_forty_agents_can_expect(counts: Counts) -> None:
    september = [date(2026, 9, 1) + timedelta(days=n) for n in range(30)]
    totals = [sum(of_day(counts, skill, day) for skill in counts) for day in september]
    assert all(1500 <= total <= 2500 for total in totals)


def test_the_day_is_low_at_night_and_peaks_in_the_evening(counts: Counts) -> None:
    by_hour: Counter[int] = Counter()
    for start, number in counts["presale"].items():
        if date(2026, 9, 1) <= start.date() <= date(2026, 9, 30):
            by_hour[start.hour] += number
    assert {hour for hour, _ in by_hour.most_common(3)} == {20, 21, 22}
    assert all(by_hour[hour] < by_hour.total() / 24 / 2 for hour in range(2, 8))
    assert by_hour[10] > by_hour[12]
    assert by_hour[15] > by_hour[17]


@pytest.mark.parametrize("moment", OPENINGS)
def test_a_phase_opens_with_a_burst_in_its_first_half_hour(counts: Counts, moment: str) -> None:
    start = datetime.fromisoformat(moment)
    usual = median(counts["presale"][start - timedelta(days=n)] for n in range(2, 16))
    assert counts["presale"][start] > 2 * usual
    assert counts["presale"][start] > counts["presale"][start + timedelta(minutes=30)]


def test_the_double_11_opening_is_the_busiest_half_hour_of_all(counts: Counts) -> None:
    assert max(counts["presale"], key=counts["presale"].__getitem__) == datetime(2025, 11, 11)


def test_after_sale_follows_the_orders_by_days(counts: Counts) -> None:
    days = [date(2025, 11, 1) + timedelta(days=n) for n in range(25)]
    busiest = max(days, key=lambda day: of_day(counts, "aftersale", day))
    assert date(2025, 11, 13) <= busiest <= date(2025, 11, 18)


def test_the_spring_festival_is_quiet(counts: Counts) -> None:
    quiet = sum(of_day(counts, "presale", date(2026, 2, day)) for day in range(16, 20))
    usual = sum(of_day(counts, "presale", date(2026, 3, day)) for day in range(2, 6))
    assert quiet < 0.45 * usual


def test_this_years_phases_stand_where_last_years_stood(folder: Path) -> None:
    named = {table["name"]: table["phase"] for table in tables(folder / "promotions.toml")["promotion"]}
    last, this = named["双11 2025"], named["双11 2026"]
    assert [(p["kind"], p["start"].replace(year=2026), p["end"].replace(year=2026)) for p in last] == [
        (p["kind"], p["start"], p["end"]) for p in this
    ]
    opening = next(p for p in this if p["kind"] == "opening")
    assert (opening["start"], opening["end"]) == (datetime(2026, 11, 11), datetime(2026, 11, 11, 2))


def test_the_team_has_forty_agents_of_three_contracts(folder: Path) -> None:
    agents = rows(folder / "agents.csv")
    assert [agent["姓名"] for agent in agents] == [f"客服{number:02d}" for number in range(1, 41)]
    assert Counter(agent["用工类型"] for agent in agents) == {"全职": 26, "兼职": 11, "外包": 3}
    assert {agent["技能"] for agent in agents} == {"售前", "售后", "售前;售后"}
    assert {agent["熟练度"] for agent in agents} == {"1", "0.6"}


def test_people_files_speak_of_agents_and_shifts_that_exist(folder: Path) -> None:
    agents = {agent["工号"]: agent for agent in rows(folder / "agents.csv")}
    shifts = {shift["代码"] for shift in rows(folder / "shifts.csv")}
    assert all(set(agent["可上班次"].split(";")) <= shifts for agent in agents.values())
    assert {row["工号"] for row in rows(folder / "absences.csv")} <= agents.keys()
    for wish in rows(folder / "requests.csv"):
        assert wish["班次"] in {"", *agents[wish["工号"]]["可上班次"].split(";")}
        assert date(2026, 11, 5) <= date.fromisoformat(wish["日期"]) <= date(2026, 11, 18)


def test_the_plan_covers_double_11(folder: Path) -> None:
    project = tomllib.loads((folder / "project.toml").read_text(encoding="utf-8"))
    assert (project["first_day"], project["days"], project["interval_minutes"]) == (date(2026, 11, 5), 14, 30)
    goals = tomllib.loads((folder / "goals.toml").read_text(encoding="utf-8"))
    assert 0 < goals["goal"]["service_level"] < 1
