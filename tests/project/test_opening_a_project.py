import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.project import database
from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.findings import InputError
from tests.project.project_samples import HORIZON

EMPTY = Project("空", HORIZON)


def codes(path: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        ProjectFile.open(path)
    assert all(finding.place.file == path.name for finding in refused.value.findings)
    return [finding.code for finding in refused.value.findings]


def test_a_missing_file_is_told(path: Path) -> None:
    assert codes(path) == ["PF01"]
    assert not path.exists()


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["PF02"]


@pytest.mark.parametrize("content", [b"", "时间,咨询量\n".encode(), b"PK\x03\x04 not a project at all"])
def test_a_file_of_another_kind_is_no_project_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert codes(path) == ["PF03"]
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_project(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE settings(id)")
    connection.commit()
    connection.close()
    assert codes(path) == ["PF03"]


def test_a_file_cut_short_is_told(path: Path) -> None:
    ProjectFile.create(path, EMPTY).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 8000)
    assert codes(path)[0] in {"PF03", "PF05"}


def test_a_project_of_a_newer_program_is_told(path: Path) -> None:
    ProjectFile.create(path, EMPTY).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    assert codes(path) == ["PF04"]


def test_a_file_that_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ProjectFile.create(path, EMPTY).close()
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    assert codes(path) == ["PF06"]


def test_a_file_that_another_program_keeps_locked_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with ProjectFile.create(path, EMPTY) as file:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError) as refused:
            file.change("seats", Project("空", HORIZON, 5))
        other.close()
        assert [finding.code for finding in refused.value.findings] == ["PF07"]
        assert file.read() == EMPTY


def test_a_new_project_never_overwrites_a_file(path: Path) -> None:
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        ProjectFile.create(path, EMPTY)
    assert [finding.code for finding in refused.value.findings] == ["PF09"]
    assert path.read_text(encoding="utf-8") == "precious"


def test_a_new_project_needs_a_folder_that_exists(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        ProjectFile.create(tmp_path / "nowhere" / "a.peakroster", EMPTY)
    assert [finding.code for finding in refused.value.findings] == ["PF10"]


def test_a_project_that_cannot_be_stored_leaves_no_file(path: Path) -> None:
    with pytest.raises(InputError):
        ProjectFile.create(path, Project("空", HORIZON, scenarios=EMPTY.scenarios * 2))
    assert not path.exists()


def test_opening_a_file_twice_does_not_cut_the_first_off(path: Path) -> None:
    """Closing any handle of the file would drop this process's locks; another program then removes the log beneath."""
    with ProjectFile.create(path, EMPTY) as first:
        before = replace(first.read(), name="once")
        first.change("renamed", before)
        ProjectFile.open(path).close()
        script = (
            "from dataclasses import replace; from pathlib import Path; from app.project.file import ProjectFile\n"
            f"with ProjectFile.open(Path({str(path)!r})) as file: file.change('n', replace(file.read(), name='anew'))"
        )
        subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])
        assert path.with_name(f"{path.name}-wal").exists()
        assert first.read() == replace(before, name="anew")
