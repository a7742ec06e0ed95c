from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.interchange import (
    read_forecast_csv,
    read_history_csv,
    read_present_csv,
    write_forecast_csv,
    write_history_csv,
    write_requirement_csv,
    write_service_csv,
)
from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.phase_work import PhaseWork
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from tests.files.file_samples import PRESALE, write

DAY = Horizon(date(2026, 11, 11), 1, 60)
HEADER = "start,p10,p50,p90,mean\n"
HOURS = [f"2026-11-11T{hour:02d}:00" for hour in range(24)]


def refused(read: Callable[..., object], *arguments: object) -> list[tuple[str, int | None, str]]:
    with pytest.raises(InputError) as error:
        read(*arguments)
    return [(f.code, f.place.row, f.value) for f in error.value.findings]


starts = st.sets(st.integers(20_000 * 48, 20_600 * 48), min_size=2, max_size=30).map(sorted)
names = st.text(st.characters(categories=("L", "N"), exclude_characters="\x00"), min_size=1, max_size=5)


@st.composite
def histories(draw: st.DrawFn) -> History:
    keys = draw(st.lists(st.builds(SeriesKey, st.just("") | names, names), min_size=1, max_size=3, unique=True))
    series = {}
    for key in keys:
        halves = np.array([*draw(starts), 20_700 * 48 + 1], dtype=np.int64)  # one start on the half hour
        counts = np.array([draw(st.floats(0, 1e6)) for _ in halves])
        series[key] = Counts((halves * 30).astype("datetime64[m]"), counts)
    return History(30, series)


@given(histories())
@settings(max_examples=40, deadline=None)
def test_a_history_written_and_read_is_the_same(tmp_path_factory: pytest.TempPathFactory, history: History) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "round.csv"
    write_history_csv(path, history)
    assert read_history_csv(path) == history


