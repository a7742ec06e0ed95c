"""The frozen columns left of the days: who somebody is and how much they work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.window.look import space
from app.window.roster.ink import Ink
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import GroupBy, Row
from app.window.roster.short_texts import duties_name, hours, skills_name
from app.wording import words
from app.wording.names import name_of

_ = words("window")

MOST_NAME_WIDTH, MOST_TEXT_WIDTH = 160, 128
LEAST_NAME_WIDTH, LEAST_QUIET_WIDTH = 56, 32


@dataclass(frozen=True, slots=True)
class Column:
    """One frozen column: its words, and its place from the left of the matrix."""

    title: str
    text: Callable[[Row], str]
    left: int
    width: int
    is_number: bool = False
    is_quiet: bool = False

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width


def week_of(plan: RosterPlan, day: int) -> tuple[int, ...]:
    """The days of the week that a day lies in."""
    return next((week for week in plan.problem.weeks if day in week), ())


def month_of(plan: RosterPlan, day: int) -> tuple[int, ...]:
    """The days of the month that a day lies in."""
    horizon = plan.horizon
    month = (horizon.day(day).year, horizon.day(day).month)
    days = ((number, horizon.day(number)) for number in range(horizon.days))
    return tuple(number for number, date in days if (date.year, date.month) == month)


def same_spans(plan: RosterPlan, day: int, other: int) -> bool:
    """Whether two days lie in the same week and the same month, so that the hours beside the names stay."""
    return week_of(plan, day) == week_of(plan, other) and month_of(plan, day) == month_of(plan, other)


def columns_of(
    plan: RosterPlan, rows: Iterable[Row], group_by: GroupBy, day: int, ink: Ink, room: int | None = None
) -> tuple[Column, ...]:
    """Columns wide enough for what they say; what the rows are grouped by is said by the headings instead. Week and
    month are those of `day`. Where `room` is narrower than all of them, the ones least missed are left out.
    """
    rows = tuple(rows)
    wanted = _wanted(plan, rows, group_by, day)
    widths = {one.title: _width(one, rows, ink) for one in wanted}
    gap = ink.px(space.RELATED)
    while room is not None and sum(widths[one.title] + gap for one in wanted) > room and _droppable(wanted):
        wanted.remove(_droppable(wanted)[0])
    made, left = [], gap
    for one in wanted:
        made.append(Column(one.title, one.text, left, widths[one.title], one.is_number, one.is_quiet))
        left += widths[one.title] + gap
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A column before it has a place; of those with a `rank` the highest goes first when room is short."""

    title: str
    text: Callable[[Row], str]
    rank: int = 0
    is_number: bool = False
    is_quiet: bool = True


def _droppable(wanted: list[_Wanted]) -> list[_Wanted]:
    return sorted((one for one in wanted if one.rank), key=lambda one: -one.rank)


def _wanted(plan: RosterPlan, rows: tuple[Row, ...], group_by: GroupBy, day: int) -> list[_Wanted]:
    week, month = week_of(plan, day), month_of(plan, day)
    wanted = [_Wanted(_("Agent"), lambda row: row.name, is_quiet=False)]
    if any(row.roles for row in rows):
        wanted.append(_Wanted(_("Duty"), lambda row: duties_name(row.roles), 6))
    if group_by is not GroupBy.SKILL:
        wanted.append(_Wanted(_("Skill"), lambda row: skills_name(row.skills), 3))
    if group_by is not GroupBy.CONTRACT:
        wanted.append(_Wanted(_("Contract"), lambda row: name_of(row.contract), 5))
    if 0 < len(week) < plan.horizon.days:
        wanted.append(_Wanted(_("Week h"), lambda row: hours(sum(row.minutes_by_day[d] for d in week)), 1, True))
    if 0 < len(month) < plan.horizon.days:
        wanted.append(_Wanted(_("Month h"), lambda row: hours(sum(row.minutes_by_day[d] for d in month)), 4, True))
    if any(row.overtime for row in rows):
        wanted.append(_Wanted(_("Overtime"), lambda row: hours(row.overtime) if row.overtime else "·", 2, True))
    return [*wanted, _Wanted(_("Total h"), lambda row: hours(row.minutes), is_number=True, is_quiet=False)]


def fit(columns: Iterable[Column], rows: Iterable[Row], ink: Ink) -> bool:
    """Whether columns that are there are wide enough for these rows."""
    rows = tuple(rows)
    return all(
        (ink.quiet_metrics if column.is_quiet else ink.body_metrics).horizontalAdvance(text) < column.width
        for column in columns
        for text in {column.text(row) for row in rows}
    )


def _width(one: _Wanted, rows: Iterable[Row], ink: Ink) -> int:
    metrics = ink.quiet_metrics if one.is_quiet else ink.body_metrics
    widest = max((metrics.horizontalAdvance(text) for text in {one.text(row) for row in rows}), default=0.0)
    most = ink.px(MOST_TEXT_WIDTH if one.is_quiet else MOST_NAME_WIDTH)
    least = ink.px(LEAST_QUIET_WIDTH if one.is_number or one.is_quiet else LEAST_NAME_WIDTH)
    return round(max(least, ink.quiet_metrics.horizontalAdvance(one.title) + 1, min(widest + 1, most)))
