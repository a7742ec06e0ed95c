"""The menu of days chosen in the calendar strip: away, a wish for or against a shift, or nothing at all."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.window.look.icons import icon
from app.window.roster.cell_texts import shift_name
from app.window.team.day_edits import away_on, cleared, wishing_on
from app.wording import words
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")
Edit = Callable[[TeamAgent, str], object]


def kinds() -> tuple[str, ...]:
    """What teams most often call an absence."""
    return (_("Annual leave"), _("Time in lieu"), _("Personal leave"), _("Sick leave"), _("Training"))


def day_menu(agent: TeamAgent, days: Sequence[date], shifts: Mapping[str, Shift], edit: Edit, parent: QWidget) -> QMenu:
    """A menu that gives the agent changed, and what the change is called, to `edit`."""
    menu = QMenu(parent)
    away = menu.addMenu(icon("day"), _("Away"))
    for kind in kinds():
        _add(away, kind, partial(_away, edit, agent, days, kind))
    off = _("wants the day off")
    _add(menu, f"✕ {off}", lambda: edit(wishing_on(agent, days, None, "off"), off))
    for title, wish in ((_("☆ Wants the shift"), "on"), (_("✕ Does not want the shift"), "off")):
        inner = menu.addMenu(title)
        for shift in shifts.values():
            if agent.shifts is None or shift.id in agent.shifts:
                _add(inner, shift_name(shift), partial(_wish, edit, agent, days, shift, wish))
    menu.addSeparator()
    nothing = _("nothing on this day")
    clear = _add(menu, _("Take everything off the day"), lambda: edit(cleared(agent, days), nothing))
    clear.setIcon(icon("remove"))
    return menu


def _away(edit: Edit, agent: TeamAgent, days: Sequence[date], kind: str) -> None:
    edit(away_on(agent, days, kind), kind)


def _wish(edit: Edit, agent: TeamAgent, days: Sequence[date], shift: Shift, wish: str) -> None:
    mark = "☆" if wish == "on" else "✕"
    edit(wishing_on(agent, days, shift.id, wish), f"{mark} {shift_name(shift)}")


def _add(menu: QMenu, text: str, run: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked=False: run())
    return action
