"""Dates, times and numbers as people read them: `11月11日 周三`, `20:00`, `1,234.5`; never the system's AM and PM."""

from datetime import date, datetime
from math import isfinite

from app.wording import words

_ = words("window")

WEEKDAYS = (
    lambda: _("Mon"), lambda: _("Tue"), lambda: _("Wed"), lambda: _("Thu"), lambda: _("Fri"), lambda: _("Sat"),
    lambda: _("Sun"),
)  # fmt: skip
MONTHS = (
    lambda: _("Jan"), lambda: _("Feb"), lambda: _("Mar"), lambda: _("Apr"), lambda: _("May"), lambda: _("Jun"),
    lambda: _("Jul"), lambda: _("Aug"), lambda: _("Sep"), lambda: _("Oct"), lambda: _("Nov"), lambda: _("Dec"),
)  # fmt: skip


def weekday_text(day: date) -> str:
    """The short name of a weekday."""
    return WEEKDAYS[day.weekday()]()


def month_text(day: date) -> str:
    """The short name of a month."""
    return MONTHS[day.month - 1]()


def day_text(day: date) -> str:
    """`11月11日 周三`, `Wed 11 Nov`."""
    return _("{weekday} {day} {month}").format(weekday=weekday_text(day), day=day.day, month=month_text(day))


def short_day_text(day: date) -> str:
    """`11月11日`, `11 Nov`."""
    return _("{day} {month}").format(day=day.day, month=month_text(day))


def dated_text(day: date) -> str:
    """A day with its year, `2026年11月11日`, `11 Nov 2026`."""
    return _("{day} {month} {year}").format(day=day.day, month=month_text(day), year=day.year)


def days_text(first: date, last: date) -> str:
    """Two days with a dash between, `10月20日–11月20日`."""
    return f"{short_day_text(first)}–{short_day_text(last)}"


def clock_text(minute: int) -> str:
    """Minutes from midnight as `20:00`; the next day's as `02:00+1`."""
    days, within = divmod(minute, 1440)
    return f"{within // 60:02d}:{within % 60:02d}" + (f"+{days}" if days else "")


def span_text(start: int, end: int) -> str:
    """A clock span in minutes from midnight, `20:00–20:30`; its end at midnight is `24:00`."""
    return f"{clock_text(start)}–{'24:00' if end == 1440 else clock_text(end)}"


def moment_text(moment: datetime) -> str:
    """`11月11日 20:00`."""
    return f"{short_day_text(moment.date())} {moment:%H:%M}"


def number_text(value: float | None, decimals: int = 0) -> str:
    """Thousands separated; a dash where there is nothing to say."""
    if value is None or not isfinite(value):
        return "–"
    text = f"{value:,.{decimals}f}"
    return text.removeprefix("-") if float(text.replace(",", "")) == 0 else text.replace("-", "−")


def share_text(value: float | None) -> str:
    """A share 0–1 as percent with one decimal."""
    return "–" if value is None or not isfinite(value) else f"{number_text(value * 100, 1)}%"


def signed_text(value: float | None, decimals: int = 0) -> str:
    """A difference with its sign; ±0 when it vanishes at this precision."""
    if value is None or not isfinite(value):
        return "–"
    text = number_text(value, decimals)
    if text.strip("0.,") == "":
        return "±0"
    return text if value < 0 else f"+{text}"
