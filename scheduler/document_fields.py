"""Reading one level of a JSON document, key by key, collecting every finding with the path it belongs to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches

from forecasts.findings import Finding, Level, Place, refuse_if_any

_MISSING = object()
MOST_NAMED = 12
LARGEST = 10**9
"""More of anything, minutes, agents or yuan, is a slip; sums of such numbers stay exact."""


@dataclass
class Findings:
    """Everything found wrong so far in one document."""

    file: str = ""
    found: list[Finding] = field(default_factory=list)
    read: list["Fields"] = field(default_factory=list)

    def add(self, code: str, path: str, value: object = "", level: Level = Level.ERROR, **facts: object) -> None:
        """Note one finding; `value` is what stood there."""
        self.found.append(Finding(code, level, Place(self.file, path=path), str(value)[:80], facts))

    def finish(self) -> None:
        """Call when all is read: report the keys nobody asked for. Raises InputError when there is an error."""
        for fields in self.read:
            fields.report_unknown_keys()
        refuse_if_any(self.found)


class Fields:
    """The keys of one JSON object. Each reading method takes a key and gives its value or the default; whatever is
    wrong becomes a finding and reads as the default.
    """

    def __init__(self, value: object, path: str, findings: Findings) -> None:
        self.path, self.findings = path, findings
        self._asked: set[str] = set()
        self._values: dict[str, object] = {}
        if isinstance(value, dict):
            self._values = value
        else:
            findings.add("RP01", path, value)
        findings.read.append(self)

    def at(self, key: str) -> str:
        """JSON path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        self._asked.add(key)
        return key in self._values

    def report_unknown_keys(self) -> None:
        """Report unknown keys, with the known keys nearest to them."""
        for key in self._values:
            if key not in self._asked:
                near = get_close_matches(str(key), sorted(self._asked), 3) or sorted(self._asked)
                self.findings.add("RP03", self.at(str(key)), key, known=tuple(near))

    def raw(self, key: str, *, required: bool = False) -> object:
        """The value as it stands; None when absent."""
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if required:
                self.findings.add("RP02", self.at(key), key=key)
            return None
        return value

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A string; a required one may not be empty."""
        value = self.raw(key, required=required)
        if value is None and not self._given(key):
            return default
        if isinstance(value, str) and (value or not required):
            return value
        self.findings.add("RP26", self.at(key), value)
        return default

    def number(self, key: str, default: float = 0.0, *, required: bool = False) -> float:
        """A finite number, zero or more."""
        value = self.raw(key, required=required)
        if value is None and not self._given(key):
            return default
        read = read_number(value, self.at(key), self.findings)
        return default if read is None else read

    def whole(self, key: str, *, least: int = 0, most: int = LARGEST, required: bool = False) -> int | None:
        """A whole number inside least … most; None when absent."""
        value = self.raw(key, required=required)
        if value is None and not self._given(key):
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
            self.findings.add("RP28", self.at(key), value)
            return None
        if value < least or value > most:
            code = "RP05" if value < least and most == LARGEST else "RP30"
            self.findings.add(code, self.at(key), value, least=least, most=most)
            return None
        return int(value)

    def day(self, key: str, days: int) -> int | None:
        """A day number of the horizon."""
        number = self.whole(key, least=-(10**9), required=True)
        if number is not None and not 0 <= number < days:
            self.findings.add("RP11", self.at(key), number, days=days)
            return None
        return number

    def clock(self, key: str) -> int | None:
        """A required time of day `HH:MM`, in minutes from midnight."""
        value = self.raw(key, required=True)
        if not self._given(key):
            return None
        minute = read_clock(value)
        if minute is None:
            self.findings.add("RP06", self.at(key), value)
        return minute

    def calendar_day(self, key: str) -> date | None:
        """A required date `YYYY-MM-DD`."""
        value = self.raw(key, required=True)
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self._refuse("RP07", key, value)
            return None

    def moment(self, key: str) -> datetime | None:
        """A required local moment `YYYY-MM-DDTHH:MM`."""
        value = self.raw(key, required=True)
        try:
            read = datetime.fromisoformat(str(value))
        except ValueError:
            read = None
        if read is None or read.tzinfo is not None:
            self._refuse("RP08", key, value)
            return None
        return read

    def one_of(self, key: str, allowed: Sequence[object]) -> object | None:
        """A required value out of a few."""
        value = self.raw(key, required=True)
        if self._given(key) and (isinstance(value, bool) or value not in allowed):
            self.findings.add("RP14", self.at(key), value, allowed=tuple(map(str, allowed)))
            return None
        return value

    def known(self, key: str, names: Sequence[str], kind: str, *, or_null: bool = False) -> str | None:
        """A required name out of the document's own; null where allowed."""
        value = self.raw(key, required=True)
        if not self._given(key) or (value is None and or_null):
            return None
        return read_name(value, names, kind, self.at(key), self.findings)

    def items(self, key: str, *, required: bool = False) -> list[object]:
        """A list; empty when absent."""
        value = self.raw(key, required=required)
        if value is None and not self._given(key):
            return []
        if isinstance(value, list):
            return value
        self.findings.add("RP25", self.at(key), value)
        return []

    def texts(self, key: str) -> list[str]:
        """A list of strings; empty when absent."""
        values = self.items(key)
        for position, value in enumerate(values):
            if not isinstance(value, str):
                self.findings.add("RP26", f"{self.at(key)}[{position}]", value)
        return [value for value in values if isinstance(value, str)]

    def children(self, key: str, *, required: bool = False) -> "list[Fields]":
        """The objects of a list."""
        path, values = self.at(key), self.items(key, required=required)
        children = [Fields(value, f"{path}[{position}]", self.findings) for position, value in enumerate(values)]
        return [child for child, value in zip(children, values, strict=True) if isinstance(value, dict)]

    def child(self, key: str, *, required: bool = False) -> "Fields | None":
        """The object under a key; None when absent."""
        value = self.raw(key, required=required)
        if not self._given(key):
            return None
        child = Fields(value, self.at(key), self.findings)
        return child if isinstance(value, dict) else None

    def mapping(self, key: str) -> dict[str, object]:
        """An object whose keys are names of the document's own."""
        value = self.raw(key)
        if value is None and not self._given(key):
            return {}
        if isinstance(value, dict):
            return value
        self.findings.add("RP01", self.at(key), value)
        return {}

    def _given(self, key: str) -> bool:
        return key in self._values

    def _refuse(self, code: str, key: str, value: object) -> None:
        """A finding, unless the key is missing and that has been told."""
        if self._given(key):
            self.findings.add(code, self.at(key), value)


def read_number(value: object, path: str, findings: Findings) -> float | None:
    """A finite number, zero or more; otherwise None and a finding."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < math.inf:
        findings.add("RP27", path, value)
        return None
    if not 0 <= value <= LARGEST:
        findings.add("RP05" if value < 0 else "RP30", path, value, least=0, most=LARGEST)
        return None
    return float(value)


def read_name(value: object, names: Sequence[str], kind: str, path: str, findings: Findings) -> str | None:
    """One of the document's own names; otherwise None and a finding."""
    if isinstance(value, str) and value in names:
        return value
    if not isinstance(value, str):
        findings.add("RP26", path, value)
        return None
    near = get_close_matches(value, names, 3) or names[:MOST_NAMED]
    findings.add("RP10" if kind == "shift" else "RP23", path, value, known=tuple(near))
    return None


def read_clock(value: object) -> int | None:
    """Minutes from midnight of `HH:MM`; None when it is not one."""
    if not isinstance(value, str) or len(value) != 5 or value[2] != ":":
        return None
    hours, minutes = value[:2], value[3:]
    if not (hours.isdecimal() and minutes.isdecimal()) or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def clock(minute: int) -> str:
    """`HH:MM` of minutes from midnight, also past 24 hours."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
