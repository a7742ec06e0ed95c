"""The team's own roster workbook, read as a past roster."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.files.accepting import accept, accepting_findings
from app.files.choices import ImportChoices
from app.files.reading import read_files
from app.files.values.balance import balance_text, read_balance
from app.files.values.missing import Unreadable
from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.horizon import Horizon
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.past_roster import DAY_OFF, OTHER_WORK, days_by_agent
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from tests.files.file_samples import AGENTS, SHIFTS, codes, errors_of, write, write_xlsx
from tests.files.team_sheet_sample import BALANCES, code, write_team_sheet

HORIZON = Horizon(date(2026, 9, 1), 30, 30)
EARLY, LATE = "早", "晚"


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    file = ProjectFile.create(tmp_path / "a.peakroster", Project("空", HORIZON))
    accept(read_files([write(tmp_path, "shifts.csv", SHIFTS)]), file)
    return file


def taken(file: ProjectFile, path: Path) -> Project:
    accept(read_files([path], ImportChoices.of(file.read())), file)
    return file.read()


def test_every_cell_of_the_sheet_becomes_a_past_day(file: ProjectFile, tmp_path: Path) -> None:
    project = taken(file, write_team_sheet(tmp_path / "客服排班表.xlsx"))
    past = days_by_agent(project.past)
    assert list(past) == [f"客服{number:02d}" for number in range(1, 9)]
    words = {"": DAY_OFF, "年": DAY_OFF, "行": OTHER_WORK}
    for number, days in enumerate(past.values()):
        assert days == {date(2026, 8, day): words.get(code(number, day), code(number, day)) for day in range(1, 32)}


def test_balances_leave_and_the_turn_of_the_weeks_come_along(file: ProjectFile, tmp_path: Path) -> None:
    project = taken(file, write_team_sheet(tmp_path / "客服排班表.xlsx"))
    team = {agent.id: agent for agent in project.team}
    assert project.alternating_weeks == AlternatingWeeks(date(2026, 8, 29))
    (away,) = team["客服01"].absences
    assert (away.start, away.end, away.kind) == (datetime(2026, 8, 9), datetime(2026, 8, 10), "年假")
    opening = date(2026, 9, 1)
    assert team["客服04"].balances == (
        BalanceEntry(Account.LIEU, EntryKind.OPENING, opening, -480, "下个月"),
        BalanceEntry(Account.ANNUAL, EntryKind.OPENING, opening, 480),
    )


def test_strangers_are_announced_before_they_are_added(file: ProjectFile, tmp_path: Path) -> None:
    preview = read_files([write_team_sheet(tmp_path / "客服排班表.xlsx")], ImportChoices.of(file.read()))
    assert [(f.code, f.facts["count"]) for f in accepting_findings(preview, file.read())] == [("IN22", 8)]
    accept(preview, file)
    assert {agent.skills for agent in file.read().team} == {frozenset({"presale"}), frozenset({"aftersale"})}
    assert accepting_findings(preview, file.read()) == []


def test_agents_that_the_team_has_are_found_by_name_and_keep_what_the_team_says(
    file: ProjectFile, tmp_path: Path
) -> None:
    accept(read_files([write(tmp_path, "agents.csv", AGENTS)], ImportChoices.of(file.read())), file)
    project = taken(file, write_team_sheet(tmp_path / "客服排班表.xlsx"))
    (known,) = [agent for agent in project.team if agent.name == "客服01"]
    assert (known.id, known.hourly_cost) == ("00123", 32)
    assert days_by_agent(project.past)["00123"]


def test_an_unknown_code_is_told_once_with_its_cells(file: ProjectFile, tmp_path: Path) -> None:
    path = write_team_sheet(tmp_path / "8月排班.xlsx", unknown="机")
    preview = read_files([path], ImportChoices.of(file.read()))
    (finding,) = [f for f in preview.findings if f.level == "error"]
    assert (finding.code, finding.value, finding.facts["count"], finding.facts["cells"]) == ("IE09", "机", 1, ("F6",))


@pytest.mark.parametrize(("meaning", "shift", "leave"), [("早", "早", 0), ("机动假", DAY_OFF, 1)])
def test_a_code_can_be_mapped_to_a_shift_or_to_a_kind_of_leave(
    file: ProjectFile, tmp_path: Path, meaning: str, shift: str, leave: int
) -> None:
    path = write_team_sheet(tmp_path / "8月排班.xlsx", unknown="机")
    choices = ImportChoices(shifts=file.read().shifts, codes={"机": meaning})
    preview = read_files([path], choices)
    assert errors_of(preview) == []
    learned = preview.rosters[0].agents[2]
    assert learned.days[date(2026, 8, 4)] == shift
    assert list(learned.leave.values()).count("机动假") == leave


def test_a_shift_that_the_legend_describes_is_added_after_it_was_announced(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "b.peakroster", Project("空", HORIZON))
    path = write_team_sheet(tmp_path / "客服排班表.xlsx", legend="早 09:00-18:00")
    mapped = ImportChoices(codes={"晚": "夜里的班"})
    preview = read_files([path], mapped)
    told = {f.code: f.facts for f in accepting_findings(preview, file.read())}
    assert told["IN23"] == {"shifts": ("早 09:00–18:00",)}
    accept(preview, file)
    shift = file.read().shifts["早"]
    assert (shift.start, shift.minutes, shift.paid_minutes, shift.breaks) == (540, 540, 540, ())


def test_a_copy_pasted_as_text_is_read_without_its_colours(file: ProjectFile, tmp_path: Path) -> None:
    days = "\t".join(map(str, range(1, 32)))
    weekdays = "\t".join("六日一二三四五"[day % 7] for day in range(31))
    text = (
        f"2026年8月客服排班表\n月份\t日期\t{days}\t剩余\n职务\t星期\t{weekdays}\t\n"
        + "售前\t客服01\t"
        + "\t".join(["早", " ", "晚"] * 10)
        + "\t早\t3天4小时\n售前\t早班\t"
        + "\t".join(["1"] * 31)
        + "\t\n"
    )
    project = taken(file, write(tmp_path, "a.txt", text))
    assert days_by_agent(project.past)["客服01"][date(2026, 8, 2)] == DAY_OFF
    assert project.alternating_weeks is None
    assert len(project.team) == 1


def test_dates_may_stand_in_the_header_themselves(file: ProjectFile, tmp_path: Path) -> None:
    header = ["姓名", *(datetime(2026, 10, day) for day in range(20, 31))]
    path = write_xlsx(tmp_path, "a.xlsx", [header, ["客服01", *["早"] * 11], ["客服02", *["晚", None] * 5, "晚"]])
    project = taken(file, path)
    assert [each.day for each in project.past if each.agent == "客服01"] == [date(2026, 10, d) for d in range(20, 31)]


def test_a_month_without_a_year_is_told_by_its_weekdays_or_asked_for(file: ProjectFile, tmp_path: Path) -> None:
    def sheet(first: str) -> str:
        order = "一二三四五六日"
        at = order.index(first)
        weekdays = ",".join(order[(at + day) % 7] for day in range(31))
        return f"8月排班,{','.join(map(str, range(1, 32)))}\n姓名,{weekdays}\n客服01,{','.join(['早'] * 31)}\n"

    project = taken(file, write(tmp_path, "a.csv", sheet("六")))
    assert project.past[0].day == date(2026, 8, 1)
    preview = read_files([write(tmp_path, "b.csv", sheet("六"))])
    assert errors_of(preview) == ["IE10"]


def test_counts_by_hour_and_day_with_empty_nights_are_no_roster(tmp_path: Path) -> None:
    days = ",".join(f"2026-10-{day}" for day in range(10, 20))
    nights = "".join(f"{hour}点,{','.join('-' * 10)}\n" for hour in range(12))
    hours = "".join(f"{hour}点,{','.join('7' * 10)}\n" for hour in range(12, 24))
    preview = read_files([write(tmp_path, "a.csv", f"时段,{days}\n{nights}{hours}")])
    assert (preview.rosters, preview.files[0].kind) == ((), "history")


def test_weekdays_left_over_from_another_month_are_told(file: ProjectFile, tmp_path: Path) -> None:
    weekdays = ",".join("日一二三四五六"[day % 7] for day in range(31))
    text = f"2026年8月,{','.join(map(str, range(1, 32)))}\n姓名,{weekdays}\n客服01,{','.join(['早'] * 31)}\n"
    preview = read_files([write(tmp_path, "a.csv", text)], ImportChoices.of(file.read()))
    assert codes(preview) == ["IN21"]


@pytest.mark.parametrize(
    ("text", "minutes", "note"),
    [
        ("1天", 480, ""),
        ("3天4小时", 1680, ""),
        ("-3小时", -180, ""),
        ("-1天（下个月）", -480, "下个月"),
        (2.5, 1200, ""),
    ],
)
def test_a_balance_is_read_from_its_text(text: str | float, minutes: int, note: str) -> None:
    assert read_balance(text) == (minutes, note)


@pytest.mark.parametrize("text", [text for pair in BALANCES.values() for text in pair if "（" not in text])
def test_a_balance_is_written_as_it_is_read(text: str) -> None:
    found = read_balance(text)
    assert found is not None
    assert balance_text(found[0]) == text


def test_what_is_no_balance_is_refused() -> None:
    with pytest.raises(Unreadable, match="IE38"):
        read_balance("若干")
