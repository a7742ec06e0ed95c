"""The team's shifts: 代码,名称,开始,结束,休息分钟,休息最早,休息最晚,标签."""

from app.files.table import Table
from app.files.values.clock import read_clock
from app.files.values.number import read_count
from app.files.values.several import words_of
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.shift import Break, Shift


def read_shifts(table: Table) -> tuple[Shift, ...]:
    """Shifts in the list's order, the code as id. An end not after the start lies on the next day.

    A break without a window is put in the middle of the shift.
    """
    starts, ends = table.parsed("starts_at", read_clock), table.parsed("ends_at", read_clock)
    pauses = table.parsed("break_minutes", read_count)
    windows = zip(table.parsed("break_earliest", read_clock), table.parsed("break_latest", read_clock), strict=True)
    rows = zip(table.numbers, table.texts("shift_code"), starts, ends, pauses, windows, strict=True)
    names, tags = table.texts("shift_name"), table.values("tags")
    shifts = []
    for position, (number, code, start, end, pause, window) in enumerate(rows):
        if start is None or end is None or not code:
            table.log.problem("IE27", number)
            continue
        span = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
        breaks = (_break(start, span, int(pause), window),) if pause else ()
        paid = span - sum(each.minutes for each in breaks)
        tagged = frozenset(words_of(tags[position]))
        shifts.append(Shift(code, start % MINUTES_PER_DAY, span, paid, breaks, tagged, code, names[position] or code))
    return tuple(shifts)


def _break(start: int, span: int, minutes: int, window: tuple[int | None, int | None]) -> Break:
    earliest, latest = window
    if earliest is None:
        middle = start + (span - minutes) // 2 // 30 * 30
        return Break(minutes, middle, middle)
    earliest = _inside(earliest, start)
    return Break(minutes, earliest, earliest if latest is None else _inside(latest, start))


def _inside(clock: int, start: int) -> int:
    """A clock time before the shift's start is one of the next day."""
    return clock + MINUTES_PER_DAY if clock < start else clock
