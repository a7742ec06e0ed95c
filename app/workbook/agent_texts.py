"""One line of text per agent for the chat. No wages, staff ids or leave kinds."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import words
from app.workbook.labels import version_word
from app.workbook.replacing import replacing
from app.workbook.roster_changes import roster_changes
from app.workbook.shift_day import day_words, shift_words
from app.workbook.team_plan import TeamPlan, TeamRow
from scheduler.staffing.requirement import Requirement

_ = words("workbook")


def write_agent_texts(
    path: Path,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
    exported: datetime | None = None,
    told: PlanVersion | None = None,
) -> None:
    """Write what the version is, then a line per agent, UTF-8, then one for each change since the version `told`.

    Raises InputError WB01 or WB02 like the workbooks.
    """
    plan = TeamPlan(project, version, requirement, None, exported or datetime.now().replace(microsecond=0), told)
    time = plan.exported.strftime("%Y-%m-%d %H:%M")
    about = _("Version {version} · exported {time}").format(version=version_word(version), time=time)
    text = "\n".join([f"{plan.title} · {about}", "", *agent_lines(plan), *_notices(plan)]) + "\n"
    with replacing(Path(path)) as draft:
        draft.write_text(text, encoding="utf-8")


def _notices(plan: TeamPlan) -> Iterator[str]:
    """`客服01：11月12日 早班 08:00–17:00 → 休息日。请确认。`"""
    changes = list(roster_changes(plan))
    if changes and plan.told is not None:
        yield ""
        yield _("Changes since {version}").format(version=version_word(plan.told))
    for change in changes:
        what = {"day": day_words(change.date), "before": change.before, "after": change.after}
        yield _("{agent}: {day} {before} → {after}. Please confirm.").format(agent=change.agent, **what)


def agent_lines(plan: TeamPlan) -> Iterator[str]:
    """`客服01：11月10日 晚班 18:00–02:00（次日），11月11日 休息日。`, in the order of the roster."""
    for row in plan.rows:
        days = _(", ").join(
            f"{day_words(plan.horizon.day(day))} {_day(plan, row, day)}" for day in range(plan.horizon.days)
        )
        yield _("{agent}: {days}.").format(agent=row.name, days=days)


def _day(plan: TeamPlan, row: TeamRow, day: int) -> str:
    if day in row.shifts:
        return shift_words(plan.shifts[row.shifts[day]])
    return _("leave") if day in row.absent else _("day off")
