"""Lunar dates as people write them: `正月初一`, `闰六月廿三`; in English as month/day, `1/1`, `leap 6/23`."""

from datetime import date

from app.wording import language
from forecasts.lunar import lunar_day

MONTHS = "正二三四五六七八九十冬腊"
DIGITS = "一二三四五六七八九十"
TENS = ("初", "十", "廿")
WHOLE_TENS = {10: "初十", 20: "二十", 30: "三十"}


def lunar_text(day: date) -> str:
    """The lunar date of a day, empty where the table does not reach."""
    lunar = lunar_day(day)
    if lunar is None:
        return ""
    if language() == "zh_CN":
        return f"{'闰' if lunar.leap else ''}{MONTHS[lunar.month - 1]}月{_day_word(lunar.day)}"
    said = f"{lunar.month}/{lunar.day}"
    return f"leap {said}" if lunar.leap else said


def _day_word(day: int) -> str:
    return WHOLE_TENS.get(day) or f"{TENS[day // 10]}{DIGITS[day % 10 - 1]}"
