"""Format profiles: what shapes of table there are and what their columns are called, as data in TOML files.

A profile names its `kind` (what is imported), its `shape` (how it is read), and what a header `needs`: each entry is
a column or several joined by `|` of which one is enough; `hour_columns` and `day_columns` stand for a run of labels.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from app.files.names import canonical
from forecasts.findings import Finding, Level, Place

Document = Mapping[str, Any]
HISTORY_SHAPES = frozenset({"long_rows", "hour_columns", "day_columns", "one_day"})
LIST_KINDS = frozenset({"agents", "absences", "requests", "shifts", "promotions", "drivers", "broadcasts", "goals"})
ATTENDANCE_SHAPES = frozenset({"attendance_month", "attendance_days", "attendance_aside"})


@dataclass(frozen=True, slots=True)
class FormatProfile:
    """One outside file shape."""

    name: str
    kind: str
    shape: str
    needs: tuple[str, ...]
    without: tuple[str, ...] = ()

    def fits(self, present: Iterable[str]) -> bool:
        """Whether a header with these columns is of this shape."""
        there = set(present)
        return not self.missing(there) and not there & set(self.without)

    def missing(self, present: Iterable[str]) -> list[str]:
        """The entries of `needs` that no column meets."""
        there = set(present)
        return [need for need in self.needs if not there & set(need.split("|"))]


@dataclass(frozen=True, slots=True)
class Profiles:
    """All profiles in the order they are tried; column to the names it goes by, the most telling first; names of
    columns to read over (canonical); words that mark a row as a summary; what is wrong with the user's own files.
    """

    profiles: tuple[FormatProfile, ...]
    columns: Mapping[str, tuple[str, ...]]
    read_over: frozenset[str]
    summary: frozenset[str]
    broken: tuple[Finding, ...] = ()

    def with_names(self, chosen: Mapping[str, str]) -> "Profiles":
        """The same profiles knowing also the names that a person gave a meaning: name to column, "" for none."""
        unused = frozenset(canonical(name) for name, column in chosen.items() if not column)
        columns = {
            column: tuple(name for name in names if canonical(name) not in unused)
            for column, names in self.columns.items()
        }
        for name, column in chosen.items():
            if column:
                columns[column] = (name, *columns.get(column, ()))
        return replace(self, columns=columns, read_over=self.read_over | unused)

    def column_names(self, need: str, most: int = 4) -> tuple[str, ...]:
        """The names that a needed column may have, for a message."""
        names = [self.columns[column][0] for column in need.split("|") if self.columns.get(column)]
        more = [name for column in need.split("|") for name in self.columns.get(column, ())[1:]]
        return tuple(dict.fromkeys([*names, *more][:most]))


@cache
def load_profiles(own: Path | None = None) -> Profiles:
    """The profiles that come with the program and the user's own (`profiles` in the settings folder), those first.

    One of the user's that cannot be used is left out and told (IE37, a warning).
    """
    own = own or user_config_path("PeakRoster", appauthor=False) / "profiles"
    broken: list[Finding] = []
    given = _documents(own, broken) if own.is_dir() else {}
    built_in = _documents(Path(str(files("resources"))) / "profiles", broken)
    documents = {**{f"own {name}": document for name, document in given.items()}, **built_in}
    columns: dict[str, tuple[str, ...]] = {}
    for document in documents.values():
        for column, names in document.get("columns", {}).items():
            columns[column] = (*columns.get(column, ()), *names)
    return Profiles(
        profiles=tuple(_profile(name, document) for name, document in documents.items() if "shape" in document),
        columns=columns,
        read_over=frozenset(canonical(name) for name in _words(documents, "columns_read_over")),
        summary=frozenset(_words(documents, "summary_rows")),
        broken=tuple(broken),
    )


def _documents(folder: Path, broken: list[Finding]) -> dict[str, Document]:
    """Name to document of the folder's usable files; what is wrong with the others is added to `broken`."""
    found: dict[str, Document] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            document = tomllib.loads(path.read_text("utf-8"))
            _refuse_unusable(document)
        except (OSError, ValueError) as error:
            broken.append(Finding("IE37", Level.WARNING, Place(path.name), facts={"reason": str(error)}))
        else:
            found[path.stem] = document
    return found


def _refuse_unusable(document: Document) -> None:
    """Raise ValueError for a profile of an unknown kind or shape, or one whose tables or lists are none."""
    tables = [document.get(name, {}) for name in ("columns", "columns_read_over", "summary_rows")]
    if not all(isinstance(table, dict) for table in tables):
        raise ValueError("columns, columns_read_over and summary_rows are tables")
    if "shape" in document:
        kind, shape = document.get("kind"), document["shape"]
        of_kind = {"history": HISTORY_SHAPES, "attendance": ATTENDANCE_SHAPES}
        if shape not in of_kind.get(str(kind), LIST_KINDS & {kind}):
            raise ValueError(f"kind {kind!r}, shape {shape!r}")
    lists = [document.get("needs", []), document.get("without", []), *document.get("columns", {}).values()]
    lists += [table.get("words", []) for table in tables[1:]]
    if not all(isinstance(each, list) and all(isinstance(word, str) for word in each) for each in lists):
        raise ValueError("needs, without, columns and words hold lists of texts")


def _words(documents: Mapping[str, Document], table: str) -> list[str]:
    return [word for document in documents.values() for word in document.get(table, {}).get("words", ())]


def _profile(name: str, document: Document) -> FormatProfile:
    needs, without = tuple(document.get("needs", ())), tuple(document.get("without", ()))
    return FormatProfile(name, document["kind"], document["shape"], needs, without)
