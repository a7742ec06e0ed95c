"""`simulate` from file to file."""

import csv
import json
from pathlib import Path

import pytest

from app.start import main
from app.wording import choose_language

INTERVALS = [f"2026-11-11T{hour:02}:00" for hour in range(24)]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    choose_language("en")
    forecast, present, out = (tmp_path / name for name in ("forecast.csv", "present.csv", "service.csv"))
    forecast.write_text("\n".join(["start,p10,p50,p90", *(f"{start},40,60,90" for start in INTERVALS)]), "utf-8")
    present.write_text("\n".join(["start,present", *(f"{start},3" for start in INTERVALS)]), "utf-8")
    return forecast, present, out


def simulate(files: tuple[Path, Path, Path], *more: str) -> int:
    forecast, present, out = (str(path) for path in files)
    return main(["simulate", forecast, "--agents-present", present, "--out", out, *more])


def test_the_service_of_every_interval_is_written_and_the_whole_is_shown(
    files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert simulate(files, "--replications", "3", "--seed", "1") == 0
    with files[2].open(encoding="utf-8") as written:
        rows = list(csv.DictReader(written))
    assert [row["start"] for row in rows] == INTERVALS
    assert all(0.5 < float(row["service_level"]) <= 1 for row in rows)
    shown = capsys.readouterr().out
    assert "Service level" in shown
    assert "±" in shown


def test_the_same_seed_writes_the_same_file(files: tuple[Path, Path, Path]) -> None:
    simulate(files, "--replications", "2", "--seed", "5")
    first = files[2].read_bytes()
    simulate(files, "--replications", "2", "--seed", "5")
    assert files[2].read_bytes() == first
    simulate(files, "--replications", "2", "--seed", "6")
    assert files[2].read_bytes() != first


def test_progress_is_one_object_a_line(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    simulate(files, "--replications", "2", "--progress")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert lines == [{"step": "simulate", "done": 0.5}, {"step": "simulate", "done": 1.0}]


def test_no_replication_is_bad_input(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        simulate(files, "--replications", "0")
    assert "--replications" in capsys.readouterr().err
    assert not files[2].exists()
