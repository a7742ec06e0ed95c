"""What the roster page makes of a reading of the project: worked out ahead in the thread that read it, where it can."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.project.file import ProjectFile
from app.project.version import VersionHead, VersionState
from app.window.frame.view import ProjectView
from app.window.roster.plan import RosterPlan
from app.window.roster.view_plan import beside, is_edit, plan_of
from scheduler.judged import Judged
from scheduler.roster import Roster


@dataclass(frozen=True, eq=False)
class Filling:
    """The plan of `view` for a page that showed `shown` as the plan `before`. `edited`: the two differ in cells alone;
    `others`: the versions listed may differ too, and `versions` is what to list.
    """

    view: ProjectView
    shown: ProjectView | None
    before: RosterPlan | None
    plan: RosterPlan
    edited: bool
    others: bool
    versions: tuple[VersionHead, ...]

    def suits(self, view: ProjectView, shown: ProjectView | None, before: RosterPlan | None) -> bool:
        """Whether it is of this reading, for a page that shows this."""
        return self.view is view and self.shown is shown and self.before is before


def filling_of(
    view: ProjectView,
    judged: Judged | None,
    file: ProjectFile,
    shown: ProjectView | None,
    before: RosterPlan | None,
) -> Filling:
    """After an edit by hand or its undo only what differs is made anew. Rows and cells are made here and now."""
    edited = before is not None and judged is not None and shown is not None and is_edit(shown, view)
    others = shown is None or _versions_of(shown) != _versions_of(view)
    versions = file.version_heads(view.scenario.name) if others or not edited else ()
    if edited and before is not None and judged is not None and view.version is not None:
        plan = before.edited(view.version, judged, view.locks, beside(view, before.problem))
    else:
        plan = replace(plan_of(view, judged), published=_told(view, versions, file))
    _ = plan.rows, plan.cells
    return Filling(view, shown, before, plan, edited, others, versions)


def _told(view: ProjectView, versions: Sequence[VersionHead], file: ProjectFile) -> Roster | None:
    """The roster that agents were told last, None before there is one."""
    told = [version.number for version in versions if version.state is VersionState.PUBLISHED]
    return file.roster(view.scenario.name, told[-1]) if told else None


def _versions_of(view: ProjectView) -> tuple[object, ...]:
    version = view.version
    return (view.path, view.scenario.name, version.number if version else 0, version.state if version else "")
