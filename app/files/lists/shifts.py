"""The team's shifts: 代码,名称,开始,结束,休息分钟,休息最早,休息最晚,标签."""

from dataclasses import dataclass
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.table import Table
from app.files.values.clock import read_clock, read_span
from app.files.values.missing import Unreadable, is_missing
from app.files.values.number import read_count
from app.files.values.several import words_of
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.shift import Break, Shift

Clocks = tuple[int, int]


def read_shifts(table: Table) -> tuple[Shift, ...]:
    """Shifts in the list's order, the code as id. An end not after the start lies on the next day.

    A break without a window is put in the middle of the shift.
    """
    times, breaks = _times(table), _breaks(table)
    names, tags = table.texts("shift_name"), table.values("tags")
    shifts: list[Shift] = []
    first: dict[str, tuple[int, Shift]] = {}
    rows = zip(table.numbers, _codes(table), times, breaks, names, tags, strict=True)
    for number, code, clocks, pause, name, words in rows:
        if clocks is None or not code:
            table.log.problem("IE27", number)
            continue
        start, end = clocks
        span = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
        taken = pause.in_shift(start, span)
        paid = span - sum(each.minutes for each in taken)
        tagged = frozenset(words_of(words))
        shift = Shift(code, start % MINUTES_PER_DAY, span, paid, taken, tagged, code, name or code)
        other_row, other = first.setdefault(code, (number, shift))
        if other != shift:
            table.log.problem("IE27", number, value=code, facts={"variant": "twice", "other_row": other_row})
            continue
        shifts.append(shift)
    return tuple(shifts)


@dataclass(frozen=True, slots=True)
class _Pause:
    """A break as a list tells it: its length, and the clock times between which it begins."""

    minutes: int
    earliest: int | None
    latest: int | None

    def in_shift(self, start: int, span: int) -> tuple[Break, ...]:
        """The break of a shift, none without minutes."""
        if not self.minutes:
            return ()
        if self.earliest is None:
            middle = start + (span - self.minutes) // 2 // 30 * 30
            return (Break(self.minutes, middle, middle),)
        earliest = _inside(self.earliest, start)
        return (Break(self.minutes, earliest, earliest if self.latest is None else _inside(self.latest, start)),)


def _codes(table: Table) -> list[str]:
    """The code, else the name without 班 at its end."""
    named = zip(*(table.texts(column) for column in ("shift_code", "shift_name", "shift")), strict=True)
    return [code or _short(name or shift) for code, name, shift in named]


def _short(name: str) -> str:
    return name.removesuffix("班") or name


def _times(table: Table) -> list[Clocks | None]:
    """Start and end of each row, of two columns or of one (`09:00-18:00`)."""
    starts, ends = table.parsed("starts_at", read_clock), table.parsed("ends_at", read_clock)
    if table.has("starts_at") and table.has("ends_at"):
        pairs = zip(starts, ends, strict=True)
        return [None if start is None or end is None else (start, end) for start, end in pairs]
    return table.parsed("shift_span", _span)


def _span(value: Value) -> Clocks | None:
    return None if is_missing(value) else read_span(value)


def _breaks(table: Table) -> list[_Pause]:
    minutes = table.parsed("break_minutes", read_count)
    spans = table.parsed("break_span", _minutes_or_span)
    windows = zip(table.parsed("break_earliest", read_clock), table.parsed("break_latest", read_clock), strict=True)
    return [
        _Pause(int(length or 0), *window) if length or span is None else span
        for length, span, window in zip(minutes, spans, windows, strict=True)
    ]


def _minutes_or_span(value: Value) -> _Pause | None:
    """`12:00-13:00`, or the minutes of a break that lies anywhere."""
    if is_missing(value):
        return None
    try:
        return _Pause(int(read_count(value) or 0), None, None)
    except Unreadable:
        start, end = read_span(normalize("NFKC", text_of(value)))
        return _Pause((end - start) % MINUTES_PER_DAY, start, start)


def _inside(clock: int, start: int) -> int:
    """A clock time before the shift's start is one of the next day."""
    return clock + MINUTES_PER_DAY if clock < start else clock
