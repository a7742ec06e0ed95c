from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks import forecast_table


@pytest.fixture
def csv_history(tmp_path: Path) -> Path:
    starts = np.datetime64("2026-03-02", "m") + np.arange(98 * 24) * np.timedelta64(60, "m")
    counts = np.random.default_rng(1).poisson(20 + 15 * np.sin(np.arange(98 * 24) * np.pi / 12))
    lines = [f"{start},{count}" for start, count in zip(starts, counts, strict=True)]
    path = tmp_path / "shop.csv"
    path.write_text("\n".join(["start,inquiries", *lines]), encoding="utf-8")
    return path


def test_the_table_compares_the_product_with_the_classics(
    csv_history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["forecast_table", str(csv_history), "--days", "7", "--origins", "3"])
    forecast_table.main()
    printed = capsys.readouterr().out
    for name in ("product", "mean4", "seasonal naive", "every 60 minutes, 3 origins, 7 days ahead"):
        assert name in printed


def test_special_days_beside_the_history_are_not_compared(csv_history: Path) -> None:
    csv_history.with_suffix(".special_days.csv").write_text("date,end\n2026-06-01,2026-06-03\n", encoding="utf-8")
    left_out = forecast_table.special_days(csv_history)
    actual, scores = forecast_table.measure(forecast_table.read_history(csv_history), left_out, 7, 1)
    assert np.isnan(actual).all(axis=1).sum() == 3
    assert forecast_table.judged(actual, scores["mean4"])[1].intervals == 4


def test_too_short_a_history_is_refused(csv_history: Path) -> None:
    with pytest.raises(SystemExit, match="too few"):
        forecast_table.measure(forecast_table.read_history(csv_history), set(), 30, 50)
