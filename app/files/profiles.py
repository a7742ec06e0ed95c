"""Format profiles: what shapes of table there are and what their columns are called, as data in TOML files.

A profile names its `kind` (what is imported), its `shape` (how it is read), and what a header `needs`: each entry is
a column or several joined by `|` of which one is enough; `hour_columns` and `day_columns` stand for a run of labels.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from app.files.names import canonical


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
    columns to read over (canonical); words that mark a row as a summary.
    """

    profiles: tuple[FormatProfile, ...]
    columns: Mapping[str, tuple[str, ...]]
    read_over: frozenset[str]
    summary: frozenset[str]

    def column_names(self, need: str, most: int = 4) -> str:
        """The names that a needed column may have, for a message."""
        names = [self.columns[column][0] for column in need.split("|") if column in self.columns]
        more = [name for column in need.split("|") for name in self.columns.get(column, ())[1:]]
        return ", ".join(dict.fromkeys([*names, *more][:most]))


@cache
def load_profiles(own: Path | None = None) -> Profiles:
    """The profiles that come with the program and the user's own (`profiles` in the settings folder), those first."""
    own = own or user_config_path("PeakRoster") / "profiles"
    documents = _documents(Path(str(files("resources"))) / "profiles") | (_documents(own) if own.is_dir() else {})
    columns: dict[str, tuple[str, ...]] = {}
    for document in documents.values():
        for column, names in document.get("columns", {}).items():
            columns[column] = (*columns.get(column, ()), *names)
    read_over = {canonical(name) for name in _words(documents, "columns_read_over")}
    profiles = [_profile(name, document) for name, document in documents.items() if "shape" in document]
    profiles.sort(key=lambda profile: not (own / f"{profile.name}.toml").exists())
    return Profiles(tuple(profiles), columns, frozenset(read_over), frozenset(_words(documents, "summary_rows")))


def _words(documents: Mapping[str, Mapping[str, Any]], table: str) -> list[str]:
    return [word for document in documents.values() for word in document.get(table, {}).get("words", ())]


def _documents(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}


def _profile(name: str, document: Mapping[str, Any]) -> FormatProfile:
    return FormatProfile(
        name, document["kind"], document["shape"], tuple(document["needs"]), tuple(document.get("without", ()))
    )
