"""Words of the workbook for skills together, weekdays, kinds of day and versions."""

from collections.abc import Iterable
from datetime import date

from app.project.version import PlanVersion, VersionState
from app.wording import N_, words
from app.wording.names import in_order, listed, name_of
from app.workbook.shift_look import clock
from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.basis import PayBasis
from scheduler.pay.days_owed import is_owed

_ = words("workbook")

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
DAY_MARKS = {
    DayKind.STATUTORY: N_("Hol"),
    DayKind.SWAPPED_OFF: N_("Off"),
    DayKind.WEEKEND: N_("Off"),
    DayKind.MAKEUP_WORK: N_("Work"),
    DayKind.ORDINARY: "",
}
"""What the header says under a day: statutory holiday, rest day or make-up work day."""


HOURS_SYSTEMS = {
    "standard": N_("Standard hours"),
    "comprehensive": N_("Comprehensive hours"),
    "flexible": N_("Flexible hours"),
    "part_time": N_("Part-time by the hour"),
    "student": N_("Student"),
    "provider": N_("Provider's agent"),
}
"""How the law sees a contract."""


def hours_system_word(legal_form: str) -> str:
    """标准工时, 综合计算 …; a team's own word stands as it is."""
    return _(HOURS_SYSTEMS[legal_form]) if legal_form in HOURS_SYSTEMS else legal_form


def skill_words(skills: Iterable[str]) -> str:
    """Several skills, in the order of the product, the team's own last."""
    return listed(name_of(skill) for skill in in_order(skills))


def weekday_word(day: date) -> str:
    """`一` … `日`, `Mon` … `Sun`."""
    return _(WEEKDAYS[day.weekday()])


def day_mark(day: date, weeks: AlternatingWeeks | None = None, calendar: Calendar = AS_SHIPPED) -> str:
    """休, 节 or 班; empty on an ordinary day."""
    mark = DAY_MARKS[_kind(day, weeks, calendar)]
    return _(mark) if mark else ""


def is_rest_day(day: date, weeks: AlternatingWeeks | None = None, calendar: Calendar = AS_SHIPPED) -> bool:
    """Whether its weekday stands in red; the Saturday of a week with one day off does not."""
    return _kind(day, weeks, calendar) in (DayKind.STATUTORY, DayKind.SWAPPED_OFF, DayKind.WEEKEND)


def _kind(day: date, weeks: AlternatingWeeks | None, calendar: Calendar) -> DayKind:
    """The day's kind as the team has it."""
    kind = day_kind(day, calendar)
    return DayKind.MAKEUP_WORK if kind is DayKind.WEEKEND and is_owed(day, weeks, calendar) else kind


def state_word(version: PlanVersion) -> str:
    """草稿 or 已发布."""
    return _("Draft") if version.state is VersionState.DRAFT else _("Published")


def version_word(version: PlanVersion) -> str:
    """`v3 · 草稿`."""
    return f"v{version.number} · {state_word(version)}"


def night_span(basis: PayBasis) -> str:
    """`22:00–06:00`."""
    return f"{clock(basis.night.begins)}–{clock(basis.night.ends)}"
