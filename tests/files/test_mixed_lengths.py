"""One file that counts by intervals of different lengths: days of longer ones are spread, single slips refused."""

from datetime import datetime, timedelta
from pathlib import Path

from app.files.preview import ImportPreview
from app.files.reading import read_files
from tests.files.file_samples import PRESALE, write

FIRST = datetime(2026, 10, 1)


def rows(first: datetime, days: int, minutes: int) -> list[str]:
    moments = (first + timedelta(minutes=minutes * number) for number in range(days * 1440 // minutes))
    return [f"{moment:%Y-%m-%d %H:%M},{moment.hour + 1}" for moment in moments]


def read(folder: Path, lines: list[str]) -> ImportPreview:
    return read_files([write(folder, "a.csv", "\n".join(["时间,咨询量", *lines]))])


def test_days_counted_by_the_hour_beside_half_hours_are_spread_and_keep_their_sums(tmp_path: Path) -> None:
    preview = read(tmp_path, rows(FIRST, 3, 60) + rows(FIRST + timedelta(days=3), 4, 30))
    assert [(finding.code, finding.facts["count"]) for finding in preview.findings] == [("IN30", 3)]
    assert preview.history is not None
    assert preview.history.interval_minutes == 30
    counts = preview.history.series[PRESALE]
    assert len(counts) == 7 * 48
    assert counts.inquiries[:4].tolist() == [0.5, 0.5, 1, 1]
    assert counts.inquiries[: 3 * 48].sum() == 3 * 300
    assert counts.inquiries[3 * 48 :].sum() == 4 * 600


def test_a_day_with_few_inquiries_is_not_taken_for_one_of_longer_intervals(tmp_path: Path) -> None:
    sparse = ["2026-10-04 09:00,1", "2026-10-04 13:00,2", "2026-10-04 20:00,1"]
    preview = read(tmp_path, rows(FIRST, 3, 30) + sparse)
    assert preview.history is not None
    assert preview.history.series[PRESALE].inquiries[-3:].tolist() == [1, 2, 1]


def test_one_row_between_the_hours_is_refused_with_its_row(tmp_path: Path) -> None:
    preview = read(tmp_path, [*rows(FIRST, 7, 60), "2026-10-07 20:10,7"])
    assert [(finding.code, finding.place.row) for finding in preview.findings] == [("IE42", 170)]
    assert preview.history is None


def test_an_hour_that_comes_twice_when_clocks_are_set_back_is_told_as_such(tmp_path: Path) -> None:
    lines = rows(datetime(2026, 10, 20), 7, 60)
    preview = read(tmp_path, [*lines, "2026-10-25 02:00,9"])
    assert [(finding.code, finding.facts["variant"]) for finding in preview.findings] == [("IE06", "clock")]


def test_fractions_are_kept_and_told(tmp_path: Path) -> None:
    lines = rows(FIRST, 2, 60)
    preview = read(tmp_path, [lines[0], "2026-10-01 01:00,7.25", *lines[2:]])
    assert [(finding.code, finding.facts["row"]) for finding in preview.findings] == [("IN31", 3)]
    assert preview.history is not None
    assert preview.history.series[PRESALE].inquiries[1] == 7.25
