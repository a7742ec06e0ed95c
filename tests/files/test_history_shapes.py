from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.files.choices import ImportChoices
from app.files.reading import read_files
from forecasts.findings import Level
from forecasts.history import SeriesKey
from tests.files.file_samples import PRESALE, codes, counts, errors_of, write, write_xlsx

HALF_HOUR = timedelta(minutes=30)

HOURS = ",".join(f"hour{hour}" for hour in range(24))


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute)


def test_the_products_own_history_with_shops_and_skills(tmp_path: Path) -> None:
    text = "start,inquiries,shop,skill\n2026-11-11T00:00,5,A店,presale\n2026-11-11T00:30,7.5,A店,售后\n"
    history = read_files([write(tmp_path, "a.csv", text)]).history
    assert history is not None
    assert history.interval_minutes == 30
    assert [key for key, _ in history] == [SeriesKey("A店", "aftersale"), SeriesKey("A店", "presale")]


def test_long_rows_as_typed_by_hand(tmp_path: Path) -> None:
    text = "时间,咨询量\n2026/10/31 19:30,88\n2026年10月31日 20点,1.2万\n20261031 20:30,-\n"
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert counts(preview) == {at(31, 19, 30): 88, at(31, 20): 12000}
    assert preview.files[0].rows == 3
    assert preview.files[0].missing == 1


def test_a_day_and_an_hour_in_two_columns(tmp_path: Path) -> None:
    text = "日期,时段,咨询量\n2026-10-31,19:30-20:00,88\n2026-10-31,20:00-20:30,412\n"
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert counts(preview) == {at(31, 19, 30): 88, at(31, 20): 412}
    assert preview.history is not None
    assert preview.history.interval_minutes == 30


def test_agents_by_day_with_24_hour_columns_are_added_up(tmp_path: Path) -> None:
    rows = [f"日期,客服,{HOURS},全天分时接待"]
    rows.append("2026-10-20,客服01," + ",".join(["1"] * 23) + ",17,40")
    rows.append("2026-10-20,客服02," + ",".join(["2"] * 23) + ",0,40")
    rows.append("2026-10-21,客服01," + ",".join(["-"] * 24) + ",-")
    rows.append("2026-10-21,客服02," + ",".join(["0"] * 24) + ",0")
    preview = read_files([write(tmp_path, "a.csv", "\n".join(rows))])
    found = counts(preview)
    assert len(found) == 48
    assert (found[at(20, 0)], found[at(20, 23)], found[at(21, 5)]) == (3, 17, 0)
    assert preview.files[0].missing == 24
    assert codes(preview) == ["IN03"]
    (finding,) = preview.findings
    assert finding.facts == {"hours": "46", "day": "40", "count": 1}


def test_fewer_in_the_hours_than_in_the_day_is_a_warning(tmp_path: Path) -> None:
    text = f"日期,客服,{HOURS},全天\n2026-10-20,客服01," + ",".join(["1"] * 24) + ",40\n"
    (finding,) = read_files([write(tmp_path, "a.csv", text)]).findings
    assert (finding.code, finding.level, finding.facts["variant"]) == ("IN03", Level.WARNING, "less")


def test_day_by_hours_with_a_total(tmp_path: Path) -> None:
    header = "日期," + ",".join(f"{hour}点" for hour in range(24)) + ",合计"
    text = f"{header}\n2026-10-20," + ",".join(map(str, range(24))) + ",276\n"
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert counts(preview) == {at(20, hour): hour for hour in range(24)}
    assert codes(preview) == []


def test_hours_by_days_with_a_title_row(tmp_path: Path) -> None:
    text = "2026年咨询量统计表（10月）,,\n时段,10月20日,10月21日\n00:00-01:00,12,9\n01:00-02:00,7,\n合计,1033,980\n"
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert counts(preview) == {at(20, 0): 12, at(20, 1): 7, at(21, 0): 9}
    assert (preview.files[0].rows, preview.files[0].left_out, preview.files[0].missing) == (2, 1, 1)
    assert codes(preview) == ["IN09"]


def test_days_without_a_year_anywhere_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "时段,10月20日,10月21日\n00:00-01:00,12,9\n")
    assert errors_of(read_files([path])) == ["IE10", "IE10"]
    assert counts(read_files([path], ImportChoices(year=2026))) == {at(20, 0): 12, at(21, 0): 9}


