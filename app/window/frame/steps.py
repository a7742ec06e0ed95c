"""The steps of the rail and where each of them stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.window.frame.view import ProjectView

STEPS = ("history", "forecast", "requirement", "team", "rules", "roster", "comparison", "export", "review")
"""In the order of the rail; Ctrl+1 … Ctrl+9."""


class StepState(StrEnum):
    """`empty`: something before it is missing; `ready`: can be done; `stale`: older than what it was made from."""

    EMPTY = "empty"
    READY = "ready"
    STALE = "stale"
    DONE = "done"


def step_state(step: str, view: ProjectView | None) -> StepState:
    """The state of a step of the rail."""
    if view is None:
        return StepState.READY if step == "history" else StepState.EMPTY
    return STATES[step](view)


def _history(view: ProjectView) -> StepState:
    return StepState.DONE if view.project.history.series else StepState.READY


def _forecast(view: ProjectView) -> StepState:
    return _result("forecast", view.forecast is not None, bool(view.project.history.series), view)


def _requirement(view: ProjectView) -> StepState:
    return _result("requirement", view.requirement is not None, view.forecast is not None, view)


def _team(view: ProjectView) -> StepState:
    return StepState.DONE if view.project.team and view.project.shifts else StepState.READY


def _rules(_view: ProjectView) -> StepState:
    return StepState.DONE


def _roster(view: ProjectView) -> StepState:
    possible = view.requirement is not None and bool(view.project.team)
    return _result("roster", view.version is not None, possible, view)


def _comparison(view: ProjectView) -> StepState:
    if not view.project.history.series or not view.project.team:
        return StepState.EMPTY
    return StepState.DONE if len(view.project.scenarios) > 1 and view.version is not None else StepState.READY


def _export(view: ProjectView) -> StepState:
    if view.version is None:
        return StepState.EMPTY
    return StepState.STALE if view.stale else StepState.READY


def _review(view: ProjectView) -> StepState:
    if view.version is None:
        return StepState.EMPTY
    return StepState.DONE if has_actuals(view) else StepState.READY


def has_actuals(view: ProjectView) -> bool:
    """Whether anything of the plan's days was counted."""
    actuals, horizon = view.project.outlook.actuals, view.project.horizon
    return actuals is not None and horizon.start < actuals.now


def _result(name: str, there: bool, possible: bool, view: ProjectView) -> StepState:
    if there:
        return StepState.STALE if name in view.stale else StepState.DONE
    return StepState.READY if possible else StepState.EMPTY


STATES: Mapping[str, Callable[[ProjectView], StepState]] = {
    "history": _history,
    "forecast": _forecast,
    "requirement": _requirement,
    "team": _team,
    "rules": _rules,
    "roster": _roster,
    "comparison": _comparison,
    "export": _export,
    "review": _review,
}
