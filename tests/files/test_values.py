from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import pytest

from app.files.grid import Value, column_letters
from app.files.names import canonical
from app.files.values.clock import HourLabel, read_clock, read_hour_label
from app.files.values.duration import read_duration
from app.files.values.file_date import dates_in_name
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, read_moment
from app.files.values.number import read_count, read_number
from app.files.values.several import read_days, words_of
from app.files.values.share import numbers_are_percent, read_share
from app.files.words import CONTRACTS, PHASES, SKILLS, id_of
from app.wording import names


@pytest.mark.parametrize(
    "text", ["", "-", "--", "—", "/", "延迟统计", "统计中", "暂无数据", "N/A", "#N/A", "#DIV/0!", None, " - "]
)
def test_words_for_no_data_are_missing_and_never_zero(text: str | None) -> None:
    assert is_missing(text)
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("0.00", 0), ("1,204", 1204), ("1,204,000.5", 1204000.5), ("￥12", 12), ("¥ 1,200 元", 1200),
        ("88人", 88), ("３１", 31), ("1.2万", 12000), ("(5)", -5), ("（5）", -5), ("-3", -3), (7, 7), (7.5, 7.5),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str | float, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["12,5", "abc", "1,20", "12-3", "1.2.3", "一百"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_number(text)
    assert refused.value.code == "IE07"


def test_a_comma_that_is_no_thousands_separator_gets_a_suggestion() -> None:
    with pytest.raises(Unreadable) as refused:
        read_number("12,5")
    assert refused.value.facts == {"example": "12"}


@pytest.mark.parametrize("value", [-1, "(3)", float("inf"), float("nan")])
def test_a_count_below_zero_is_impossible(value: Value) -> None:
    with pytest.raises(Unreadable) as refused:
        read_count(value)
    assert refused.value.code == "IE16"


@pytest.mark.parametrize(
    ("text", "percent", "share"),
    [("62.5%", False, 0.625), ("62.5％", True, 0.625), ("62.5", True, 0.625), ("0.625", False, 0.625), ("0%", True, 0)],
)
def test_shares_come_in_three_ways(text: str, percent: bool, share: float) -> None:
    assert read_share(text, percent) == pytest.approx(share)


def test_bare_numbers_are_percent_when_one_of_the_column_is_over_one() -> None:
    assert numbers_are_percent(["99.45", "0.8", "-"])
    assert not numbers_are_percent(["0.9945", "1", "-", "98%", "x"])


def test_a_share_over_100_percent_is_impossible() -> None:
    with pytest.raises(Unreadable) as refused:
        read_share("104%")
    assert (refused.value.code, refused.value.facts["percent"]) == ("IE16", "104")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12.5", 12.5), (30, 30), ("06:12", 372), ("0:06:12", 372), ("6分12秒", 372), ("1分", 60), ("1小时2分", 3720),
        (timedelta(minutes=6, seconds=12), 372), (time(0, 6, 12), 372), ("24.8秒", 24.8), ("-", None),
    ],
)  # fmt: skip
def test_durations(text: Value, seconds: float | None) -> None:
    assert read_duration(text) == seconds


DAY = datetime(2026, 11, 11)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-11-11", DAY), ("2026/11/11", DAY), ("2026.11.11", DAY), ("20261111", DAY), ("2026年11月11日", DAY),
        ("2026-11-11 20:30", DAY.replace(hour=20, minute=30)), ("2026-11-11T20:30:00", DAY.replace(hour=20, minute=30)),
        ("2026/1/1 9:05", datetime(2026, 1, 1, 9, 5)), ("2026年11月11日 20点", DAY.replace(hour=20)),
        ("2026-11-11 24:00", DAY + timedelta(days=1)), ("2026-11-11 周三", DAY),
        ("20261111 08:00", DAY.replace(hour=8)),
        (46337, DAY), (46337.5, DAY.replace(hour=12)), ("46337", DAY), (date(2026, 11, 11), DAY), (DAY, DAY),
        ("２０２６－１１－１１", DAY),
    ],
)  # fmt: skip
def test_dates_as_people_and_tools_write_them(value: Value, moment: datetime) -> None:
    assert read_moment(value) == moment


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "abc", "12", "2026-11-11 25:00", "2026-11-11 24:30", ""])
def test_impossible_dates_are_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment(text)
    assert refused.value.code == "IE08"


def test_a_year_is_never_guessed() -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment("11月11日")
    assert refused.value.code == "IE10"
    assert read_moment("11/11", Calendar(2026)) == DAY


