"""History: `start,inquiries[,shop][,skill]`. A missing row is missing, not zero."""

from collections.abc import Iterator
from pathlib import Path

from app.files.choices import ImportChoices
from app.files.interchange.csv_file import number_texts, start_texts, write_csv
from app.files.merging import FileHistory, merged
from app.files.one_file import read_one
from app.files.profiles import load_profiles
from app.files.source import SourceFile, sources
from forecasts.findings import Finding, InputError, Place, refuse_if_any
from forecasts.history import DEFAULT_SKILL, History


def read_history_csv(path: Path) -> History:
    """The history in a file of any shape that an import understands. Raises InputError with everything wrong."""
    refuse_if_any(sources([path])[1])
    content = read_one(SourceFile(path, path.name), ImportChoices(), load_profiles())
    history, findings = merged([FileHistory(path.name, each) for each in content.histories])
    refuse_if_any([*content.findings, *findings])
    if history is None:
        raise InputError([Finding("IE34", place=Place(path.name))])
    return history


def write_history_csv(path: Path, history: History, excel: bool = False) -> None:
    """One row a count, in order of time; shop and skill only where they say something. Raises OSError."""
    with_shop = any(key.shop for key in history.series)
    with_skill = any(key.skill != DEFAULT_SKILL for key in history.series)
    header = ["start", "inquiries", *["shop"] * with_shop, *["skill"] * with_skill]
    rows = sorted(_rows(history, with_shop, with_skill), key=lambda row: (row[0], row[2:]))
    write_csv(path, header, rows, excel)


def _rows(history: History, with_shop: bool, with_skill: bool) -> Iterator[tuple[str, ...]]:
    for key, counts in history:
        names = (*[key.shop] * with_shop, *[key.skill] * with_skill)
        for start, count in zip(start_texts(counts.starts), number_texts(counts.inquiries), strict=True):
            yield start, count, *names
