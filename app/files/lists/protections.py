"""What agents must not be asked for. Why is read for its consequence only and never kept."""

from collections.abc import Mapping
from datetime import date

from app.files.grid import Value
from app.files.table import Table
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import read_moment
from app.files.values.several import words_of
from scheduler.team import DatedProtection, Protection

NIGHT, OVERTIME = (Protection.NO_NIGHT,), (Protection.NO_OVERTIME,)
BOTH = (*NIGHT, *OVERTIME)
WORDS: Mapping[str, tuple[Protection, ...]] = {
    "不排夜班": NIGHT, "不上夜班": NIGHT, "不夜班": NIGHT, "免夜班": NIGHT, "no_night": NIGHT, "no nights": NIGHT,
    "不加班": OVERTIME, "不排加班": OVERTIME, "免加班": OVERTIME, "no_overtime": OVERTIME, "no overtime": OVERTIME,
    "孕": BOTH, "孕期": BOTH, "怀孕": BOTH, "孕妇": BOTH, "pregnant": BOTH,
    "哺乳": BOTH, "哺乳期": BOTH, "nursing": BOTH,
    "实习": BOTH, "实习生": BOTH, "intern": BOTH,
    "未成年": NIGHT, "未成年工": NIGHT, "未满18": NIGHT, "minor": NIGHT,
    "无": (), "否": (), "none": (),
}  # fmt: skip
"""Pregnant from the seventh month and nursing: no overtime, no nights (女职工劳动保护特别规定 6, 9); interns likewise
(职业学校学生实习管理规定); under 18: no nights, which is the usual policy."""


def read_protections(table: Table) -> list[tuple[DatedProtection, ...]]:
    """The protections of each row, on the days that the list gives, open where it gives none (IE40 for other words)."""
    kinds = table.parsed("protection", _kinds)
    firsts, lasts = table.parsed("protected_from", _day), table.parsed("protected_to", _day)
    return [
        tuple(DatedProtection(kind, first, last) for kind in row or ())
        for row, first, last in zip(kinds, firsts, lasts, strict=True)
    ]


def _kinds(value: Value) -> tuple[Protection, ...]:
    found: dict[Protection, None] = {}
    for word in words_of(value):
        if word.lower() not in WORDS:
            raise Unreadable("IE40")
        found |= dict.fromkeys(WORDS[word.lower()])
    return tuple(found)


def _day(value: Value) -> date | None:
    return None if is_missing(value) else read_moment(value).date()
