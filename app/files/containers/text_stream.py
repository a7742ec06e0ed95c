"""A large text table read line by line, so that it never stands in memory as a whole."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TextIO

from app.files.containers.encoding import candidates, is_text
from app.files.containers.kind import Kind, kind_of
from app.files.containers.opening import is_settings, tells_delimiter
from app.files.containers.text_table import delimiter_of
from app.files.grid import Row

BLOCK = 1 << 20
START = 200_000


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a first look through a file tells: how its letters and columns are written, and its digest."""

    path: Path
    encoding: str
    delimiter: str
    sha256: str
    size: int


def looked_through(path: Path) -> TextFile | None:
    """None when the file is no plain text table. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(4096)
    if kind_of(start) is not Kind.TEXT:
        return None
    encoding = next((each for each in candidates(start) if _decodes(path, each)), None)
    if encoding is None:
        return None
    with path.open(encoding=encoding, newline="") as stream:
        text = stream.read(START)
    if not is_text(text) or is_settings(text) or tells_delimiter(text):
        return None
    return TextFile(path, encoding, delimiter_of(text), _digest(path), path.stat().st_size)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _digest(path: Path) -> str:
    found = sha256()
    for block in _blocks(path):
        found.update(block)
    return found.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


class RowReader:
    """The rows of a text file, so many at a time; `share` of it is read, 0–1."""

    def __init__(self, file: TextFile, stream: TextIO) -> None:
        self._file, self._stream = file, stream
        self._rows = csv.reader(stream, delimiter=file.delimiter)

    def take(self, count: int) -> list[Row]:
        """The next rows, fewer at the end. Raises csv.Error for a field without end."""
        return list(islice(self._rows, count))

    @property
    def share(self) -> float:
        """How far the file is read."""
        return self._stream.buffer.tell() / max(1, self._file.size)


@contextmanager
def rows_of(file: TextFile) -> Iterator[RowReader]:
    """Open it for reading its rows."""
    with file.path.open(encoding=file.encoding, newline="") as stream:
        yield RowReader(file, stream)
