"""The calendar by year, as shipped and as edited: holidays, make-up workdays, lunar dates, what is on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from app.window.formats import day_text, weekday_text
from app.window.history.lunar_text import lunar_text
from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import typed_day
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import listed, name_of
from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, announced, day_kind
from forecasts.lunar import spring_festival
from forecasts.occasions import OCCASIONS_AS_SHIPPED, Occasions, occasions

_ = words("window")
Decided = TypeVar("Decided")
PLAIN = (DayKind.WEEKEND, DayKind.ORDINARY)


class Edits(NamedTuple):
    """What a person changed of the shipped calendar: kinds of days, and what is on."""

    kinds: Calendar = AS_SHIPPED
    occasions: Occasions = OCCASIONS_AS_SHIPPED


NO_EDITS = Edits()


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day out of the ordinary, what is on, and whether a person decided so."""

    day: date
    kind: DayKind
    edited: bool = False
    occasion: str = ""


def kind_name(kind: DayKind) -> str:
    """The word for a kind of day."""
    return {
        DayKind.STATUTORY: _("statutory holiday"),
        DayKind.SWAPPED_OFF: _("day off by the notice"),
        DayKind.MAKEUP_WORK: _("make-up workday"),
        DayKind.WEEKEND: _("weekend"),
        DayKind.ORDINARY: _("ordinary workday"),
    }[kind]


def calendar_days(year: int, edits: Edits = NO_EDITS) -> tuple[CalendarDay, ...]:
    """The days of a year that are neither an ordinary weekend nor workday, have something on, or were edited."""
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]
    found = (_day(day, edits) for day in days)
    return tuple(one for one in found if one.edited or one.occasion or one.kind not in PLAIN)


def _day(day: date, edits: Edits) -> CalendarDay:
    edited = day in edits.kinds or day in edits.occasions
    said = edits.occasions.get(day, shipped_occasion(day))
    return CalendarDay(day, day_kind(day, edits.kinds), edited, said)


def shipped_occasion(day: date) -> str:
    """What is on by the shipped table, in words."""
    return listed(name_of(one) for one in occasions(day))


def edited_calendar(year: int, before: Edits, days: Sequence[CalendarDay]) -> Edits:
    """The edits that make a year's days these: a row deleted is a plain day again, one edited as shipped."""
    wanted = {one.day: one for one in days}
    gone = [one.day for one in calendar_days(year, before) if one.day not in wanted and not one.edited]
    plain = [CalendarDay(day, DayKind.WEEKEND if day.weekday() >= 5 else DayKind.ORDINARY) for day in gone]
    now = (*wanted.values(), *plain)
    kinds = {one.day: one.kind for one in now if one.kind is not day_kind(one.day)}
    names = {one.day: one.occasion for one in now if one.occasion != shipped_occasion(one.day)}
    return Edits(_elsewhere(year, before.kinds) | kinds, _elsewhere(year, before.occasions) | names)


def _elsewhere(year: int, edits: Mapping[date, Decided]) -> dict[date, Decided]:
    return {day: value for day, value in edits.items() if day.year != year}


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
        Field(_("Weekday, lunar"), lambda one: f"{weekday_text(one.day)} {lunar_text(one.day)}".strip()),
        Field(_("Kind of day"), lambda one: kind_name(one.kind), _with_kind, lambda: list(_kinds())),
        Field(_("Occasion"), lambda one: one.occasion, _with_occasion),
        Field(_("Source"), lambda one: _("✎ by hand") if one.edited else _("shipped table")),
    )
    none = _("No holidays are known for this year. Add them when the notice comes.")
    return ListEditor(_("Calendar"), fields, lambda: _free(year()), none)


def _free(year: int) -> CalendarDay:
    """A day to begin with."""
    day = date(year, 12, 31)
    return CalendarDay(day, DayKind.SWAPPED_OFF, True, shipped_occasion(day))


def _kinds() -> Mapping[str, DayKind]:
    return {kind_name(kind): kind for kind in DayKind}


def _with_kind(one: CalendarDay, text: str) -> CalendarDay:
    kind = _kinds().get(text)
    if kind is None:
        raise ValueError(_("“{text}” is no kind of day; choose one of the list.").format(text=text))
    return replace(one, kind=kind, edited=True)


def _with_occasion(one: CalendarDay, text: str) -> CalendarDay:
    return replace(one, occasion=text.strip(), edited=True)
