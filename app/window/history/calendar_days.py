"""The calendar of holidays and make-up workdays by year, as shipped and as edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.window.formats import day_text, weekday_text
from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import typed_day
from app.window.tables.values_model import Field
from app.wording import words
from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, announced, day_kind, spring_festival

_ = words("window")
PLAIN = (DayKind.WEEKEND, DayKind.ORDINARY)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day out of the ordinary, and whether a person decided so."""

    day: date
    kind: DayKind
    edited: bool = False


def kind_name(kind: DayKind) -> str:
    """The word for a kind of day."""
    return {
        DayKind.STATUTORY: _("statutory holiday"),
        DayKind.SWAPPED_OFF: _("day off by the notice"),
        DayKind.MAKEUP_WORK: _("make-up workday"),
        DayKind.WEEKEND: _("weekend"),
        DayKind.ORDINARY: _("ordinary workday"),
    }[kind]


def calendar_days(year: int, calendar: Calendar) -> tuple[CalendarDay, ...]:
    """The days of a year that are neither an ordinary weekend nor workday, or were edited."""
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]
    found = (CalendarDay(day, day_kind(day, calendar), day in calendar) for day in days)
    return tuple(one for one in found if one.edited or one.kind not in PLAIN)


def edited_calendar(year: int, before: Calendar, days: Sequence[CalendarDay]) -> dict[date, DayKind]:
    """The edits that make a year's days these: a row deleted is a plain day again, one edited as shipped."""
    edits = {day: kind for day, kind in before.items() if day.year != year}
    wanted = {one.day: one.kind for one in days}
    for one in calendar_days(year, before):
        if one.day not in wanted and not one.edited:
            edits[one.day] = DayKind.WEEKEND if one.day.weekday() >= 5 else DayKind.ORDINARY
    return edits | {day: kind for day, kind in wanted.items() if day_kind(day, AS_SHIPPED) is not kind}


def notice(year: int) -> str:
    """Whether the year's official notice is in the shipped table."""
    festival = spring_festival(year)
    lunar = _("Spring Festival {day}").format(day=day_text(festival)) if festival else ""
    state = (
        _("as announced")
        if announced(year)
        else _("not announced yet: statutory days by the calendar rule; enter the notice when it comes")
    )
    return " · ".join(part for part in (str(year), state, lunar) if part)


def calendar_editor(year: Callable[[], int]) -> ListEditor:
    """The table of one year."""

    def with_day(one: CalendarDay, text: str) -> CalendarDay:
        return replace(one, day=typed_day(text, date(year(), 7, 1)), edited=True)

    fields = (
        Field(_("Day"), lambda one: f"{one.day:%Y-%m-%d}", with_day),
        Field(_("Weekday"), lambda one: weekday_text(one.day)),
        Field(_("Kind of day"), lambda one: kind_name(one.kind), _with_kind, lambda: list(_kinds())),
        Field(_("Source"), lambda one: _("✎ by hand") if one.edited else _("shipped table")),
    )
    none = _("No holidays are known for this year. Add them when the notice comes.")
    return ListEditor(_("Calendar"), fields, lambda: CalendarDay(_free(year()), DayKind.SWAPPED_OFF, True), none)


def _free(year: int) -> date:
    """A day to begin with."""
    return date(year, 12, 31)


def _kinds() -> Mapping[str, DayKind]:
    return {kind_name(kind): kind for kind in DayKind}


def _with_kind(one: CalendarDay, text: str) -> CalendarDay:
    kind = _kinds().get(text)
    if kind is None:
        raise ValueError(_("“{text}” is no kind of day; choose one of the list.").format(text=text))
    return replace(one, kind=kind, edited=True)
