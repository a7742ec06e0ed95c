"""What people know of the days ahead, set and listed by commands."""

import json
from pathlib import Path

import pytest

from app.commands import run_command
from app.files.interchange import outlook_text, read_outlook
from app.project.file import ProjectFile
from forecasts.findings import InputError

TOLD = """
[[promotion]]
name = "双11 2026"
[[promotion.phase]]
kind = "付尾款"
start = 2026-11-03T20:00
end = 2026-11-04T00:00
expected_inquiries = 700
analogs = ["618 2026"]
growth = 1.2
burst = [0.08, 0.05]
[[driver]]
name = "访客"
counts = { 2026-10-31 = 20000, 2026-11-01 = 20500, 2026-11-02 = 30000 }
[[driver]]
name = "订单"
skill = "售后"
kernel = [0.2, 0.5, 0.3]
counts = { "2026-11-02T20:00" = 800 }
[[broadcast]]
name = "达人直播"
start = 2026-11-05T20:00
end = 2026-11-05T22:00
uplift = 1.8
[[override]]
day = 2026-11-06
inquiries = 0
[[override]]
start = 2026-11-07T20:00
end = 2026-11-07T22:00
factor = 1.5
note = "老板说"
[[calendar]]
day = 2026-11-07
kind = "makeup_work"
[[occasion]]
day = 2026-11-20
name = "店庆"
[[occasion]]
day = 2026-12-12
[[kept]]
code = "FC06"
skill = "售前"
day = 2026-09-20
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "outlook.toml"
    path.write_text(TOLD, encoding="utf-8")
    return path


@pytest.fixture
def shop_copy(planned_shop: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.peakroster"
    copy.write_bytes(planned_shop.read_bytes())
    return copy


def test_what_is_set_is_in_the_project_and_comes_out_again(shop_copy: Path, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.toml"
    assert run_command(["outlook", "--project", str(shop_copy), "--set", str(told), "--out", str(out)]) == 0
    assert read_outlook(out) == read_outlook(told)
    with ProjectFile.open(shop_copy) as file:
        assert (file.read().promotions, file.read().outlook) == read_outlook(told)


def test_an_import_lands_the_same(shop_copy: Path, told: Path) -> None:
    assert run_command(["import", str(told), "--project", str(shop_copy)]) == 0
    with ProjectFile.open(shop_copy) as file:
        assert file.read().outlook == read_outlook(told)[1]


def test_the_counts_of_each_kind_come_as_json(shop_copy: Path, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["outlook", "--project", str(shop_copy), "--set", str(told), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert counts["overrides"] == 2
    assert counts["drivers"] == 2
    assert counts["actuals"] == 0


def test_overrides_move_the_stored_forecast(shop_copy: Path, told: Path) -> None:
    assert run_command(["outlook", "--project", str(shop_copy), "--set", str(told)]) == 0
    assert run_command(["forecast", "--project", str(shop_copy)]) in (0, 1)
    with ProjectFile.open(shop_copy) as file:
        made = file.forecast("基准")
    assert made is not None
    volume = next(iter(made.series.values()))
    days = volume.mean.reshape(made.horizon.days, -1).sum(axis=1)
    assert days[4] == 0
    assert days[3] > 0


def test_actuals_correct_the_rest_of_the_day(shop_copy: Path, tmp_path: Path) -> None:
    before = _first_day(shop_copy)
    actuals = tmp_path / "today.csv"
    rows = [f"2026-11-02T{hour:02d}:00,{15 if hour < 9 else 150}" for hour in range(13)]
    actuals.write_text("\n".join(["start,inquiries", *rows]), encoding="utf-8")
    assert run_command(["forecast", "--project", str(shop_copy), "--actuals", str(actuals)]) in (0, 1)
    after = _first_day(shop_copy)
    assert after[:13].tolist() == [15.0] * 9 + [150.0] * 4
    assert after[13:].sum() > 1.2 * before[13:].sum()


def _first_day(path: Path):  # type: ignore[no-untyped-def]  # an array of 24 hours
    with ProjectFile.open(path) as file:
        made = file.forecast("基准")
    assert made is not None
    return next(iter(made.series.values())).p50[:24]


def test_the_backtest_tells_weeks_and_json(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = str(shop / "history.csv")
    arguments = ["backtest", history, "--days", "14", "--origins", "2", "--by-week", "--json"]
    assert run_command(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["week"] for row in told["rows"]} == {None, 1, 2}
    (own,) = (row for row in told["rows"] if row["method"] == "choice" and row["week"] is None)
    assert 0 < own["pinball"] < own["wape"]
    assert run_command(["backtest"]) == 2


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("[[override]]\nday = 2026-11-06\ninquiries = 5\nfactor = 2\n", "IE30"),
        ('[[broadcast]]\nname = "a"\nstart = 2026-11-06T20:00\nend = 2026-11-06T19:00\n', "IE30"),
        ('[[driver]]\nname = "a"\nkernel = [0, 0]\ncounts = { 2026-11-06 = 1 }\n', "IE30"),
        ('[[driver]]\nname = "a"\ncounts = { "someday" = 1 }\n', "IE30"),
        ('[[calendar]]\nday = 2026-11-06\nkind = "holiday"\n', "IE30"),
        ('[[kept]]\ncode = "FC03"\n', "IE30"),
        ("[[overide]]\nday = 2026-11-06\n", "IE29"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_outlook(path)
    assert says in {finding.code for finding in refused.value.findings}


def test_actuals_survive_the_file(tmp_path: Path, told: Path) -> None:
    text = told.read_text(encoding="utf-8") + (
        "[actuals]\nnow = 2026-11-02T10:30\ninterval_minutes = 30\n"
        '[[actuals.series]]\nskill = "presale"\ncounts = { "2026-11-02T10:00" = 12.5 }\n'
    )
    first = tmp_path / "a.toml"
    first.write_text(text, encoding="utf-8")
    promotions, outlook = read_outlook(first)
    second = tmp_path / "b.toml"
    second.write_text(outlook_text(promotions, outlook), encoding="utf-8")
    assert read_outlook(second) == (promotions, outlook)
    assert outlook.actuals is not None
