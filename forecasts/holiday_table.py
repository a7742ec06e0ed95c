"""Announced holidays of mainland China as data: statutory days, days off by the notice, make-up work days.

Statutory days follow State Council order 795 (13 days a year since 2025), those of 2024 order 644 (11 days). Days off
and make-up work days follow the notices of the State Council's General Office: 国办发明电〔2023〕7号 for 2024,
〔2024〕12号 for 2025, 〔2025〕7号 for 2026; day by day they agree with the library chinese-calendar 1.11.0. A year
without `days_off` is computed from the calendar rule only, its notice being unpublished when this table was made.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """One year: `statutory` dates, `days_off` as inclusive (first, last) blocks, `makeup_work` dates."""

    statutory: tuple[date, ...]
    days_off: tuple[tuple[date, date], ...] = ()
    makeup_work: tuple[date, ...] = ()
    announced: bool = True


def _dates(year: int, *days: tuple[int, int]) -> tuple[date, ...]:
    return tuple(date(year, month, day) for month, day in days)


def _blocks(year: int, *blocks: tuple[tuple[int, int], tuple[int, int]]) -> tuple[tuple[date, date], ...]:
    return tuple((date(year, *first), date(year, *last)) for first, last in blocks)


HOLIDAY_YEARS = {
    2024: HolidayYear(
        _dates(2024, (1, 1), (2, 10), (2, 11), (2, 12), (4, 4), (5, 1), (6, 10), (9, 17), (10, 1), (10, 2), (10, 3)),
        _blocks(2024, ((1, 1), (1, 1)), ((2, 10), (2, 17)), ((4, 4), (4, 6)), ((5, 1), (5, 5)), ((6, 10), (6, 10)))
        + _blocks(2024, ((9, 15), (9, 17)), ((10, 1), (10, 7))),
        _dates(2024, (2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)),
    ),
    2025: HolidayYear(
        _dates(2025, (1, 1), (1, 28), (1, 29), (1, 30), (1, 31), (4, 4), (5, 1), (5, 2), (5, 31))
        + _dates(2025, (10, 1), (10, 2), (10, 3), (10, 6)),
        _blocks(2025, ((1, 1), (1, 1)), ((1, 28), (2, 4)), ((4, 4), (4, 6)), ((5, 1), (5, 5)))
        + _blocks(2025, ((5, 31), (6, 2)), ((10, 1), (10, 8))),
        _dates(2025, (1, 26), (2, 8), (4, 27), (9, 28), (10, 11)),
    ),
    2026: HolidayYear(
        _dates(2026, (1, 1), (2, 16), (2, 17), (2, 18), (2, 19), (4, 5), (5, 1), (5, 2), (6, 19))
        + _dates(2026, (9, 25), (10, 1), (10, 2), (10, 3)),
        _blocks(2026, ((1, 1), (1, 3)), ((2, 15), (2, 23)), ((4, 4), (4, 6)), ((5, 1), (5, 5)))
        + _blocks(2026, ((6, 19), (6, 21)), ((9, 25), (9, 27)), ((10, 1), (10, 7))),
        _dates(2026, (1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)),
    ),
    2027: HolidayYear(
        _dates(2027, (1, 1), (2, 5), (2, 6), (2, 7), (2, 8), (4, 5), (5, 1), (5, 2), (6, 9))
        + _dates(2027, (9, 15), (10, 1), (10, 2), (10, 3)),
        announced=False,
    ),
}
