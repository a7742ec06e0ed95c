"""Lunar years as data: where each begins and how long its months are.

Computed once with the library lunardate 0.3.0 and compared with the statutory
Spring, Dragon Boat and Mid-Autumn Festivals of the State Council's notices of 2025 and 2026.
"""

from dataclasses import dataclass
from datetime import date

DAYS = {"L": 30, "s": 29}


@dataclass(frozen=True, slots=True)
class LunarYear:
    """`months` in order, `L` of 30 and `s` of 29 days; the one after month `leap` is its leap month (0: none)."""

    first_day: date
    months: str
    leap: int = 0

    def month_days(self) -> tuple[int, ...]:
        """Days of each month, the leap month in its place."""
        return tuple(DAYS[month] for month in self.months)


LUNAR_YEARS = {
    2020: LunarYear(date(2020, 1, 25), "sLLLsLssLsLsL", 4),
    2021: LunarYear(date(2021, 2, 12), "sLLsLsLsLsLs"),
    2022: LunarYear(date(2022, 2, 1), "LsLsLLsLsLsL"),
    2023: LunarYear(date(2023, 1, 22), "sLssLLsLLsLsL", 2),
    2024: LunarYear(date(2024, 2, 10), "sLssLsLLsLLs"),
    2025: LunarYear(date(2025, 1, 29), "LsLssLsLsLLLs", 6),
    2026: LunarYear(date(2026, 2, 17), "LsLssLssLLLs"),
    2027: LunarYear(date(2027, 2, 6), "LLsLssLssLLs"),
    2028: LunarYear(date(2028, 1, 26), "LLLsLssLssLLs", 5),
    2029: LunarYear(date(2029, 2, 13), "LLsLsLsLssLL"),
    2030: LunarYear(date(2030, 2, 3), "sLsLLsLsLsLs"),
    2031: LunarYear(date(2031, 1, 23), "sLLsLsLLsLsLs", 3),
    2032: LunarYear(date(2032, 2, 11), "LssLsLLsLLsL"),
    2033: LunarYear(date(2033, 1, 31), "sLssLsLsLLLsL", 11),
    2034: LunarYear(date(2034, 2, 19), "sLssLsLsLLsL"),
    2035: LunarYear(date(2035, 2, 8), "LsLssLssLLsL"),
    2036: LunarYear(date(2036, 1, 28), "LLsLssLssLsLL", 6),
    2037: LunarYear(date(2037, 2, 15), "LLsLssLssLsL"),
    2038: LunarYear(date(2038, 2, 4), "LLsLsLsLssLs"),
    2039: LunarYear(date(2039, 1, 24), "LLsLLsLsLsLss", 5),
    2040: LunarYear(date(2040, 2, 12), "LsLLsLsLLsLs"),
    2041: LunarYear(date(2041, 2, 1), "sLsLsLLsLLsL"),
    2042: LunarYear(date(2042, 1, 22), "sLssLsLsLLsLL", 2),
    2043: LunarYear(date(2043, 2, 10), "sLssLssLLsLL"),
    2044: LunarYear(date(2044, 1, 30), "LsLssLssLsLLL", 7),
    2045: LunarYear(date(2045, 2, 17), "LsLssLssLsLL"),
    2046: LunarYear(date(2046, 2, 6), "LsLsLsLssLsL"),
    2047: LunarYear(date(2047, 1, 26), "LsLLsLsLssLsL", 5),
    2048: LunarYear(date(2048, 2, 14), "sLLsLLsLssLs"),
    2049: LunarYear(date(2049, 2, 2), "LsLsLLsLLsLs"),
    2050: LunarYear(date(2050, 1, 23), "sLsLsLsLLsLLs", 3),
}
