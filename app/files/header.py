"""Which row is the header, and which column means what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.files.grid import Grid, Row, Value, column_letters, filled, text_of
from app.files.names import canonical, without_badge
from app.files.profiles import Profiles
from app.files.values.clock import HourLabel, read_hour_label
from app.files.values.missing import Unreadable
from app.files.values.moment import Calendar, lacks_year, lone_day, read_moment

ROWS_TRIED = 15
FEWEST_NAMES = 2
FEWEST_HOURS = 4
HOURS_OF_A_DAY = 24
COMPACT_DATE = len("20261111")
SERIALS = range(40_000, 60_000)
"""Days of 2009 to 2064 as Excel counts them; a header cell that lost its format."""
_ANY_YEAR = Calendar(2000)  # a label counts as a date whether or not it has a year; 2000 has a 29 February


@dataclass(frozen=True, slots=True)
class Header:
    """`row` is an index from 0. `columns`: column's meaning to index. Hour and day labels by index. `unknown` names
    are of columns that mean nothing to the program; `twice`: name to the indexes at which it stands.
    """

    row: int
    columns: Mapping[str, int]
    names: Mapping[int, str]
    hours: Mapping[int, HourLabel] = field(default_factory=dict)
    days: Mapping[int, Value] = field(default_factory=dict)
    unknown: Sequence[str] = ()
    twice: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def present(self) -> set[str]:
        """What a profile may need."""
        runs = {"hour_columns": self.hours, "day_columns": self.days}
        return set(self.columns) | {name for name, run in runs.items() if run}


def find_header(grid: Grid, profiles: Profiles, chosen: int | None = None) -> Header | None:
    """The best of the first rows: a point for each known name, hour and day label, at least two; ties to the first.
    `chosen`: the row, from 1, that a person pointed at; of several files those that show nothing there have their own.
    """
    if chosen is not None and chosen <= len(grid.rows):
        header = read_header(chosen - 1, grid.rows[chosen - 1], profiles)
        return header if header.present else find_header(grid, profiles) or header
    best: Header | None = None
    most = FEWEST_NAMES - 1
    for number, row in enumerate(grid.rows[:ROWS_TRIED]):
        if filled(row) > most:
            header = read_header(number, row, profiles)
            score = _score(header, profiles)
            if score > most:
                best, most = header, score
    return best


def _score(header: Header, profiles: Profiles) -> int:
    known = {canonical(name) for names in profiles.columns.values() for name in names} | profiles.read_over
    named = sum(1 for name in header.names.values() if name in known or without_badge(name) in known)
    return named + len(header.hours) + len(header.days) if named or header.hours else 0


def read_header(number: int, row: Row, profiles: Profiles) -> Header:
    """What the cells of a row mean if it is the header."""
    names = {index: canonical(text_of(value)) for index, value in enumerate(row) if text_of(value)}
    columns, settled = _columns(names, profiles)
    labels = {index: value for index, value in enumerate(row) if index in names and index not in columns.values()}
    hours = {} if "hour" in columns else _hours(labels)
    days = {} if hours else _days(labels) or _days_of_month(labels, columns)
    if hours and 0 not in names and not columns.keys() & {"date", "hour"}:
        columns["account"] = 0  # a block copied with its row labels: 售前 | 09:00 | 10:00 …
    used = set(columns.values()) | hours.keys() | days.keys()
    unknown = [text_of(row[i]) for i, name in names.items() if i not in used and not _read_over(name, profiles)]
    return Header(number, columns, names, hours, days, unknown, _twice(names, settled))


def _columns(names: Mapping[int, str], profiles: Profiles) -> tuple[dict[str, int], set[str]]:
    """Column to index, and the names of which a person chose one column by its letter, `H:接待人数`."""
    lettered = {canonical(f"{column_letters(index)}:{name}"): index for index, name in names.items()}
    backwards = sorted(names.items(), reverse=True)  # of two columns of one name the first counts
    index_of = {without_badge(name): index for index, name in backwards} | {name: index for index, name in backwards}
    found: dict[str, int] = {}
    settled: set[str] = set()
    for column, aliases in profiles.columns.items():
        taken = {found["date"]} if column == "hour" and "date" in found else set()
        index = next((index_of[n] for n in map(canonical, aliases) if n in index_of and index_of[n] not in taken), -1)
        chosen = lettered.get(canonical(aliases[0])) if aliases and ":" in aliases[0] else None
        if chosen is not None:
            settled.add(names[chosen])
        if chosen is not None or index >= 0:
            found[column] = index if chosen is None else chosen
    return found, settled


def _read_over(name: str, profiles: Profiles) -> bool:
    return name in profiles.read_over or without_badge(name) in profiles.read_over


def _twice(names: Mapping[int, str], settled: Collection[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, name in names.items():
        places.setdefault(name, []).append(index)
    return {name: indexes for name, indexes in places.items() if len(indexes) > 1 and name not in settled}


def _hours(labels: Mapping[int, Value]) -> dict[int, HourLabel]:
    """A run of hour labels that rises from left to right; days 1 … 31 of a month are none."""
    found = {index: label for index, value in labels.items() if (label := read_hour_label(value)) is not None}
    starts = [label.start for label in found.values()]
    days_of_month = any(text_of(value) in {"25", "26", "27", "28"} for value in labels.values())
    rising = all(one < other for one, other in pairwise(starts))
    return found if len(found) >= FEWEST_HOURS and rising and not days_of_month else {}


def _days(labels: Mapping[int, Value]) -> dict[int, Value]:
    return {index: value for index, value in labels.items() if _is_day(value)}


def _days_of_month(labels: Mapping[int, Value], columns: Mapping[str, int]) -> dict[int, Value]:
    """Days of a month counted up, `1` `2` … or `1日` `2日` …, of a table whose rows are hours or accounts."""
    found = {index: day for index, value in labels.items() if (day := lone_day(value)) is not None}
    plain = all(text_of(labels[index]).isdecimal() for index in found)
    counted_up = all(other == one + 1 for one, other in pairwise(found.values()))
    fewest = FEWEST_HOURS if plain else FEWEST_NAMES
    of_rows = "hour" in columns or not plain or len(found) > HOURS_OF_A_DAY
    return {index: labels[index] for index in found} if counted_up and of_rows and len(found) >= fewest else {}


def _is_day(value: Value) -> bool:
    text = text_of(value)
    if text.isdecimal() and len(text) != COMPACT_DATE:
        return int(text) in SERIALS
    if isinstance(value, int | float):
        return False
    try:
        read_moment(value, _ANY_YEAR)
    except Unreadable:
        return False
    return not (isinstance(value, str) and lacks_year(value) and "." in value)
