"""Exam windows as people read them."""

from collections.abc import Sequence

from app.wording import N_, words
from scheduler.staffing.exam_window import EVERY_DAY, FIRST_RESPONSE, REPLIES, ExamWindow

_ = words("staffing")

NAMES = {REPLIES: N_("all replies"), FIRST_RESPONSE: N_("first responses")}
METRICS = {REPLIES: N_("replies within {seconds} s"), FIRST_RESPONSE: N_("first responses within {seconds} s")}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def metric_text(window: ExamWindow) -> str:
    """What a window measures."""
    return _(METRICS[window.metric]).format(seconds=f"{window.within_seconds:g}")


def metric_name(metric: str) -> str:
    """What a metric is called."""
    return _(NAMES[metric]) if metric in NAMES else metric


def weekday_name(day: int) -> str:
    """A weekday, Monday is 0."""
    return _(WEEKDAYS[day])


def hours_text(window: ExamWindow) -> str:
    """Its hours, `08:00–23:00`."""
    return f"{clock_of(window.start)}–{clock_of(window.end)}"


def clock_of(minutes: int) -> str:
    """A time of day, up to 24:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def weekdays_text(weekdays: Sequence[int]) -> str:
    """Its weekdays; "" for all of them."""
    return "" if tuple(weekdays) == EVERY_DAY else " ".join(weekday_name(day) for day in weekdays)
