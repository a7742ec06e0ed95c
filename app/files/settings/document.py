"""A TOML table read key by key. A key that nobody asked for is an error: a misspelt goal would be silently ignored."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar, cast

from app.files.log import Log
from app.files.values.missing import Unreadable
from app.files.values.moment import read_moment

_MINUTES_ONLY = re.compile(r"(?m)^(\s*[\w-]+\s*=\s*)(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?=\s*(?:#.*)?$)")
"""A moment without seconds, which TOML allows from 1.1 on; as a text it reads in any version."""

Table = Mapping[str, Any]
Choice = TypeVar("Choice", str, int)


def read_toml(text: str, log: Log) -> Table:
    """The document, empty when it is not TOML (IE28)."""
    try:
        return tomllib.loads(_MINUTES_ONLY.sub(r'\1"\2"', text))
    except tomllib.TOMLDecodeError as error:
        log.problem("IE28", facts={"reason": str(error)})
        return {}


class Settings:
    """One table of a document. Ask for every key that may be there, then `finish`."""

    def __init__(self, table: Table, log: Log, path: str = "") -> None:
        self._table, self._log, self._path = table, log, path
        self._asked: set[str] = set()

    def _raw(self, key: str) -> Any:
        self._asked.add(key)
        return self._table.get(key)

    def wrong(self, key: str, value: object, expected: str) -> None:
        """Note a value that is not what the key expects (IE30 and what was expected)."""
        shown = value if isinstance(value, str | int | float) else str(value)
        self._log.problem("IE30", path=f"{self._path}{key}", value=shown, facts={"variant": expected})

    def number(self, key: str, least: float = 0.0, most: float = float("inf")) -> float | None:
        """A number in [least, most], None when absent."""
        value = self._raw(key)
        if value is None or (_is_number(value) and least <= value <= most):
            return None if value is None else float(value)
        self.wrong(key, value, "share" if most == 1 else "number")
        return None

    def whole(self, key: str, least: int = 0) -> int | None:
        """A whole number from `least` on, None when absent."""
        value = self._raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= least):
            return value
        self.wrong(key, value, "whole")
        return None

    def numbers(self, key: str) -> list[float] | None:
        """A list of numbers of at least 0, None when absent."""
        value = self._raw(key)
        if value is None or (isinstance(value, list) and all(_is_number(part) and part >= 0 for part in value)):
            return value
        self.wrong(key, value, "numbers")
        return None

    def by_skill(self, key: str) -> Mapping[str, float]:
        """A number for every skill ("" stands for all), or a table of numbers by skill; empty when absent."""
        value = self._raw(key)
        found = {"": value} if _is_number(value) else {} if value is None else value
        if isinstance(found, dict) and all(_is_number(part) for part in found.values()):
            return found
        self.wrong(key, value, "number")
        return {}

    def flag(self, key: str) -> bool | None:
        """True or false, None when absent."""
        value = self._raw(key)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(key, value, "flag")
        return None

    def text(self, key: str) -> str | None:
        """A text, None when absent."""
        value = self._raw(key)
        if value is None or isinstance(value, str):
            return value
        self.wrong(key, value, "text")
        return None

    def texts(self, key: str) -> list[str] | None:
        """A list of texts, or one text; None when absent."""
        value = self._raw(key)
        listed = [value] if isinstance(value, str) else value
        if listed is None or (isinstance(listed, list) and all(isinstance(part, str) for part in listed)):
            return listed
        self.wrong(key, value, "text")
        return None

    def one_of(self, key: str, allowed: Sequence[Choice]) -> Choice | None:
        """One of a few values, None when absent."""
        value = self._raw(key)
        if value is None or (value in allowed and not isinstance(value, bool)):
            return cast("Choice | None", value)
        self._log.problem("IE30", path=f"{self._path}{key}", value=str(value), facts=_one_of(allowed))
        return None

    def moment(self, key: str) -> datetime | None:
        """A local date and time; a date alone is its midnight, `"2026-11-11 24:00"` in quotes the next."""
        value = self._raw(key)
        if value is None:
            return None
        try:
            if isinstance(value, str | date):
                return read_moment(value).replace(tzinfo=None)
        except Unreadable:
            pass
        self.wrong(key, value, "moment")
        return None

    def holds_table(self, key: str) -> bool:
        """Whether the key is there and holds a table."""
        return isinstance(self._table.get(key), dict)

    def table(self, key: str) -> "Settings | None":
        """An inner table, None when absent."""
        value = self._raw(key)
        if value is None or isinstance(value, dict):
            return None if value is None else Settings(value, self._log, f"{self._path}{key}.")
        self.wrong(key, value, "table")
        return None

    def tables(self, key: str) -> Iterator["Settings"]:
        """Each of a list of tables `[[key]]`."""
        value = self._raw(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(part, dict) for part in value)):
            self.wrong(key, value, "tables")
            value = None
        for number, part in enumerate(value or ()):
            yield Settings(part, self._log, f"{self._path}{key}[{number}].")

    def keys(self) -> list[str]:
        """All keys that are there."""
        return list(self._table)

    def needs(self, *keys: str) -> bool:
        """Whether these keys are there; each that is not is noted (IE31)."""
        lacking = [key for key in keys if key not in self._table]
        for key in lacking:
            self._log.problem("IE31", path=f"{self._path}{key}")
        return not lacking

    def finish(self) -> None:
        """Note every key that was not asked for (IE29)."""
        for key in self._table:
            if key not in self._asked:
                known = tuple(sorted(self._asked))
                self._log.problem("IE29", path=f"{self._path}{key}", facts={"known": known})


def _one_of(allowed: Sequence[object]) -> dict[str, object]:
    return {"variant": "one_of", "allowed": tuple(map(str, allowed))}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
