"""Two programs with one project file: what both changed stays, and neither overwrites the other unseen."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.findings import InputError

DIES_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import text
from app.project.database import writing
from app.project.file import ProjectFile
file = ProjectFile.open(Path(sys.argv[1]))
with writing(file._engine, file.path) as connection:
    connection.execute(text("UPDATE settings SET name = 'half'"))
    connection.execute(text("DELETE FROM agent"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    made = tmp_path / "shop.peakroster"
    ProjectFile.create(made, project).close()
    return made


def read(path: Path) -> Project:
    with ProjectFile.open(path) as file:
        return file.read()


def test_what_two_programs_change_in_different_parts_both_stays(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        seen, also_seen = one.read(), other.read()
        other.change("fewer agents", replace(also_seen, team=also_seen.team[:1]))
        one.change("seats", replace(seen, seat_limit=77))
    assert (read(path).seat_limit, len(read(path).team)) == (77, 1)


def test_a_part_that_another_program_changed_is_not_overwritten(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        seen, also_seen = one.read(), other.read()
        other.change("seats", replace(also_seen, seat_limit=50))
        with pytest.raises(InputError) as refused:
            one.change("seats", replace(seen, seat_limit=77))
    assert [finding.code for finding in refused.value.findings] == ["PF12"]
    assert read(path).seat_limit == 50


def test_the_same_change_made_twice_is_no_conflict(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        seen, also_seen = one.read(), other.read()
        other.change("seats", replace(also_seen, seat_limit=50))
        one.change("seats and name", replace(seen, seat_limit=50, name="新名字"))
    assert (read(path).seat_limit, read(path).name) == (50, "新名字")


def test_after_a_refusal_and_a_new_look_the_change_can_be_made(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        seen, also_seen = one.read(), other.read()
        other.change("seats", replace(also_seen, seat_limit=50))
        with pytest.raises(InputError):
            one.change("seats", replace(seen, seat_limit=77))
        one.change("seats", replace(one.read(), seat_limit=77))
    assert read(path).seat_limit == 77


def test_a_second_change_from_the_same_reading_is_laid_on_the_first_of_the_other_program(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        seen, also_seen = one.read(), other.read()
        other.change("fewer agents", replace(also_seen, team=also_seen.team[:1]))
        one.change("seats", replace(seen, seat_limit=77))
        other.change("name", replace(also_seen, team=also_seen.team[:1], name="新名字"))
    found = read(path)
    assert (found.seat_limit, len(found.team), found.name) == (77, 1, "新名字")


def test_ones_own_changes_leave_the_reading_valid(path: Path) -> None:
    with ProjectFile.open(path) as file:
        seen = file.read()
        for seats in (10, 11):
            seen = replace(seen, seat_limit=seats)
            file.change("seats", seen)
            assert file.is_as_read()
        file.undo()
        file.read()
        file.change("seats", replace(seen, seat_limit=12))
        assert file.is_as_read()


def test_a_change_an_undo_and_a_redo_of_another_program_are_noticed(path: Path) -> None:
    with ProjectFile.open(path) as one, ProjectFile.open(path) as other:
        one.read()
        assert one.is_as_read()
        other.change("seats", replace(other.read(), seat_limit=50))
        assert not one.is_as_read()
        for act in (other.undo, other.redo):
            one.read()
            act()
            assert not one.is_as_read()


def test_a_copy_of_an_open_project_has_everything_and_its_undo(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.peakroster"
    with ProjectFile.open(path) as file:
        file.change("seats", replace(file.read(), seat_limit=50))  # in the write-ahead log so far
        file.copy_to(copy)
        with ProjectFile.open(copy) as copied:
            assert copied.read().seat_limit == 50
            assert copied.undo() == "seats"
        assert file.read().seat_limit == 50
    assert not list(tmp_path.glob(".*"))


def test_a_copy_that_fails_leaves_what_stood_there(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stood = tmp_path / "copy.peakroster"
    stood.write_text("before")

    def full(_draft: Path, _target: Path) -> Path:
        raise OSError(28, "no space")

    monkeypatch.setattr(Path, "replace", full)
    with ProjectFile.open(path) as file, pytest.raises(OSError, match="no space"):
        file.copy_to(stood)
    assert stood.read_text() == "before"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without that signal")
def test_a_program_killed_while_it_writes_leaves_the_project_as_it_was(path: Path) -> None:
    before = read(path)
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    ran = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(path)], env=environment, check=False)
    assert ran.returncode == -signal.SIGKILL
    after = read(path)
    assert (after.name, after.team) == (before.name, before.team)
