"""The status line: saved, rows, violations by severity, and whether the holiday table knows the years planned."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from app.window.formats import number_text
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.look import look
from app.wording import words
from scheduler.violation import Severity

if TYPE_CHECKING:
    from app.window.frame.view import ProjectView
    from scheduler.judged import Judged
    from scheduler.violation import Violation

_ = words("window")
MARKS = {Severity.LAW: "▲", Severity.POLICY: "◆", Severity.HINT: "●"}


class StatusLine(QFrame):
    """Four quiet facts; every change is saved at once, so the first says so wherever changes can be made."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(space.IN_CARD), look().px(4), look().px(space.IN_CARD), look().px(4))
        row.setSpacing(look().px(space.BETWEEN_CARDS))
        self._facts: list[QLabel] = [label("", "quiet") for _number in range(4)]
        for fact in self._facts:
            row.addWidget(fact)
        row.addStretch(1)

    def show_project(self, view: ProjectView | None, judged: Judged | None, read_only: bool = False) -> None:
        """Say the facts of a project and its roster."""
        saved = _("To look at only") if read_only else _("Saved ✓")
        facts = (
            ["", "", "", ""] if view is None else [saved, rows_text(view), violations_text(view, judged), years(view)]
        )
        for shown, fact in zip(self._facts, facts, strict=True):
            shown.setText(fact)
            shown.setVisible(bool(fact))


def rows_text(view: ProjectView) -> str:
    """How many counted intervals the history has."""
    rows = sum(len(counts) for _key, counts in view.project.history)
    return _("{rows} history rows").format(rows=number_text(rows))


def violations_text(view: ProjectView, judged: Judged | None) -> str:
    """`违规 ▲2 ◆5 · 2 项例外`: what is accepted is told apart; ✓ when nothing is left, "" before there is a roster."""
    if judged is None:
        return ""
    open_ones = [one for one in judged.violations if not _is_accepted(view, one)]
    found, accepted = Counter(one.severity for one in open_ones), len(judged.violations) - len(open_ones)
    marks = " ".join(f"{MARKS[severity]}{found[severity]}" for severity in Severity if found[severity])
    told = f"{_('Violations')} {marks}" if open_ones else _("No violations ✓")
    return told + " · " + _("{count} accepted").format(count=accepted) if accepted else told


def _is_accepted(view: ProjectView, violation: Violation) -> bool:
    from app.project.waiver import reason_of  # with numpy, which the first sight of the window does without

    waivers = view.project.waivers
    return bool(waivers and reason_of(waivers, view.scenario.name, violation, view.project.horizon))


def years(view: ProjectView) -> str:
    """Whether the days off of the years planned have been announced and are in the table."""
    from forecasts.day_kinds import announced

    horizon = view.project.horizon
    planned = sorted({horizon.first_day.year, horizon.day(horizon.days - 1).year})
    marks = " ".join(
        f"{year} ✓" if announced(year) else _("{year} not announced").format(year=year) for year in planned
    )
    edited = sum(day.year in planned for day in view.project.outlook.calendar)
    changed = " · " + _("{days} days by hand").format(days=edited) if edited else ""
    return _("Holiday table {years}").format(years=marks) + changed