def test_the_year_comes_from_the_sheet_or_the_file_name(tmp_path: Path) -> None:
    rows: list[list[object]] = [["时段", "10月20日", "10月21日"], ["00:00-01:00", 12, 9]]
    for path in (write_xlsx(tmp_path, "a.xlsx", rows, sheet="2026年"), write_xlsx(tmp_path, "2026咨询.xlsx", rows)):
        assert counts(read_files([path])) == {at(20, 0): 12, at(21, 0): 9}


def test_hours_of_agents_on_one_day_that_the_file_name_tells(tmp_path: Path) -> None:
    header = "客服," + ",".join(f"{hour}点" for hour in range(24))
    text = f"{header}\n客服01," + ",".join(["1"] * 24) + "\n客服02," + ",".join(["2"] * 24) + "\n合计,3" + ",3" * 23
    preview = read_files([write(tmp_path, "分时接待_20261020.csv", text)])
    assert counts(preview) == {at(20, hour): 3 for hour in range(24)}
    unnamed = write(tmp_path, "分时接待.csv", text)
    assert errors_of(read_files([unnamed])) == ["IE13"]
    assert counts(read_files([unnamed], ImportChoices(day=date(2026, 10, 20)))) == counts(preview)


def test_hours_numbered_1_to_24_are_asked_about(tmp_path: Path) -> None:
    text = "日期," + ",".join(str(hour) for hour in range(1, 25)) + "\n2026-10-20" + ",1" * 23 + ",9\n"
    path = write(tmp_path, "a.csv", text)
    assert errors_of(read_files([path])) == ["IE11"]
    assert counts(read_files([path], ImportChoices(first_hour=0)))[at(20, 23)] == 9
    assert counts(read_files([path], ImportChoices(first_hour=1)))[at(21, 0)] == 9


CHITU = (
    "旺旺昵称,咨询人数,接待人数,直接接待人数,转入人数,转出人数,总消息,买家消息,客服消息,答问比,客服字数,最大同时接待,"
    "未回复人数,旺旺回复率,慢响应人数,长接待人数,首次响应(秒),平均响应(秒),平均接待(秒)\n"
    "店铺A:客服01,186,180,171,9,4,1,1,1,1,1,17,2,98.89%,0,0,6.21,24.8,412\n"
    '店铺A:客服02,"1,204","1,190",1180,10,0,1,1,1,1,1,41,30,97.48%,0,0,11.9,58.3,655\n'
    '汇总,"1,390","1,370",1351,19,4,,,,,,,32,97.66%,,,,,\n'
)


def test_a_days_workload_of_agents_gives_the_shops_day_without_transfers(tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "工作量分析_2026-10-20.csv", CHITU, "gb18030")])
    assert counts(preview, SeriesKey("店铺A", "presale")) == {at(20, 0): 1351}
    assert preview.history is not None
    assert preview.history.interval_minutes == 1440
    assert codes(preview) == ["IN09", "IN13"]


def test_a_report_over_several_days_in_one_row_is_refused_for_history(tmp_path: Path) -> None:
    text = "客服昵称,接待人数,平均响应(秒),回复率\n客服01,182,31.2,99.45\n汇总,1390,-,98.9\n均值,173.8,33.5,98.9\n"
    name = "自定义报表_大促_下单优先判定_2026-04-{}至2026-04-20.csv"
    assert errors_of(read_files([write(tmp_path, name.format("01"), text)])) == ["IE12"]
    assert counts(read_files([write(tmp_path, name.format("20"), text)])) == {at(20, 0, month=4): 182}


def test_a_company_template_by_date_shop_and_account(tmp_path: Path) -> None:
    text = (
        "日期\t店铺\t账户名\t咨询人数\t接待人数\t未回复人数\t旺旺回复率\t平均接待时长\n"
        "2026/10/1\t旗舰店\t客服01\t143\t140\t1\t0.9929\t06:12\n"
        "2026/10/1\t旗舰店\t客服02\t-\t-\t-\t-\t-\n"
        "2026/10/2\t旗舰店\t客服01\t151\t149\t0\t1\t05:48\n"
    )
    preview = read_files([write(tmp_path, "a.xls", text)])
    assert counts(preview, SeriesKey("旗舰店", "presale")) == {at(1, 0): 143, at(2, 0): 151}
    assert preview.files[0].missing == 1


