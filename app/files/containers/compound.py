"""The stream of sheets inside an old workbook: a compound file keeps it in sectors chained by a table ([MS-CFB])."""

import struct
from collections.abc import Sequence

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks."""
_ENTRY = 128
_NAMES = ("workbook", "book")
_IN_HEAD = 109


def sheets_stream(content: bytes) -> bytes:
    """The records of all sheets, empty when the file is broken or holds no workbook."""
    try:
        return _sheets_stream(content)
    except (struct.error, IndexError):
        return b""


def _sheets_stream(content: bytes) -> bytes:
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
    if any(count > len(content) // size for count in _counts(content)):
        return b""
    first_entry, _, least, first_mini = struct.unpack_from("<IIII", content, 48)
    sectors = content[max(size, 512) :]
    table = _numbers(b"".join(_sector(sectors, size, at) for at in _table_sectors(content, sectors, size)))
    entries = _chain(sectors, size, table, first_entry)
    for at in range(_ENTRY, len(entries), _ENTRY):
        if entries[at : at + 64].decode("utf-16-le", "replace").rstrip("\0").lower() in _NAMES:
            first, length = struct.unpack_from("<II", entries, at + 116)
            if length >= least:
                return _chain(sectors, size, table, first)[:length]
            small = _chain(sectors, size, table, struct.unpack_from("<I", entries, 116)[0])
            return _chain(small, 64, _numbers(_chain(sectors, size, table, first_mini)), first)[:length]
    return b""


def _counts(content: bytes) -> tuple[int, int, int]:
    """How many sectors the head says the tables take; a reader that believes it makes room for as many."""
    return tuple(struct.unpack_from("<I", content, at)[0] for at in (44, 64, 72))


def _table_sectors(content: bytes, sectors: bytes, size: int) -> list[int]:
    """Where the table of chains lies: the first in the head, the rest in sectors of their own."""
    found = list(_numbers(content[76 : 76 + 4 * _IN_HEAD]))
    more = struct.unpack_from("<I", content, 68)[0]
    seen: set[int] = set()
    while more < _END and more not in seen:
        seen.add(more)
        *numbers, more = _numbers(_sector(sectors, size, more)) or (_END,)
        found += numbers
    return [at for at in found if at < _END]


def _chain(sectors: bytes, size: int, table: Sequence[int], at: int) -> bytes:
    found: list[bytes] = []
    while at < len(table) and len(found) <= len(table):
        found.append(_sector(sectors, size, at))
        at = table[at]
    return b"".join(found)


def _sector(sectors: bytes, size: int, at: int) -> bytes:
    return sectors[at * size : (at + 1) * size]


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
