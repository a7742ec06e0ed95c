from datetime import date, datetime
from pathlib import Path

from app.files.choices import ImportChoices
from app.files.reading import read_files
from forecasts.horizon import Horizon
from forecasts.promotion import Phase
from scheduler.shift import Break, Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from tests.files.file_samples import AGENTS, SHIFTS, codes, errors_of, write

PLAN = ImportChoices(horizon=Horizon(date(2026, 11, 5), 14, 30))


def test_an_agent_list(tmp_path: Path) -> None:
    first, second = read_files([write(tmp_path, "agents.csv", AGENTS, "gb18030")]).team
    assert first == TeamAgent(
        "00123",
        "客服01",
        group="售前组",
        skills=frozenset({"presale", "in_sale"}),
        hourly_cost=32,
        hired=date(2025, 3, 1),
        shifts=frozenset({"早", "晚"}),
    )
    assert (second.contract, second.productivity, second.shifts) == ("part_time", 0.6, frozenset({"4小时"}))


def test_agents_may_be_known_by_name_alone_and_need_one_of_both(tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "a.csv", "姓名,技能,用工类型\n客服01,售后,外包\n,售后,外包\n")])
    assert [(agent.id, agent.name, agent.contract) for agent in preview.team] == [("客服01", "客服01", "outsourced")]
    assert [(f.code, f.place.row) for f in preview.findings] == [("IE26", 3)]


def test_wrong_cells_of_an_agent_list_are_all_told_at_once(tmp_path: Path) -> None:
    text = "工号,姓名,技能,时薪,入职日期,熟练度\n1,客服01,售前,一百,2025-02-30,-1\n2,客服02,售前,30,2025-03-01,x,多\n"
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert [(f.code, f.place.row, f.place.column, f.value) for f in preview.findings] == [
        ("IE23", 3, "", ""),
        ("IE07", 2, "时薪", "一百"),
        ("IE16", 2, "熟练度", "-1"),
        ("IE08", 2, "入职日期", "2025-02-30"),
    ]
    assert (preview.files[0].rows, preview.files[0].refused) == (2, 2)


def test_shifts_with_breaks_and_midnight(tmp_path: Path) -> None:
    shifts = read_files([write(tmp_path, "shifts.csv", SHIFTS)]).shifts
    assert shifts["早"] == Shift("早", 480, 540, 480, (Break(60, 660, 780),), frozenset({"early"}), "早", "早班")
    assert (shifts["晚"].start, shifts["晚"].end) == (960, 1500)
    assert shifts["夜"].breaks == (Break(60, 1620, 1740),)
    assert shifts["A5"] == Shift("A5", 1200, 240, 240, (), frozenset({"late", "part_time"}), "A5", "兼职夜场")


def test_a_shift_without_its_times_is_told(tmp_path: Path) -> None:
    text = "代码,开始,结束\n早,08:00,\n晚,四点,01:00\n,08:00,09:00\n"
    found = read_files([write(tmp_path, "a.csv", text)]).findings
    assert [(f.code, f.place.row) for f in found] == [("IE22", 3), ("IE27", 2), ("IE27", 3), ("IE27", 4)]


def test_a_break_without_a_window_lies_in_the_middle(tmp_path: Path) -> None:
    shifts = read_files([write(tmp_path, "a.csv", "代码,开始,结束,休息分钟\n早,08:00,17:00,60\n")]).shifts
    assert shifts["早"].breaks == (Break(60, 720, 720),)


def test_absences_whole_days_and_halves(tmp_path: Path) -> None:
    agents = write(tmp_path, "agents.csv", AGENTS)
    text = "工号,日期,类型,说明\n00123,11月12日,年假,\nP007,11/9-11/10,培训,上午\n客服31,2026-11-14,事假,下午\n"
    preview = read_files([agents, write(tmp_path, "absences.csv", text)], PLAN)
    assert preview.absences == {
        "00123": (DatedAbsence(datetime(2026, 11, 12), datetime(2026, 11, 13), "年假"),),
        "P007": (DatedAbsence(datetime(2026, 11, 9), datetime(2026, 11, 10, 12), "培训"),),
        "客服31": (DatedAbsence(datetime(2026, 11, 14, 12), datetime(2026, 11, 15), "事假"),),
    }
    assert codes(preview) == ["IN15"]


