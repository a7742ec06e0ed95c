"""The table interval by interval: what comes, who is needed, why, and the service that gives."""

from app.window.formats import clock_text, number_text, share_text
from app.window.requirement.numbers import shown_agents
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.names import name_of
from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from scheduler.staffing.requirement import ERLANG_C, SkillRequirement

_ = words("window")


def interval_columns() -> tuple[Column, ...]:
    """Columns of the table per interval."""
    return (
        Column(_("Interval"), words=True),
        Column(_("P50 volume")),
        Column(_("Required")),
        Column("P80"),
        Column("P90"),
        Column("Erlang C"),
        Column(_("Decided by"), words=True, wide=True),
        Column(_("Service level")),
        Column(_("First resp., s")),
        Column(_("Avg. resp., s")),
        Column(_("Reply rate")),
        Column(_("Lost")),
    )


def interval_rows(horizon: Horizon, skill: SkillRequirement, volume: Volume | None, day: int) -> list[Row]:
    """The intervals of a day."""
    first = day * horizon.intervals_per_day
    return [interval_row(horizon, skill, volume, first + number) for number in range(horizon.intervals_per_day)]


def _curve_text(skill: SkillRequirement, name: str, interval: int) -> str:
    return str(shown_agents(float(skill.curves[name][interval]))) if name in skill.curves else "–"


def interval_row(horizon: Horizon, skill: SkillRequirement, volume: Volume | None, interval: int) -> Row:
    """One interval: what comes, who is needed, why, and the service that gives."""
    service = skill.service
    return Row(
        (
            clock_text(interval * horizon.interval_minutes % 1440),
            "–" if volume is None else number_text(float(volume.p50[interval]), 1),
            str(shown_agents(float(skill.requirement[interval]))),
            *(_curve_text(skill, name, interval) for name in ("p80", "p90", ERLANG_C)),
            name_of(skill.binding_goal[interval]),
            share_text(float(service.service_level[interval])),
            number_text(float(service.first_response_seconds[interval])),
            number_text(float(service.average_response_seconds[interval])),
            share_text(float(service.reply_rate[interval])),
            number_text(float(service.lost[interval]), 1),
        )
    )
