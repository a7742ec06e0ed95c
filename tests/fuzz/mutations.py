"""Ways to spoil a file: bytes, cells of a text table, parts of a zipped workbook."""

import random
import zipfile
from collections.abc import Sequence
from io import BytesIO

from tests.fuzz.seeds import parts_of

CELLS = (
    "", "-", "nan", "inf", "-inf", "1e400", "-1", "1e18", "9" * 400, "12,5", "1,204", "1.2万", "（3）", "٣", "²", "½",
    "=1+1", '="00123"', "=?", "@cmd", "#N/A", "#REF!", "2026-02-30", "0001-01-01", "9999-12-31", "9999-12-31 24:00",
    "24:00", "25:00", "23:59:60", "13/13", "2/29", "11/9-11/3", "1-99999999", "80000", "46337.5", "1900-01-00",
    "汇总", "合计",
    "hour23", "0", "1", "00:00-24:00", "24", "客服01", "客服,02", '"', "\u202e", "\ufeff", "\x00", "\ud800", "🙂" * 30,
    "早" * 5000, "售前；售中", "99小时", "100%", "1000%", "-5%", "3天4小时", "年",
    "9999年12月", "0年0月", "２０２６", "2026年13月",
)  # fmt: skip
TOKENS = (
    b"<row", b"</row>", b'r="XFD1048576"', b'r="A0"', b'r=""', b"<f>", b"<v>", b"</v>", b't="s"', b't="e"', b't="d"',
    b'<mergeCell ref="A1:XFD1048576"/>', b'<dimension ref="A1:XFD1048576"/>', b"<!DOCTYPE x [<!ENTITY a 'aa'>]>",
    b"&a;", b"<v>1e999</v>", b"<v>99999999</v>", b"rowspan=99999999", b"colspan=99999999", b'ss:Index="99999999"',
    b"<table>", b"</table>", b"<tr>", b"<td>", b"\xff\xff\xff\xff", b"\x00" * 64, b"[[promotion]]\n", b"\n\n[a.b]\n",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
MOST_BYTES = 60_000


def spoilt(content: bytes, others: Sequence[bytes], luck: random.Random) -> bytes:
    """A file made from another by one to eight changes."""
    for _ in range(luck.choice((1, 1, 2, 3, 5, 8))):
        change = luck.choice((_bytes, _bytes, _table, _table, _table, _zip, _zip, _spliced))
        content = change(content, others, luck)[:MOST_BYTES]
    return content


def _bytes(content: bytes, _others: Sequence[bytes], luck: random.Random) -> bytes:
    at, to = sorted(luck.randrange(len(content) + 1) for _ in range(2))
    to = min(to, at + luck.choice((0, 1, 2, 4, 16, 200)))
    piece = luck.choice(
        (b"", luck.randbytes(luck.randrange(8)), luck.choice(TOKENS), content[at:to] * luck.randrange(20))
    )
    return content[:at] + piece + content[to:]


def _spliced(content: bytes, others: Sequence[bytes], luck: random.Random) -> bytes:
    other = luck.choice(others)
    return content[: luck.randrange(len(content) + 1)] + other[luck.randrange(len(other)) :]


def _table(content: bytes, _others: Sequence[bytes], luck: random.Random) -> bytes:
    """A cell, row or column of a text table changed, the text then written in any encoding."""
    text = content.decode(luck.choice(ENCODINGS), "ignore")
    between = luck.choice("\t,,,;|")
    rows = [line.split(between) for line in text.split("\n")]
    for _ in range(luck.choice((1, 1, 2, 6))):
        number = luck.randrange(len(rows))
        row, cell = rows[number], luck.choice(CELLS)
        column = luck.randrange(len(row))
        match luck.randrange(7):
            case 0 | 1 | 2:
                row[column] = cell
            case 3:
                row.insert(column, cell)
            case 4:
                rows.insert(luck.randrange(len(rows)), list(row))
            case 5:
                del rows[number][column:]
                rows[number] = rows[number] or [""]
            case _:
                other = rows[luck.randrange(len(rows))]
                row[column] = luck.choice(other)
    return "\n".join(between.join(row) for row in rows).encode(luck.choice(ENCODINGS), "ignore")


def _zip(content: bytes, others: Sequence[bytes], luck: random.Random) -> bytes:
    """A part of a workbook changed and zipped again, so that the change reaches the reader behind the zip."""
    parts = parts_of(content)
    if not parts:
        return _bytes(content, others, luck)
    name = luck.choice(list(parts))
    if luck.randrange(12) == 0:
        del parts[name]
    else:
        parts[name] = _bytes(parts[name], others, luck)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return packed.getvalue()
