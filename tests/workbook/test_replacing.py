from pathlib import Path

import pytest

from app.wording import words
from app.wording.workbook import SENTENCES
from app.workbook.replacing import replacing
from forecasts.findings import InputError


def codes(refused: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_the_file_appears_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.txt") as draft:
        draft.write_text("new")
        assert not (tmp_path / "a.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "new"


def test_a_failure_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(target) as draft:
        draft.write_text(f"half{1 // 0}")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_target_open_in_another_program_is_told_as_wb01(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(draft: Path, target: Path) -> Path:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "replace", locked)
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(InputError) as refused, replacing(target) as draft:
        draft.write_text("new")
    assert codes(refused) == ["WB01"]
    sentence = words("workbook")(SENTENCES["WB01"]).format(**refused.value.findings[0].facts)
    assert sentence == "“a.txt”正被其他程序打开。请先关闭它，或换一个文件名保存。"
    assert target.read_text() == "old"


def test_a_folder_that_cannot_be_made_is_told_as_wb02(tmp_path: Path) -> None:
    (tmp_path / "no").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(InputError) as refused, replacing(tmp_path / "no" / "a.txt"):
        pytest.fail("nothing may be written")
    assert codes(refused) == ["WB02"]


def test_a_full_disk_is_told_as_wb02(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused, replacing(tmp_path / "a.txt"):
        raise OSError(28, "No space left on device")
    assert codes(refused) == ["WB02"]


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    with replacing(tmp_path / "new" / "deep" / "a.txt") as draft:
        draft.write_text("whole", encoding="utf-8")
    assert (tmp_path / "new" / "deep" / "a.txt").read_text(encoding="utf-8") == "whole"