def test_a_shop_report_with_delayed_columns_and_summary_rows(tmp_path: Path) -> None:
    text = (
        "日期,延 询单人数,当日询单人数,当日付款人数\n2026-10-01,312,298,151\n2026-10-02,延迟统计,287,149\n"
        "2026-10-03,暂无数据,-,-\n汇总值,312,585,300\n同行同层均值,280,1,1\n"
    )
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert counts(preview) == {at(1, 0): 298, at(2, 0): 287}
    assert preview.files[0].left_out == 2


@pytest.mark.parametrize(
    "header",
    [
        "账号名称,咨询人数,接待人数,咨询商品数,平均响应时长,3 分钟响应率,客户服务满意率",
        "客服,总接待客户数,总会话数量,客户发送消息数,客服应答数,平均会话时长,排队对话数",
        "接待客服,接待人数,询单人数,首次平均响应(s),平均响应(s),销售额,销售量",
    ],
)
def test_reports_of_other_platforms(tmp_path: Path, header: str) -> None:
    text = f"{header}\n店铺B-01,58,58,41,1分12秒,93.1%,100%\n店铺B-02,0,0,0,-,-,-\n"
    assert counts(read_files([write(tmp_path, "2026-10-20.csv", text)])) == {at(20, 0): 58}


def test_columns_that_mean_nothing_are_told_and_can_be_given_a_meaning(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "日期,来访,天气,心情\n2026-10-01,31,晴,好\n")
    preview = read_files([path])
    assert errors_of(preview) == ["IE03"]
    preview = read_files([path], ImportChoices(columns={"来访": "inquiries"}))
    assert counts(preview) == {at(1, 0): 31}
    path = write(tmp_path, "b.csv", "日期,店铺,来访,天气\n2026-10-01,A店,31,晴\n")
    assert errors_of(read_files([path])) == ["IE04"]
    preview = read_files([path], ImportChoices(columns={"来访": "inquiries"}))
    assert counts(preview, SeriesKey("A店", "presale")) == {at(1, 0): 31}
    assert [(f.code, f.facts) for f in preview.findings] == [("IN10", {"columns": ("天气",)})]


def test_a_folder_of_daily_files_is_one_history_with_its_holes_told(tmp_path: Path) -> None:
    day = "客服,咨询人数,接待人数\n客服01,{},1\n"
    for number in (1, 2, 3, 5, 8, 9, 10, 11):
        write(tmp_path, f"11月/客服绩效_202611{number:02d}.csv", day.format(number))
    write(tmp_path, "11月/客服绩效_20261102 (1).csv", day.format(2))
    write(tmp_path, "11月/~$客服绩效_20261103.csv", "x")
    write(tmp_path, "11月/.hidden", "x")
    write(tmp_path, "11月/客服绩效_20261104.csv", "")
    preview = read_files([tmp_path / "11月"])
    assert list(counts(preview).values()) == [1, 2, 3, 5, 8, 9, 10, 11]
    assert codes(preview) == ["IN11", "IN11", "IN11", "IN14", "IN07"]
    assert preview.findings[-1].facts["days"] == ("2026-11-04", "2026-11-06 – 2026-11-07")
    assert preview.acceptable


def test_two_files_that_count_a_day_differently_are_an_error_with_both_named(tmp_path: Path) -> None:
    write(tmp_path, "a.csv", "时间,咨询量\n2026-11-01 20:00,5\n2026-11-01 21:00,6\n2026-11-02 20:00,7\n")
    write(tmp_path, "b.csv", "时间,咨询量\n2026-11-01 20:00,5\n2026-11-01 21:00,9\n")
    preview = read_files([tmp_path / "a.csv", tmp_path / "b.csv"])
    (finding,) = preview.findings
    assert (finding.code, finding.place.file, finding.value) == ("IE06", "b.csv", "2026-11-01")
    assert finding.facts == {"other": "a.csv", "count": 1}


def test_totals_of_days_are_not_mixed_with_hours(tmp_path: Path) -> None:
    write(tmp_path, "a.csv", "时间,咨询量\n2026-11-01 20:00,5\n2026-11-01 21:00,6\n")
    write(tmp_path, "b.csv", "日期,咨询量\n2026-11-02,500\n2026-11-03,600\n")
    assert errors_of(read_files([tmp_path / "a.csv", tmp_path / "b.csv"])) == ["IE33"]


