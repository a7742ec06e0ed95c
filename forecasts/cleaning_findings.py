"""What the cleaning of one series tells, as findings."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags
from forecasts.day_totals import ENOUGH_SEEN, WHOLE, DayTotals
from forecasts.duplicates import Repeated
from forecasts.findings import Finding, Level
from forecasts.history import SeriesKey
from forecasts.horizon import Numbers
from forecasts.occasions import occasions
from forecasts.odd_days import OddDays


def about(code: str, key: SeriesKey, facts: Mapping[str, object], level: Level = Level.NOTICE) -> Finding:
    """A finding about one series; its facts are plain numbers, dates and texts."""
    series = " ".join(part for part in key if part)
    return Finding(code, level, facts={"series": series, "shop": key.shop, "skill": key.skill, **facts})


def duplicate_findings(key: SeriesKey, repeated: Repeated) -> list[Finding]:
    """FC08: starts that came more than once. FC37: the hour that comes twice when clocks are set back."""
    found = [about("FC08", key, {"rows": repeated.rows})] if repeated.rows else []
    return found + [
        about("FC37", key, {"date": moment.date(), "start": f"{moment:%H:%M}"}) for moment in repeated.clock_changes
    ]


def doubled_day_findings(key: SeriesKey, matrix: DayMatrix, doubled: Flags) -> list[Finding]:
    """FC39: days counted twice, halved."""
    return [about("FC39", key, {"date": matrix.day(int(day))}, Level.WARNING) for day in np.flatnonzero(doubled)]


def left_out_findings(key: SeriesKey, intervals: int) -> list[Finding]:
    """FC16: absent rows read as zero, because the history never writes a zero."""
    return [about("FC16", key, {"intervals": intervals})] if intervals else []


def closed_weekdays(matrix: DayMatrix) -> list[int]:
    """Weekdays that came more than once without a single inquiry, most recent eight of each looked at."""
    total = np.nansum(matrix.counts, axis=1)
    recorded, weekdays = matrix.recorded(), matrix.weekdays()
    came = np.bincount(weekdays, minlength=7)
    return [day for day in range(7) if came[day] > 1 and not total[recorded & (weekdays == day)][-8:].any()]


def closed_weekday_findings(key: SeriesKey, matrix: DayMatrix) -> list[Finding]:
    """FC09: weekdays that never bring an inquiry (1 Monday … 7 Sunday)."""
    return [about("FC09", key, {"weekday": day + 1}) for day in closed_weekdays(matrix)]


def missing_day_findings(key: SeriesKey, matrix: DayMatrix, zero_days: Flags) -> list[Finding]:
    """Stretches of days without any row: FC03, FC25 for a single day."""
    closed = np.isin(matrix.weekdays(), closed_weekdays(matrix))
    missing = ~matrix.recorded() & ~zero_days
    found = []
    for first, last in _stretches(missing | closed):
        lacking = missing[first : last + 1] & ~closed[first : last + 1]
        if lacking.any():
            edges = first + np.flatnonzero(lacking)
            found.append(
                about(
                    "FC03" if lacking.sum() > 1 else "FC25",
                    key,
                    {
                        "first": matrix.day(int(edges[0])),
                        "last": matrix.day(int(edges[-1])),
                        "days": int(lacking.sum()),
                    },
                )
            )
    return found


def zero_day_findings(key: SeriesKey, matrix: DayMatrix, zero_days: Flags) -> list[Finding]:
    """FC05: days of nothing but zeros on a weekday that is usually busy."""
    return [about("FC05", key, {"date": matrix.day(int(day))}) for day in np.flatnonzero(zero_days)]


def part_day_findings(key: SeriesKey, matrix: DayMatrix, totals: DayTotals) -> list[Finding]:
    """Days recorded in part: FC04 where the rest was filled in, FC23 where too little is there."""
    part = matrix.recorded() & (totals.seen > 0) & (totals.seen < WHOLE)
    return [
        about(
            "FC04" if totals.seen[day] >= ENOUGH_SEEN else "FC23",
            key,
            {"date": matrix.day(int(day)), "percent": round(100 * float(totals.seen[day]))},
        )
        for day in np.flatnonzero(part)
    ]


def odd_day_findings(key: SeriesKey, matrix: DayMatrix, totals: Numbers, odd: OddDays) -> list[Finding]:
    """FC06: isolated odd days, set aside from level and profile."""
    return [
        about(
            "FC06",
            key,
            {
                "date": matrix.day(int(day)),
                "inquiries": round(totals[day]),
                "expected": round(odd.expected[day]),
                **_odd_kind(matrix, int(day), bool(totals[day] < odd.expected[day])),
            },
        )
        for day in np.flatnonzero(odd.isolated)
    ]


def odd_run_findings(key: SeriesKey, matrix: DayMatrix, totals: Numbers, odd: OddDays) -> list[Finding]:
    """FC07: odd days on end, kept; a person should label them as a promotion if they were one."""
    return [
        about(
            "FC07",
            key,
            {
                "first": matrix.day(first),
                "last": matrix.day(last),
                "ratio": round(
                    float(np.nansum(totals[first : last + 1]) / np.nansum(odd.expected[first : last + 1])), 2
                ),
                **_occasion(matrix, first, last),
            },
            Level.WARNING,
        )
        for first, last in odd.runs
    ]


def _odd_kind(matrix: DayMatrix, day: int, low: bool) -> dict[str, str]:
    """The variant of an odd day: quiet days are no promotion, whatever is on."""
    found = _occasion(matrix, day, day)
    if low:
        return found | {"variant": "low occasion" if found else "low"}
    return found


def _occasion(matrix: DayMatrix, first: int, last: int) -> dict[str, str]:
    """The first occasion of the calendar on these days, as the variant of the finding."""
    found = [name for day in range(first, last + 1) for name in occasions(matrix.day(day))]
    return {"variant": "occasion", "what": found[0]} if found else {}


def _stretches(flags: Flags) -> Iterator[tuple[int, int]]:
    for flag, days in groupby(range(len(flags)), key=lambda day: bool(flags[day])):
        numbers = list(days)
        if flag:
            yield numbers[0], numbers[-1]
