"""The files that a selection of paths means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from forecasts.findings import Finding, InputError, Level, Place

MOST_BYTES = 128 * 1024 * 1024
TEMPORARY = "~$"
"""How Excel and WPS name the lock file of a workbook that is open."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to import; `name` is what people see, with its folder when a folder was picked."""

    path: Path
    name: str

    def content(self) -> bytes:
        """All bytes. Raises OSError."""
        return self.path.read_bytes()


def refuse_if_larger(source: SourceFile) -> None:
    """Raise InputError IE19 for a file beyond what is read, before it is in memory. Raises OSError."""
    size = source.path.stat().st_size
    if size > MOST_BYTES:
        facts = {"variant": "file", "megabytes": size // 1024**2, "most": MOST_BYTES // 1024**2}
        raise InputError([Finding("IE19", place=Place(source.name), facts=facts)])


def digest(content: bytes) -> str:
    """What tells whether two files are the same."""
    return sha256(content).hexdigest()


def sources(paths: Iterable[Path]) -> tuple[list[SourceFile], list[Finding]]:
    """Files in order, folders opened, with what was skipped (IN11) or is not there (IE17, IE18)."""
    found: list[SourceFile] = []
    findings: list[Finding] = []
    for path in paths:
        if path.is_dir():
            inside, skipped = _folder(path)
            found += inside
            findings += skipped
        elif path.exists():
            found.append(SourceFile(path, path.name))
        else:
            findings.append(Finding("IE17", place=Place(file=path.name), value=str(path)))
    return found, findings


def _folder(folder: Path) -> tuple[list[SourceFile], list[Finding]]:
    found: list[SourceFile] = []
    findings: list[Finding] = []
    for path in _files_below(folder):
        name = path.relative_to(folder.parent).as_posix()
        reason = _skipped(path)
        if reason:
            findings.append(Finding("IN11", Level.NOTICE, Place(file=name), facts={"variant": reason}))
        else:
            found.append(SourceFile(path, name))
    if not found:
        findings.append(Finding("IE18", place=Place(file=folder.name)))
    return found, findings


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            yield from _files_below(path)
        elif path.is_file():
            yield path


def _skipped(path: Path) -> str:
    if path.name.startswith(TEMPORARY):
        return "open"
    if path.name.startswith("."):
        return "hidden"
    return "" if path.stat().st_size else "empty"
