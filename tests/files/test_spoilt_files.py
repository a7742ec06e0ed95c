"""Spoilt files: whatever they hold, an answer in sentences, all or nothing taken over. `make fuzz` does it longer."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from app.files.containers.formulas import formulas_without_result
from app.files.reading import read_files
from tests.files.file_samples import errors_of, first_sheet, write_xls
from tests.fuzz.cases import content_of, try_case
from tests.fuzz.seeds import seeds

SEEDS = seeds()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6))
def test_a_spoilt_file_is_taken_over_whole_or_refused_in_sentences(tmp_path: Path, number: int) -> None:
    try_case(content_of(number, 0, SEEDS), number, tmp_path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<html", b"\xff\xfe", b"a,b\n"])
)
def test_random_bytes_are_never_more_than_refused(tmp_path: Path, content: bytes, start: bytes) -> None:
    try_case(start + content, len(content), tmp_path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_text_table_is_read_or_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    text = "日期,咨询人数,客服\n" + "\n".join(",".join(row) for row in rows)
    try_case(text.encode("utf-8", "ignore"), len(text), tmp_path)


def refused(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "a"
    path.write_bytes(content)
    return errors_of(read_files([path]))


def test_a_cell_in_the_far_corner_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    book = Workbook()
    first_sheet(book).append(["日期", "咨询人数"])
    first_sheet(book)["XFD1048576"] = 1
    saved = BytesIO()
    book.save(saved)
    assert refused(tmp_path, saved.getvalue()) == ["IE19"]


def test_a_cell_in_the_far_corner_of_an_old_workbook_is_refused(tmp_path: Path) -> None:
    content = write_xls(tmp_path, "a.xls", [["日期", "咨询人数"], ["2026-10-01", 3.0]]).read_bytes()
    place = content.index(struct.pack("<HHHH", 0x203, 14, 1, 1))
    far = struct.pack("<HHHH", 0x203, 14, 0xFFFF, 0xFFFF)
    assert refused(tmp_path, content[:place] + far + content[place + 8 :]) == ["IE19"]


@pytest.mark.parametrize("at", [44, 64, 72])
def test_an_old_workbook_whose_head_promises_too_many_sectors_is_refused(tmp_path: Path, at: int) -> None:
    content = bytearray(write_xls(tmp_path, "a.xls", [["日期", "咨询人数"], ["2026-10-01", 3.0]]).read_bytes())
    content[at : at + 4] = b"\xff\xff\xff\xfe"
    assert refused(tmp_path, bytes(content)) == ["IE01"]


def test_a_reader_that_panics_is_a_refusal_and_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    content = bytearray(write_xls(tmp_path, "a.xls", [["日期", "咨询人数"], ["2026-10-01", 3.0]]).read_bytes())
    content[80:84] = struct.pack("<I", len(content) // 512 - 1)  # a part of the table in a sector of two bytes
    content += b"\0\0"
    with pytest.raises(BaseException, match="assertion"):  # so the reader panics, else this test says nothing
        CalamineWorkbook.from_filelike(BytesIO(content))
    capfd.readouterr()
    assert refused(tmp_path, bytes(content)) == ["IE01"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("value", ["inf", "1e400", "9999-12-31 24:00", "9" * 400, "0001-01-01"])
def test_what_is_no_day_of_any_calendar_is_told(tmp_path: Path, value: str) -> None:
    assert refused(tmp_path, f"日期,咨询人数\n2026-10-01,1\n{value},3\n".encode()) == ["IE08"]


def test_an_empty_cell_before_a_formula_is_not_taken_for_it() -> None:
    xml = '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"><f>SUM(A1)</f></c><c r="C1"><f>1</f><v>1</v></c></row>'
    assert list(formulas_without_result(xml)) == [(0, 1)]
