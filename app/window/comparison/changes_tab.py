"""Which cells of the roster differ from that of the base: agent by agent, day by day."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.project.effective import team_of
from app.project.figures import Figures
from app.window.formats import short_day_text
from app.window.frame.tiles import label
from app.window.frame.view import ProjectView
from app.window.look import space
from app.window.look.look import look
from app.window.names import scenario_name
from app.window.roster.cell_texts import shift_name
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from scheduler.problem import Problem
from scheduler.reoptimise import changes

_ = words("window")


class ChangesTab(QWidget):
    """`show_pair` lists every cell that differs between two scenarios."""

    def __init__(self) -> None:
        super().__init__()
        self.note = label("", "quiet")
        self.table = NumbersTable(_("Roster changes"), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(8), 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(self.note)
        column.addWidget(self.table, 1)

    def show_pair(self, view: ProjectView, base: Figures | None, other: Figures | None) -> None:
        """Show what `other` changes of `base`; a sentence where there is nothing to compare."""
        rows = () if base is None or other is None else change_rows(view, base, other)
        both = base is not None and other is not None
        self.table.setVisible(both)
        if base is None or other is None:
            self.note.setText(_("calculate both scenarios to see them here"))
            return
        cells, agents = len(rows), len({row.cells[0] for row in rows})
        self.note.setText(_("{cells} cells of {agents} agents").format(cells=cells, agents=agents))
        names = scenario_name(base.scenario), scenario_name(other.scenario)
        heads = (_("Agent"), _("Day"), *names)
        self.table.show_rows(rows, tuple(Column(head, words=True, wide=n == 3) for n, head in enumerate(heads)))


def change_rows(view: ProjectView, base: Figures, other: Figures) -> tuple[Row, ...]:
    """A row for each agent and day that differ; none when the two plan other days."""
    problems = base.version.problem, other.version.problem
    if problems[0].horizon != problems[1].horizon:
        return ()
    names = {
        agent.id: agent.name or agent.id
        for figures in (other, base)
        for agent in team_of(view.project, view.project.scenario(figures.scenario))
    }
    found = changes(base.version.solution.roster, other.version.solution.roster)
    return tuple(
        Row(
            (
                names.get(change.agent, change.agent),
                short_day_text(problems[1].horizon.day(change.day)),
                _shift(problems[0], change.before),
                _shift(problems[1], change.after),
            )
        )
        for change in found
    )


def _shift(problem: Problem, shift: str | None) -> str:
    if shift is None:
        return _("day off")
    return shift_name(problem.shifts[shift]) if shift in problem.shifts else shift
