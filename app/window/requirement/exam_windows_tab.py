"""Exam windows of a skill in a table: where, when and what a platform measures, its target, the rate predicted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.window.formats import share_text
from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import number_cell, typed_number
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.exam_windows import WEEKDAYS, clock_of, metric_name, weekday_name
from app.wording.names import listed
from forecasts.forecast import Volume
from forecasts.horizon import MINUTES_PER_DAY, Horizon
from scheduler.staffing.exam_window import EVERY_DAY, METRICS, ExamWindow, exam_rate
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import SkillRequirement, exam_curve

_ = words("window")


@dataclass(frozen=True, slots=True)
class ExamRow:
    """A window and the `rate` predicted with the requirement, None where that was calculated without the window."""

    window: ExamWindow
    rate: float | None = None


def exam_rows(horizon: Horizon, goals: Goals, part: SkillRequirement, volume: Volume | None) -> list[ExamRow]:
    """The windows of a skill with their rates."""
    rows = []
    for number, window in enumerate(goals.exam_windows):
        share = part.curves.get(exam_curve(number))
        rate = None if share is None or volume is None else exam_rate(window, horizon, share, volume.mean)
        rows.append(ExamRow(window, rate))
    return rows


def exam_windows_tab() -> ListEditor:
    """The table; a new window is the usual three-minute one."""
    fields = (
        Field(
            _("Shop or platform"),
            lambda row: row.window.shop,
            _changed(lambda window, text: replace(window, shop=text)),
        ),
        Field(_("Measured"), lambda row: metric_name(row.window.metric), _changed(_with_metric), _metric_choices),
        Field(_("From"), lambda row: clock_of(row.window.start), _changed(lambda w, t: replace(w, start=_minutes(t)))),
        Field(_("To"), lambda row: clock_of(row.window.end), _changed(lambda w, t: replace(w, end=_minutes(t)))),
        Field(_("Weekdays"), lambda row: _days_cell(row.window.weekdays), _changed(_with_days), _day_choices),
        Field(
            _("Within, s"),
            lambda row: number_cell(row.window.within_seconds),
            _changed(lambda w, t: replace(w, within_seconds=float(typed_number(t, none=False) or 0))),
            words=False,
        ),
        Field(_("Target"), lambda row: share_text(row.window.target), _changed(_with_target), words=False),
        Field(_("Predicted rate"), _rate_cell, words=False),
    )
    none = _("No exam windows. Add the hours in which a platform measures replies; they ask for agents only then.")
    return ListEditor(_("Exam windows"), fields, lambda: ExamRow(ExamWindow()), none)


def _changed(change: Callable[[ExamWindow, str], ExamWindow]) -> Callable[[ExamRow, str], ExamRow]:
    def edit(row: ExamRow, text: str) -> ExamRow:
        window = change(row.window, text)
        if window.start >= window.end:
            raise ValueError(_("The window ends before it starts."))
        return ExamRow(window)

    return edit


def _rate_cell(row: ExamRow) -> str:
    """The rate, with a mark where it misses the target."""
    if row.rate is None or row.rate != row.rate:
        return "–"
    return ("▼ " if row.rate < row.window.target else "") + share_text(row.rate)


def _metric_choices() -> Sequence[str]:
    return [metric_name(metric) for metric in METRICS]


def _with_metric(window: ExamWindow, text: str) -> ExamWindow:
    named = {metric_name(metric): metric for metric in METRICS}
    if text not in named:
        raise ValueError(_("Choose one of: {names}.").format(names=listed(named)))
    return replace(window, metric=named[text])


def _minutes(text: str) -> int:
    """A time of day `08:00` or a full hour `23`, up to 24:00. Raises ValueError."""
    hours, _colon, minutes = text.replace("：", ":").partition(":")
    try:
        total = int(hours) * 60 + int(minutes or 0)
    except ValueError:
        total = -1
    if not 0 <= total <= MINUTES_PER_DAY:
        raise ValueError(_("“{text}” is not a time of day. Write it like 08:00.").format(text=text))
    return total


def _days_cell(weekdays: Sequence[int]) -> str:
    return _("every day") if tuple(weekdays) == EVERY_DAY else " ".join(weekday_name(day) for day in weekdays)


def _day_choices() -> Sequence[str]:
    workdays = " ".join(weekday_name(day) for day in range(5))
    return [_("every day"), workdays, " ".join(weekday_name(day) for day in (5, 6))]


def _with_days(window: ExamWindow, text: str) -> ExamWindow:
    if text in {"", _("every day")}:
        return replace(window, weekdays=EVERY_DAY)
    named = {weekday_name(day): day for day in range(len(WEEKDAYS))}
    words_ = text.replace("、", " ").replace(",", " ").replace("，", " ").split()
    if any(word not in named for word in words_):
        raise ValueError(_("Write weekdays like {example}.").format(example=" ".join(list(named)[:3])))
    return replace(window, weekdays=tuple(sorted({named[word] for word in words_})))


def _with_target(window: ExamWindow, text: str) -> ExamWindow:
    share = typed_number(text, none=False) or 0.0
    share = share / 100 if share > 1 else share
    if not 0 < share < 1:
        raise ValueError(_("A target lies between 0 % and 100 %, both excluded."))
    return replace(window, target=share)