def test_the_finest_file_sets_the_grain_and_coarser_ones_keep_their_sums(tmp_path: Path) -> None:
    write(tmp_path, "a.csv", "时间,咨询量\n2026-11-01 20:00,5\n2026-11-01 21:00,6\n")
    write(tmp_path, "b.csv", "时间,咨询量\n2026-11-02 20:00,1\n2026-11-02 20:30,2\n2026-11-02 21:30,2\n")
    preview = read_files([tmp_path / "a.csv", tmp_path / "b.csv"])
    found = counts(preview)
    assert found[at(1, 20, month=11)] + found[at(1, 20, month=11) + HALF_HOUR] == pytest.approx(5)
    assert found[at(1, 21, month=11)] + found[at(1, 21, month=11) + HALF_HOUR] == pytest.approx(6)
    assert {start: found[start] for start in list(found)[4:]} == {
        at(2, 20, month=11): 1,
        at(2, 20, month=11) + HALF_HOUR: 2,
        at(2, 21, month=11) + HALF_HOUR: 2,
    }
    assert codes(preview) == ["IN17"]


def test_a_block_copied_from_a_plan_has_skills_for_row_labels(tmp_path: Path) -> None:
    text = "\t09:00\t10:00\t11:00\t12:00\n售前\t88\t131\t127\t-\n售后\t12\t19\t25\t-\n"
    preview = read_files([write(tmp_path, "粘贴.txt", text)], ImportChoices(day=date(2026, 10, 20)))
    assert counts(preview) == {at(20, 9): 88, at(20, 10): 131, at(20, 11): 127}
    assert counts(preview, SeriesKey("", "aftersale")) == {at(20, 9): 12, at(20, 10): 19, at(20, 11): 25}


def test_what_many_files_of_a_folder_have_in_common_is_told_once(tmp_path: Path) -> None:
    for day in range(1, 8):
        write(tmp_path, f"月/{day}.csv", f"日期,咨询人数,天气\n2026-10-{day:02d},5,晴\n")
    (finding,) = read_files([tmp_path / "月"]).findings
    assert (finding.code, finding.place.file, finding.facts) == (
        "IN10",
        "月/1.csv",
        {"columns": ("天气",), "more_files": 6},
    )


def test_an_import_can_be_stopped_between_files(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{n}.csv", f"时间,咨询量\n2026-11-0{n} 20:00,5\n") for n in (1, 2, 3)]
    seen: list[tuple[str, float, int]] = []

    def stop_at_second(name: str, number: float, of: int) -> bool:
        seen.append((name, number, of))
        return number < 2

    preview = read_files(paths, keep_going=stop_at_second)
    assert seen == [("1.csv", 1, 3), ("2.csv", 2, 3)]
    assert preview.cancelled
    assert preview.history is None
    assert not preview.acceptable


def test_a_profile_of_the_users_own_is_picked_up(tmp_path: Path) -> None:
    from app.files.one_file import read_one
    from app.files.profiles import load_profiles
    from app.files.source import SourceFile

    own = tmp_path / "profiles"
    profile = 'kind = "history"\nshape = "long_rows"\nneeds = ["date", "inquiries"]\n[columns]\ninquiries = ["来访"]\n'
    write(own, "ours.toml", profile)
    path = write(tmp_path, "a.csv", "日期,来访\n2026-10-01,31\n")
    content = read_one(SourceFile(path, path.name), ImportChoices(), load_profiles(own))
    assert content.findings == []
    assert content.histories[0].series[PRESALE].inquiries.tolist() == [31]


def test_a_profile_that_cannot_be_used_is_left_out_and_told(tmp_path: Path) -> None:
    from app.files.profiles import load_profiles

    write(tmp_path, "a.toml", 'kind = "history"\nshape = "round"\nneeds = []\n')
    write(tmp_path, "b.toml", "shape = \n")
    write(tmp_path, "c.toml", '[columns]\ninquiries = "来访"\n')
    write(tmp_path, "d.toml", '[columns]\ninquiries = ["来访"]\n', "gb18030")
    write(tmp_path, "e.toml", "columns = 3\n")
    profiles = load_profiles(tmp_path)
    assert [(f.code, f.place.file) for f in profiles.broken] == [("IE37", f"{name}.toml") for name in "abcde"]
    assert profiles.profiles == load_profiles(tmp_path / "nowhere").profiles


def test_every_kind_and_shape_that_a_profile_may_name_is_read() -> None:
    from app.files.profiles import ATTENDANCE_SHAPES, HISTORY_SHAPES, LIST_KINDS
    from app.files.table_kinds import ATTENDANCE, LISTS, SHAPES

    assert SHAPES.keys() == HISTORY_SHAPES
    assert ATTENDANCE.keys() == ATTENDANCE_SHAPES
    assert LISTS.keys() == LIST_KINDS | {"attendance"}