def test_a_history_names_shop_and_skill_only_where_they_say_something(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    counts = Counts(np.array(["2026-11-11T00:30", "2026-11-11T01:00"], dtype="datetime64[m]"), np.array([3.0, 2.5]))
    write_history_csv(path, History(30, {PRESALE: counts}))
    assert path.read_text("utf-8") == "start,inquiries\n2026-11-11T00:30,3\n2026-11-11T01:00,2.5\n"
    write_history_csv(path, History(30, {SeriesKey("A店", "aftersale"): counts}), excel=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfstart,inquiries,shop,skill\n2026-11-11T00:30,3,A")


def test_a_broken_history_is_refused_with_every_row_named(tmp_path: Path) -> None:
    text = "start,inquiries\n2026-02-30T00:00,1\n2026-03-01T00:00,x\n2026-03-01T01:00,-3\n2026-03-01T02:00,4,5\n"
    found = refused(read_history_csv, write(tmp_path, "a.csv", text, "gb18030"))
    assert sorted(found) == [
        ("IE07", 3, "x"),
        ("IE08", 2, "2026-02-30T00:00"),
        ("IE16", 4, "-3"),
        ("IE23", 5, ""),
    ]


def test_one_start_twice_counts_once_or_is_an_error(tmp_path: Path) -> None:
    row = "2026-03-01T00:30,1\n"
    same = read_history_csv(write(tmp_path, "a.csv", "start,inquiries\n" + row * 2))
    assert same.series[PRESALE].inquiries.tolist() == [1]
    found = refused(read_history_csv, write(tmp_path, "b.csv", "start,inquiries\n" + row + "2026-03-01T00:30,2\n"))
    assert found == [("IE06", 3, "2026-03-01 00:30")]


def test_a_start_off_the_grid_is_told(tmp_path: Path) -> None:
    text = "start,inquiries\n2026-03-01T00:00,1\n2026-03-01T00:17,2\n"
    assert refused(read_history_csv, write(tmp_path, "a.csv", text)) == [("IE24", 3, "2026-03-01 00:17")]


def test_a_file_without_history_is_told(tmp_path: Path) -> None:
    assert refused(read_history_csv, write(tmp_path, "a.csv", "start,inquiries\n")) == [("IE34", None, "")]
    assert refused(read_history_csv, tmp_path / "nowhere.csv")[0][0] == "IE17"


def test_a_forecast_written_and_read_is_the_same(tmp_path: Path) -> None:
    middle = np.arange(24.0)
    volume = Volume(middle / 2, middle, middle * 2, middle + 0.125, ("balance",) * 2 + ("",) * 22)
    forecast = Forecast(DAY, {SeriesKey("", "presale"): volume, SeriesKey("", "live"): volume})
    write_forecast_csv(tmp_path / "f.csv", forecast)
    header, first, second, *_ = (tmp_path / "f.csv").read_text("utf-8").splitlines()
    assert header == "start,p10,p50,p80,p90,mean,skill,phase"
    assert first == "2026-11-11T00:00,0,0,0,0,0.125,live,balance"
    assert [float(number) for number in second.split(",")[1:6]] == pytest.approx(
        [0.5, 1, 2 ** (0.8416 / 1.2816), 2, 1.125], abs=1e-4
    )
    found = read_forecast_csv(tmp_path / "f.csv")
    assert found.horizon == DAY
    assert found.series.keys() == forecast.series.keys()
    for key, read in found:
        for name in ("p10", "p50", "p90", "mean"):
            np.testing.assert_array_equal(getattr(read, name), getattr(forecast.series[key], name))
        assert read.phases == volume.phases


def test_a_forecast_keeps_what_its_phases_take_to_serve(tmp_path: Path) -> None:
    middle, work = np.arange(24.0), (PhaseWork(45.5, 12), PhaseWork(None, 4), *[None] * 22)
    volume = Volume(middle, middle, middle, middle, ("balance",) * 2 + ("",) * 22, work=work)
    write_forecast_csv(tmp_path / "f.csv", Forecast(DAY, {PRESALE: volume}))
    header, first, second, third, *_ = (tmp_path / "f.csv").read_text("utf-8").splitlines()
    assert header.endswith(",phase,handling_time_seconds,max_concurrency")
    assert [line.split(",")[-2:] for line in (first, second, third)] == [["45.5", "12"], ["", "4"], ["", ""]]
    assert read_forecast_csv(tmp_path / "f.csv").series[PRESALE].work == work


def test_a_forecast_without_a_mean_or_skill_and_with_more_quantiles(tmp_path: Path) -> None:
    rows = "".join(f"{start},1,2,4,9\n" for start in HOURS)
    found = read_forecast_csv(write(tmp_path, "f.csv", "start,p10,p50,p90,p95\n" + rows, "utf-8-sig"))
    volume = found.series[PRESALE]
    assert volume.mean.tolist() == pytest.approx([0.3 * 1 + 0.4 * 2 + 0.3 * 4] * 24)
    assert set(volume.phases) == {""}


def test_hours_outside_a_forecasts_rows_expect_nobody_but_holes_are_told(tmp_path: Path) -> None:
    rows = [f"{start},1,2,3,2\n" for start in HOURS[9:21]]
    found = read_forecast_csv(write(tmp_path, "f.csv", HEADER + "".join(rows)))
    assert found.series[PRESALE].p50.tolist() == [0] * 9 + [2] * 12 + [0] * 3
    holes = write(tmp_path, "g.csv", HEADER + "".join(rows[:3] + rows[5:]))
    assert refused(read_forecast_csv, holes) == [("IE32", None, "2026-11-11 12:00")]


def test_everything_wrong_in_a_forecast_is_told(tmp_path: Path) -> None:
    assert refused(read_forecast_csv, write(tmp_path, "a.csv", "start,p50\n")) == [("IE04", 1, ""), ("IE04", 1, "")]
    assert refused(read_forecast_csv, write(tmp_path, "b.csv", HEADER)) == [("IE34", None, "")]
    text = HEADER + "2026-11-11T00:00,1,x,3,2\nsoon,1,2,3,2\n"
    assert refused(read_forecast_csv, write(tmp_path, "c.csv", text)) == [("IE08", 3, "soon"), ("IE07", 2, "x")]
    text = HEADER + "2026-11-11T01:00,1,,3,2\n2026-11-11T01:00,1,2,3,2\n"
    assert refused(read_forecast_csv, write(tmp_path, "d.csv", text)) == [
        ("IE06", 3, "2026-11-11 01:00"),
        ("IE35", 2, ""),
    ]


def test_agents_present_by_skill(tmp_path: Path) -> None:
    rows = "".join(f"{start},{hour},售前\n" for hour, start in enumerate(HOURS[:12])) + f"{HOURS[3]},2,aftersale\n"
    present = read_present_csv(write(tmp_path, "p.csv", "start,present,skill\n" + rows), DAY)
    assert present["presale"].tolist() == [*range(12), *[0] * 12]
    assert present["aftersale"].tolist() == [0, 0, 0, 2, *[0] * 20]


def test_requirement_and_service_are_written_with_unknown_values_empty(tmp_path: Path) -> None:
    horizon = Horizon(date(2026, 11, 11), 1, 60)
    curve = np.linspace(0, 2.3, 24)
    service = Service(*[np.where(curve == 0, np.nan, curve)] * 7)
    part = SkillRequirement(curve, curve / 0.85, ("",) + ("service_level",) * 23, service)
    write_requirement_csv(tmp_path / "r.csv", Requirement(horizon, {"presale": part}))
    lines = (tmp_path / "r.csv").read_text("utf-8").splitlines()
    assert lines[0] == (
        "start,skill,base,requirement,binding_goal,service_level,first_response_seconds,average_response_seconds,"
        "reply_rate,backlog"
    )
    assert lines[1] == "2026-11-11T00:00,presale,0,0,,,,,,"
    assert lines[11] == "2026-11-11T10:00,presale,1,1.176471,service_level,1,1,1,1,1"
    write_service_csv(tmp_path / "s.csv", horizon, {"presale": service})
    lines = (tmp_path / "s.csv").read_text("utf-8").splitlines()
    assert lines[0].endswith("reply_rate,backlog,lost,utilisation")
    assert lines[11] == "2026-11-11T10:00,presale,1,1,1,1,1,1,1"
