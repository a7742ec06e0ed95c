"""The predicted rate of each exam window, as lines of a table and for machines."""

from collections.abc import Sequence
from math import isnan

from app.commands.output import table
from app.wording import words
from app.wording.exam_windows import hours_text, metric_text, weekdays_text
from app.wording.names import name_of
from scheduler.staffing.exam_windows import ExamRate

_ = words("commands")


def exam_table(exams: Sequence[ExamRate]) -> None:
    """A line for each window; nothing without any."""
    if not exams:
        return
    columns = (_("Exam window"), _("Skill"), _("Hours"), _("Measured"), _("Target"), _("Predicted rate"))
    table("", columns, [_row(exam) for exam in exams])


def _row(exam: ExamRate) -> tuple[str, ...]:
    window = exam.window
    hours = " ".join(filter(None, (weekdays_text(window.weekdays), hours_text(window))))
    rate = "–" if isnan(exam.rate) else f"{exam.rate:.1%}"
    return (window.shop or "–", name_of(exam.skill), hours, metric_text(window), f"{window.target:.1%}", rate)


def exam_json(exam: ExamRate) -> dict[str, object]:
    """One window for machines; the rate is null where no inquiry is expected."""
    window = exam.window
    return {
        "skill": exam.skill,
        "shop": window.shop,
        "metric": window.metric,
        "hours": hours_text(window),
        "weekdays": [day + 1 for day in window.weekdays],
        "within_seconds": window.within_seconds,
        "target": window.target,
        "predicted_rate": None if isnan(exam.rate) else round(exam.rate, 4),
    }
