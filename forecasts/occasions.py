"""Days that move a shop's inquiries without being holidays: platform sales and lunar festivals, as shipped and edited.

Platform sales stand on the day that gave them their name, by common usage; when a platform begins and ends, and whether
a shop takes part, changes every year and is stated by promotions. The new-year goods sale has no day of its own: the
eighth of the twelfth lunar month (腊八), on or near which platforms have begun it.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from forecasts.lunar import last_day_of_year, lunar_day

PLATFORM_DAYS = {
    (3, 8): "sale_38",
    (5, 20): "sale_520",
    (6, 18): "sale_618",
    (8, 8): "sale_88",
    (9, 9): "sale_99",
    (11, 11): "double_11",
    (12, 12): "double_12",
}
"""Ids by month and day of the year."""
LUNAR_DAYS = {
    (1, 1): "spring_festival",
    (1, 15): "lantern_festival",
    (5, 5): "dragon_boat",
    (7, 7): "qixi",
    (8, 15): "mid_autumn",
    (9, 9): "double_ninth",
    (12, 8): "new_year_goods",
}
"""Ids by lunar month and day."""
NEW_YEARS_EVE = "new_years_eve"

Occasions = Mapping[date, str]
"""What a person wrote to single days against the shipped ones; an empty text says that there is none."""
OCCASIONS_AS_SHIPPED: Occasions = MappingProxyType({})


def occasions(day: date) -> tuple[str, ...]:
    """Ids of the shipped occasions of a day, platform sales first; lunar ones only where lunar dates are known."""
    lunar = lunar_day(day)
    found = [PLATFORM_DAYS.get((day.month, day.day))]
    if lunar is not None and not lunar.leap:
        found.append(LUNAR_DAYS.get((lunar.month, lunar.day)))
    found.append(NEW_YEARS_EVE if last_day_of_year(day) else None)
    return tuple(one for one in found if one is not None)