@pytest.mark.parametrize(("text", "year"), [("1月3日", 2027), ("12/30", 2026), ("11/11", 2026)])
def test_a_plans_date_lies_in_the_year_nearest_to_its_horizon(text: str, year: int) -> None:
    assert read_moment(text, Calendar(near=date(2026, 12, 20))).year == year


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("11月12日", 12, 13), ("11/9-11/10", 9, 11), ("11月9日至12日", 9, 13), ("2026-11-09~2026-11-10", 9, 11),
        ("2026-11-09-2026-11-10", 9, 11), ("11.9—11.10", 9, 11), ("20261109 到 20261110", 9, 11), ("11/9-10", 9, 11),
    ],
)  # fmt: skip
def test_stretches_of_days(text: str, first: int, after: int) -> None:
    calendar = Calendar(near=date(2026, 11, 1))
    assert read_days(text, calendar) == (datetime(2026, 11, first), datetime(2026, 11, after))


def test_a_stretch_may_run_over_new_year_but_not_backwards() -> None:
    calendar = Calendar(near=date(2026, 12, 20))
    assert read_days("12/30-1/2", calendar) == (datetime(2026, 12, 30), datetime(2027, 1, 3))
    for text in ("12/30-12/20", "2026-12-30至2026-12-01"):
        with pytest.raises(Unreadable) as refused:
            read_days(text, calendar)
        assert refused.value.code == "IE08"


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("0", 0, None), ("0点", 0, None), ("23时", 1380, None), ("00:00", 0, None), ("00:00-01:00", 0, 60),
        ("0-1点", 0, 60), ("0~1", 0, 60), ("hour0", 0, None), ("hour23", 1380, None), ("19:30-20:00", 1170, 1200),
        ("23:00-24:00", 1380, 1440), ("23:00-00:00", 1380, 1440), ("00:00:00", 0, None), (0.0, 0, None),
        (time(19, 30), 1170, None), (timedelta(hours=20), 1200, None), ("9点-10点", 540, 600),
    ],
)  # fmt: skip
def test_labels_of_hours(label: Value, start: int, end: int | None) -> None:
    assert read_hour_label(label) == HourLabel(start, end)


@pytest.mark.parametrize("label", ["25", "24-25", "合计", "10月20日", "2026-10-20", "", "1000", "20:00-19:00"])
def test_what_is_no_hour(label: str) -> None:
    assert read_hour_label(label) is None


def test_clock_times() -> None:
    assert [read_clock(value) for value in ("08:00", "24:00", "8", 0.5, time(9, 15), "")] == [
        480,
        1440,
        480,
        720,
        555,
        None,
    ]
    for value in ("08:00-09:00", "soon"):
        with pytest.raises(Unreadable) as refused:
            read_clock(value)
        assert refused.value.code == "IE22"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("自定义报表_x_2026-04-20至2026-04-20.xlsx", (20, 20)), ("客服绩效_20260401-20260420.xlsx", (1, 20)),
        ("2026年4月20日.csv", (20, 20)), ("绩效20260420.csv", (20, 20)), ("2026/4.20.csv", (20, 20)),
        ("4月/客服.csv", None),
    ],
)  # fmt: skip
def test_dates_in_file_names(name: str, days: tuple[int, int] | None) -> None:
    expected = None if days is None else tuple(date(2026, 4, day) for day in days)
    assert dates_in_name(name) == expected


def test_a_short_date_in_a_name_needs_the_year() -> None:
    assert dates_in_name("4.20.xlsx") is None
    assert dates_in_name("4.20.xlsx", 2026) == (date(2026, 4, 20),) * 2


def test_words_of_a_cell() -> None:
    assert words_of("售前;售中、售后/直播，x") == ("售前", "售中", "售后", "直播", "x")
    assert words_of("-") == ()


@pytest.mark.parametrize(
    ("called", "known"), [(names.SKILLS, SKILLS), (names.CONTRACTS, CONTRACTS), (names.PHASES, PHASES)]
)
def test_the_english_names_that_the_program_writes_are_read_again(
    called: Mapping[str, str], known: Mapping[str, str]
) -> None:
    assert {id_of(name, known): name for name in called.values()} == called


def test_names_are_compared_without_units_spaces_and_brackets() -> None:
    assert canonical("首次响应(秒)") == canonical("首次响应（秒）") == canonical("首次响应 秒") == "首次响应"
    assert canonical(" HOUR_0 ") == "hour0"


def test_columns_are_lettered_as_in_excel() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
