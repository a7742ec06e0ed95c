"""What the first half hour of a phase may bring, as `forecast` tells it."""

import json
from pathlib import Path

import pytest

from app.commands import run_command

PROMOTIONS = """
[[promotion]]
name = "双11 2026"
[[promotion.phase]]
kind = "预热"
start = 2026-11-06T00:00
end = 2026-11-07T20:00
uplift = 1.2
[[promotion.phase]]
kind = "付尾款"
start = 2026-11-07T20:00
end = 2026-11-07T22:00
uplift = 4
"""


@pytest.fixture
def asked(shop: Path, tmp_path: Path) -> list[str]:
    told = tmp_path / "promotions.toml"
    told.write_text(PROMOTIONS, encoding="utf-8")
    history = ["forecast", str(shop / "history.csv"), "--from", "2026-11-02", "--days", "7", "--interval", "15"]
    return [*history, "--promotions", str(told)]


def test_the_first_half_hour_of_a_burst_is_in_the_json(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run_command([*asked, "--json"])
    (risk,) = json.loads(capsys.readouterr().out)["opening_risk"]
    told = {name: risk[name] for name in ("series", "promotion", "phase", "start", "minutes")}
    start = "2026-11-07T20:00:00"
    assert told == {
        "series": "presale", "promotion": "双11 2026", "phase": "balance", "start": start, "minutes": 30
    }  # fmt: skip
    assert 60 < risk["expected"] < risk["p90"]
    assert 0 < risk["chance"] < 0.5


def test_the_table_tells_it_in_words(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run_command([*asked, "--json"])
    (risk,) = json.loads(capsys.readouterr().out)["opening_risk"]
    run_command(asked)
    told = capsys.readouterr().out
    table = told[told.index("首 30 分钟风险") :]
    (row,) = [line for line in table.splitlines() if "2026-11-07 20:00" in line]
    for part in (
        "双11 2026 付尾款",
        "售前",
        f"{risk['expected']:,.0f}",
        f"{risk['p90']:,.0f}",
        f"{risk['chance']:.0%}",
    ):
        assert part in row
    assert "预热" not in table


def test_without_a_burst_nothing_is_told_of_it(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["forecast", str(shop / "history.csv"), "--from", "2026-11-02", "--days", "7"]
    run_command([*asked, "--json"])
    assert json.loads(capsys.readouterr().out)["opening_risk"] == []
    run_command(asked)
    assert "分钟风险" not in capsys.readouterr().out