def test_requests(tmp_path: Path) -> None:
    agents, shifts = write(tmp_path, "agents.csv", AGENTS), write(tmp_path, "shifts.csv", SHIFTS)
    text = "工号,日期,班次,意愿,程度\n00123,2026-11-11,晚班,不想,3\n00123,2026-11-14,,想休,5\nP007,2026-11-12,A5,想,\n"
    preview = read_files([agents, shifts, write(tmp_path, "requests.csv", text)], PLAN)
    assert preview.requests == {
        "00123": (
            DatedRequest(date(2026, 11, 11), "晚班", "off", 30),
            DatedRequest(date(2026, 11, 14), None, "off", 50),
        ),
        "P007": (DatedRequest(date(2026, 11, 12), "A5", "on", 30),),
    }
    assert codes(preview) == []


def test_names_that_nobody_bears_are_told(tmp_path: Path) -> None:
    agents, shifts = write(tmp_path, "agents.csv", AGENTS), write(tmp_path, "shifts.csv", SHIFTS)
    text = "工号,日期,班次,意愿\n00199,2026-11-11,早,想\n00123,2026-11-12,机,想\nP007,2026-11-13,机,随便\n"
    found = read_files([agents, shifts, write(tmp_path, "意愿.csv", text)], PLAN).findings
    assert [(f.code, f.place.row, f.value, f.facts.get("count")) for f in found] == [
        ("IE25", 4, "随便", None),
        ("IE15", 2, "00199", None),
        ("IE09", None, "机", 1),
    ]


def test_an_agent_without_a_shift_they_may_work_is_told(tmp_path: Path) -> None:
    agents = write(tmp_path, "agents.csv", AGENTS.replace("早;晚", "神秘班"))
    assert errors_of(read_files([agents])) == []  # the shifts may still come
    assert errors_of(read_files([agents, write(tmp_path, "shifts.csv", SHIFTS)])) == ["TM03"]


def test_a_promotion_calendar_as_a_table(tmp_path: Path) -> None:
    text = (
        "活动,阶段,开始,结束,访客目标,咨询率,GMV目标\n"
        "双11,付尾款,2026-10-31 20:00,2026-11-01 02:00,180000,3.5%,\n"
        "双11,现货,2026-11-10 20:00,2026-11-11 24:00,420000,4.1%,9600000\n"
    )
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert preview.promotions[0].name == "双11"
    assert preview.promotions[0].phases == (
        Phase("balance", datetime(2026, 10, 31, 20), datetime(2026, 11, 1, 2), None, 6300.0),
        Phase("spot_sale", datetime(2026, 11, 10, 20), datetime(2026, 11, 12), None, 17220.0),
    )
    assert codes(preview) == []


def test_a_table_of_phases_may_say_what_an_inquiry_takes_then(tmp_path: Path) -> None:
    text = (
        "活动,阶段,开始,结束,处理时长(秒),接待上限\n"
        "双11,付尾款,2026-10-31 20:00,2026-11-01 02:00,45,12\n"
        "双11,现货,2026-11-10 20:00,2026-11-11 24:00,售前=40；售后=90,\n"
    )
    balance, spot = read_files([write(tmp_path, "a.csv", text)]).promotions[0].phases
    assert (balance.handling_time_seconds, balance.max_concurrency) == ((("", 45.0),), (("", 12.0),))
    assert (spot.handling_time_seconds, spot.max_concurrency) == ((("aftersale", 90.0), ("presale", 40.0)), ())
    wrong = read_files([write(tmp_path, "b.csv", text.replace(",45,12", ",售前=快,0.5"))]).findings
    assert [(f.code, f.value) for f in wrong] == [("IE07", "售前=快"), ("PE05", "0.5")]


def test_a_phase_that_ends_before_it_starts_is_told_with_its_file(tmp_path: Path) -> None:
    text = "活动,阶段,开始,结束\n双11,现货,2026-11-11 20:00,2026-11-10 20:00\n"
    found = read_files([write(tmp_path, "a.csv", text)]).findings
    assert [(f.code, f.place.file) for f in found] == [("PE01", "a.csv")]


def test_an_attendance_report_is_not_taken_for_an_agent_list(tmp_path: Path) -> None:
    days = ",".join(str(day) for day in range(1, 32))
    text = (
        f"姓名,考勤组,部门,工号,UserId,出勤天数,休息天数,{days}\n客服01,售前组,客服部,00123,u01,24,7"
        + ",正常" * 31
        + "\n"
    )
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert errors_of(preview) == ["IE13"]
    assert preview.team == ()
