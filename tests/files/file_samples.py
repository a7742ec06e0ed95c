"""Small files as tools and people make them."""

import struct
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.files.preview import ImportPreview
from forecasts.findings import Level
from forecasts.history import SeriesKey

PRESALE = SeriesKey("", "presale")

LONG_ROWS = "时间,咨询量\n2026-10-31 19:30,88\n2026-10-31 20:00,412\n"

AGENTS = (
    "工号,姓名,小组,用工类型,技能,时薪,入职日期,可上班次,熟练度\n"
    "00123,客服01,售前组,全职,售前;售中,32,2025-03-01,早;晚,1\n"
    "P007,客服31,临时组,兼职,售前,26,2026-11-01,4小时,0.6\n"
)
SHIFTS = (
    "代码,名称,开始,结束,休息分钟,休息最早,休息最晚,标签\n"
    "早,早班,08:00,17:00,60,11:00,13:00,early\n"
    "晚,晚班,16:00,01:00,60,18:00,19:30,late\n"
    "夜,夜班,23:00,08:00,60,03:00,05:00,night\n"
    "A5,兼职夜场,20:00,24:00,0,,,late;part_time\n"
)


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def first_sheet(book: Workbook) -> Worksheet:
    """The sheet that a workbook opens with."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def write_xlsx(folder: Path, name: str, rows: Iterable[Sequence[object]], sheet: str = "Sheet1") -> Path:
    book = Workbook()
    first_sheet(book).title = sheet
    for row in rows:
        first_sheet(book).append(list(row))
    path = folder / name
    book.save(path)
    return path


def write_xls(folder: Path, name: str, rows: Sequence[Sequence[str | float]]) -> Path:
    """A real old workbook: BIFF8 records inside a compound file."""
    path = folder / name
    path.write_bytes(_compound(_biff8(rows)))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _biff8(rows: Sequence[Sequence[str | float]]) -> bytes:
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 6))
    name = b"Sheet1"
    cells = b""
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            at = struct.pack("<HHH", number, column, 0)
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                cells += _record(0x204, at + struct.pack("<HB", len(text) // 2, 1) + text)
            else:
                cells += _record(0x203, at + struct.pack("<d", value))
    end = _record(0x0A, b"")
    bound = len(start) + 4 + 8 + len(name) + len(end)
    boundsheet = _record(0x85, struct.pack("<IBBBB", bound, 0, 0, len(name), 0) + name)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    dimensions = _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    return start + boundsheet + end + sheet + dimensions + cells + end


def _compound(stream: bytes) -> bytes:
    size = max(4096, -(-len(stream) // 512) * 512)
    stream = stream.ljust(size, b"\0")
    sectors = size // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return (
        head
        + fat
        + (_entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + _entry("Workbook", 2, 2, size)).ljust(512, b"\0")
        + stream
    )


def _entry(name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", first, size)


def counts(preview: ImportPreview, key: SeriesKey = PRESALE) -> dict[datetime, float]:
    """The counts read, by start."""
    assert preview.history is not None, preview.findings
    series = preview.history.series[key]
    return dict(zip(series.starts.astype("datetime64[s]").tolist(), series.inquiries.tolist(), strict=True))


def codes(preview: ImportPreview, least: Level = Level.NOTICE) -> list[str]:
    levels = list(Level)[: list(Level).index(least) + 1]
    return [finding.code for finding in preview.findings if finding.level in levels]


def errors_of(preview: ImportPreview) -> list[str]:
    return codes(preview, Level.ERROR)
