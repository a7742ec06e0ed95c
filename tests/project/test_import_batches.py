from pathlib import Path

import numpy as np
import pytest

from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.history import History, SeriesKey
from tests.project.project_samples import HORIZON, counted

PRESALE = SeriesKey("", "presale")


@pytest.fixture
def file(path: Path) -> ProjectFile:
    return ProjectFile.create(path, Project("空", HORIZON))


def inquiries(file: ProjectFile, key: SeriesKey = PRESALE) -> list[float]:
    return list(map(float, file.read().history.series[key].inquiries))


def test_batches_add_up_to_one_history(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("10月.csv", rows=2), counted("2026-10-01", [1, 2]))
    file.add_batch(ImportBatch("11月.csv", rows=1), counted("2026-11-01", [5]))
    counts = file.read().history.series[PRESALE]
    assert counts.inquiries.tolist() == [1, 2, 5]
    assert counts.starts[-1] == np.datetime64("2026-11-01T00:00")
    assert [batch.source for batch in file.batches()] == ["10月.csv", "11月.csv"]


def test_the_later_batch_wins_where_two_count_the_same_interval(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [1, 2, 3]))
    file.add_batch(ImportBatch("b.csv"), counted("2026-10-01T01:00", [20]))
    assert inquiries(file) == [1, 20, 3]


def test_importing_a_file_again_replaces_its_batch(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [1, 2, 3]))
    corrected = counted("2026-10-01", [1, 3])
    last_hour = counted("2026-10-01T02:00", [3]).series[PRESALE]
    starts = np.concatenate([corrected.series[PRESALE].starts[:1], last_hour.starts])
    file.add_batch(ImportBatch("a.csv"), History(60, {PRESALE: type(last_hour)(starts, np.array([1.0, 3.0]))}))
    assert inquiries(file) == [1, 3]  # the hour that is gone from the file is gone from the history
    assert len(file.batches()) == 1


def test_taking_out_an_import_brings_back_the_one_it_replaced(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [1, 2]))
    again = file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [7, 8]))
    assert inquiries(file) == [7, 8]
    file.remove_batch(again)
    assert inquiries(file) == [1, 2]


def test_every_earlier_import_can_come_back(file: ProjectFile) -> None:
    numbers = [file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [n])) for n in (1, 2, 3)]
    file.remove_batch(numbers[2])
    assert inquiries(file) == [2]
    file.remove_batch(numbers[1])
    assert inquiries(file) == [1]
    file.remove_batch(numbers[0])
    assert file.read().history.series == {}


def test_an_export_of_other_days_under_the_same_name_replaces_nothing(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("近30天.csv"), counted("2026-10-01", [1, 2]))
    file.add_batch(ImportBatch("近30天.csv"), counted("2026-10-01T01:00", [9, 3]))
    assert inquiries(file) == [1, 9, 3]
    assert len(file.batches()) == 2


def test_another_shop_under_the_same_name_replaces_nothing(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [1], shop="A店"))
    file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [2], shop="B店"))
    assert {key.shop for key in file.read().history.series} == {"A店", "B店"}


def test_the_history_is_read_at_its_finest_grain(file: ProjectFile) -> None:
    file.add_batch(ImportBatch("hours.csv"), counted("2026-10-01", [5, 7, 6]))
    file.add_batch(ImportBatch("halves.csv"), counted("2026-10-01T01:00", [1, 2, 4], minutes=30))
    assert file.read().history.interval_minutes == 30
    found = inquiries(file)
    assert found[0] + found[1] == pytest.approx(5)
    assert found[2:4] == [1, 2]  # the hour was counted in both its halves
    assert found[4] + found[5] == pytest.approx(6)  # of this one only half, so the hour is believed


def test_finer_counts_of_the_planned_days_leave_the_grain_of_the_days_before(file: ProjectFile) -> None:
    first = str(file.read().horizon.first_day)
    file.add_batch(ImportBatch("hours.csv"), counted("2026-10-01", [5]))
    file.add_batch(ImportBatch("halves.csv"), counted(f"{first}T01:00", [1, 2, 4], minutes=30))
    history = file.read().history
    assert history.interval_minutes == 60
    assert inquiries(file) == [5, 3]


def test_batch_ids_are_never_used_twice(file: ProjectFile) -> None:
    first = file.add_batch(ImportBatch("a.csv"), counted("2026-10-01", [1]))
    assert inquiries(file) == [1]
    file.remove_batch(first)
    second = file.add_batch(ImportBatch("b.csv"), counted("2026-10-01", [2]))
    assert second != first
    assert inquiries(file) == [2]
