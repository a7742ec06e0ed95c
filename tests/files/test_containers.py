import struct
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from app.files.reading import read_files
from tests.files.file_samples import LONG_ROWS, counts, errors_of, first_sheet, write, write_xls, write_xlsx

EXPECTED = {datetime(2026, 10, 31, 19, 30): 88, datetime(2026, 10, 31, 20): 412}
ROWS: list[list[str | float]] = [["时间", "咨询量"], ["2026-10-31 19:30", 88], ["2026-10-31 20:00", 412]]
HTML = (
    '<html><meta charset="gbk"><style>td{color:red}</style><table><tr><td>时间</td><td>咨询量</td></tr>'
    "<tr><td>2026-10-31 19:30<td>88</tr><tr><td>2026-10-31<br>20:00</td><td>412</td></tr></table></html>"
)
SPREADSHEETML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>'
    '<Row><Cell><Data ss:Type="String">时间</Data></Cell><Cell ss:Index="3"><Data>咨询量</Data></Cell></Row>'
    '<Row><Cell><Data>2026-10-31 19:30</Data></Cell><Cell ss:Index="3"><Data>88</Data></Cell></Row>'
    '<Row><Cell><Data>2026-10-31 20:00</Data></Cell><Cell ss:Index="3"><Data>412</Data></Cell></Row>'
    "</Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.xls"])
def test_text_reads_alike_in_every_encoding_with_every_delimiter(
    tmp_path: Path, encoding: str, delimiter: str, name: str
) -> None:
    path = write(tmp_path, name, LONG_ROWS.replace(",", delimiter), encoding)
    assert counts(read_files([path])) == EXPECTED


@pytest.mark.parametrize("text", [HTML, "\n  " + HTML, SPREADSHEETML])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_web_page_named_xls_reads_as_its_table_whatever_charset_it_claims(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert counts(read_files([write(tmp_path, "a.xls", text, encoding)])) == EXPECTED


def test_workbooks_read_alike_whatever_their_name(tmp_path: Path) -> None:
    for path in (
        write_xlsx(tmp_path, "a.xlsx", ROWS),
        write_xlsx(tmp_path, "b.xlsx", [["", ""], ["十月咨询量", ""], *ROWS]),
        write_xlsx(tmp_path, "c.xlsx", [["时间", "咨询量"], *((k, v) for k, v in EXPECTED.items())]),
        write_xlsx(tmp_path, "d.xlsx", ROWS).rename(tmp_path / "d.xls"),
        write_xls(tmp_path, "e.xls", ROWS),
        write_xls(tmp_path, "f.xls", ROWS).rename(tmp_path / "f.csv"),
    ):
        assert counts(read_files([path])) == EXPECTED, path.name


def test_quoted_fields_may_hold_delimiters_and_line_breaks(tmp_path: Path) -> None:
    text = '时间,咨询量,备注\n2026-10-31 19:30,"1,204","第一行\n第二行, 完"\n'
    assert counts(read_files([write(tmp_path, "a.csv", text)])) == {datetime(2026, 10, 31, 19, 30): 1204}


def test_a_text_formula_stands_for_its_text(tmp_path: Path) -> None:
    text = '工号,姓名,技能\n="00123",客服01,售前\n'
    assert read_files([write(tmp_path, "a.csv", text)]).team[0].id == "00123"


def test_an_id_typed_as_a_number_has_no_decimal_point(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, "a.xlsx", [["工号", "姓名", "技能"], [20260001, "客服01", "售前"]])
    assert read_files([path]).team[0].id == "20260001"


def test_merged_cells_hold_their_value_in_every_row(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows: list[list[object]] = [["店铺", "日期", "咨询人数"], ["A店", "2026-10-01", 5], [None, "2026-10-02", 6]]
    path = write_xlsx(tmp_path, "a.xlsx", rows)
    book = load_workbook(path)
    first_sheet(book).merge_cells("A2:A3")
    book.save(path)
    history = read_files([path]).history
    assert history is not None
    assert [(key.shop, len(series)) for key, series in history] == [("A店", 2)]


def broken(path: Path) -> list[str]:
    preview = read_files([path])
    assert preview.history is None
    return errors_of(preview)


def test_files_that_are_no_table_are_told_apart(tmp_path: Path) -> None:
    for content, code in (
        (b"", "IE20"),
        (b"\xef\xbb\xbf \r\n\t", "IE20"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "IE21"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "IE21"),
        (b"PK\x03\x04" + b"no zip at all", "IE01"),
        (b"\xd0\xcf\x11\xe0" + b"no workbook", "IE01"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "IE02"),
        (bytes(range(1, 32)) * 20, "IE01"),
        (b"\x81" * 301, "IE01"),
        ("随便写的一段话\n没有表头\n".encode(), "IE03"),
        (b"<html><body>login</body></html>", "IE03"),
    ):
        path = tmp_path / "a.xlsx"
        path.write_bytes(content)
        assert broken(path) == [code], content[:20]


def test_a_zip_that_is_no_workbook_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert broken(path) == ["IE01"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, "a.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")  # the directory says that the first part unpacks to 3 GB
    content[at + 24 : at + 28] = struct.pack("<I", 3 * 2**30)
    path.write_bytes(content)
    preview = read_files([path])
    assert [(f.code, f.facts["megabytes"]) for f in preview.findings] == [("IE19", 3072)]


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    preview = read_files([tmp_path / "nowhere.csv", tmp_path / "空"])
    assert [(f.code, f.place.file) for f in preview.findings] == [("IE17", "nowhere.csv"), ("IE18", "空")]
    assert not preview.acceptable
