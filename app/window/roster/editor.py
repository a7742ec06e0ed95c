"""Editing by hand: what a key asks for becomes cells, written at once as one step of undo with a label that says it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication

from app.project.version import CellKey, Cells
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.roster.cell_texts import shift_name
from app.window.roster.copying import as_tsv
from app.window.roster.day_moves import break_moved, next_shift
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.editing import Grid, UnknownCode, filled, next_possible, pasted, swapped, with_shift
from app.window.roster.matrix import Matrix
from app.window.roster.plan import RosterPlan
from app.window.roster.selection import Move
from app.window.roster.shift_keys import shift_keys
from app.window.roster.short_texts import cell_name
from app.wording import words
from app.wording.names import listed
from app.wording.reasons import difference_words
from forecasts.findings import InputError
from scheduler.reasons.standing import Standing
from scheduler.solution import Outcome, Solution

_ = words("window")


class Editor:
    """What is done to the cells selected in the matrix."""

    def __init__(self, desk: Desk, matrix: Matrix) -> None:
        self._desk, self._matrix = desk, matrix
        self.details: Callable[[], None] = lambda: None
        self._cycled: tuple[CellKey, str] | None = None
        self._acts: Mapping[Act, Callable[[RosterPlan], None]] = {
            Act.DAY_OFF: lambda plan: self._set(plan, None),
            Act.NEXT_SHIFT: self._next_shift,
            Act.COPY: lambda _plan: self._copy(),
            Act.CUT: self._cut,
            Act.PASTE: self._paste,
            Act.FILL_DOWN: lambda plan: self._write(plan, filled(plan, self.grid, down=True), _("fill down")),
            Act.FILL_RIGHT: lambda plan: self._write(plan, filled(plan, self.grid, down=False), _("fill right")),
            Act.SWAP: self._swap,
            Act.LOCK: self._lock,
            Act.LOCK_WHOLE: self._lock_whole,
            Act.DETAILS: lambda _plan: self.details(),
            Act.EARLIER: lambda plan: self._shift_on(plan, later=False),
            Act.LATER: lambda plan: self._shift_on(plan, later=True),
            Act.BREAK_EARLIER: lambda plan: self._break_on(plan, -1),
            Act.BREAK_LATER: lambda plan: self._break_on(plan, 1),
        }

    @property
    def grid(self) -> Grid:
        """The cells selected, agents by days."""
        chosen, rows = self._matrix.selection, self._matrix.model.rows
        if chosen.is_empty:
            return []
        days = range(chosen.first_day, chosen.last_day + 1)
        return [[(rows[row].id, day) for day in days] for row in range(chosen.first_row, chosen.last_row + 1)]

    @property
    def keys(self) -> list[CellKey]:
        """The same in one list."""
        return [key for row in self.grid for key in row]

    def do(self, asked: Asked) -> None:
        """Do what a key asks for."""
        plan = self._matrix.plan
        if plan is None or not self.keys:
            return
        if asked.act is Act.SET:
            shift = asked.shift or self._known_keys(plan).get(asked.key)
            if shift is None:
                known = listed(f"{k} {self._shift_name(plan, s)}" for k, s in self._known_keys(plan).items())
                self._say(_("No shift has the key {key}. Keys: {known}").format(key=asked.key, known=known))
            else:
                self.set_shift(shift)
        elif asked.act in self._acts:
            self._acts[asked.act](plan)

    def set_shift(self, shift: str | None) -> None:
        """Put a shift into the selected cells and, from a single cell, move on to the next day."""
        if self._matrix.plan is not None:
            self._set(self._matrix.plan, shift)

    def _set(self, plan: RosterPlan, shift: str | None) -> None:
        single = self._matrix.selection.cells == 1
        cells = with_shift(plan, self.keys, shift)
        self._write(plan, cells, self._name(plan, shift))
        if single and shift is not None and self.keys[0] not in plan.locks:
            self._matrix.select(self._matrix.selection.moved(Move.RIGHT))

    def _next_shift(self, plan: RosterPlan) -> None:
        """Try the next shift; trying on in the same cell stays one step of undo."""
        key = self.keys[0]
        cells = next_possible(plan, key)
        cell = cells.get(key)
        goes_on = self._cycled == (key, self._desk.document.undo_label)
        self._write(plan, cells, self._name(plan, cell.shift if cell else None), goes_on=goes_on)
        self._cycled = key, self._desk.document.undo_label

    def _shift_on(self, plan: RosterPlan, later: bool) -> None:
        """The next earlier or later shift of the table in the cursor's cell."""
        cell = plan.roster.cells.get(self.keys[0])
        after = next_shift(plan, cell, later) if cell else None
        if after is not None and after != cell:
            self._write(plan, {self.keys[0]: after}, self._shift_name(plan, after.shift))

    def _break_on(self, plan: RosterPlan, steps: int) -> None:
        """The first break of the cursor's cell an interval earlier or later."""
        cell = plan.roster.cells.get(self.keys[0])
        if cell is not None and cell.breaks:
            wanted = cell.breaks[0] + steps * plan.horizon.interval_minutes
            after = break_moved(plan, cell, 0, wanted)
            self._write(plan, {} if after == cell else {self.keys[0]: after}, _("move break"))

    def edit(self, cells: Cells, what: str) -> None:
        """Write cells that were made with the pointer."""
        if self._matrix.plan is not None:
            self._write(self._matrix.plan, cells, what)

    def _copy(self) -> None:
        QApplication.clipboard().setText(as_tsv(self._matrix.model, self._matrix.selection))

    def _cut(self, plan: RosterPlan) -> None:
        self._copy()
        self._write(plan, with_shift(plan, self.keys, None), _("cut"))

    def _paste(self, plan: RosterPlan) -> None:
        text = QApplication.clipboard().text()
        if not text:
            self._say(_("The clipboard holds no text to paste."))
            return
        cells, unknown = pasted(plan, self._paste_grid(), text)
        if unknown:
            self._say(unknown_text(unknown))
            return
        self._write(plan, cells, _("paste"))

    def _paste_grid(self) -> Grid:
        """The cells selected; from a single one everything right of it and below."""
        chosen, rows = self._matrix.selection, self._matrix.model.rows
        if chosen.cells > 1:
            return self.grid
        return [[(row.id, day) for day in range(chosen.day, chosen.days)] for row in rows[chosen.row :]]

    def _swap(self, plan: RosterPlan) -> None:
        keys = self.keys
        if len(keys) != 2:
            self._say(_("Select two cells to swap: two agents on one day, or two days of one agent."))
            return
        cells = swapped(plan, keys[0], keys[1])
        difference = Standing(plan.problem, plan.roster).difference(cells) if cells else None
        self._write(plan, cells, _("swap"))
        if difference is not None:
            told = _("Swapped: {difference}.").format(difference=difference_words(difference))
            self._desk.say(Message(told, Mood.WARNING if difference.broken else Mood.GOOD))

    def _lock(self, plan: RosterPlan) -> None:
        self._set_locks(plan, self.keys, _("lock"), _("unlock"))

    def _lock_whole(self, plan: RosterPlan) -> None:
        """Whole days when the selection spans all agents or one, whole agents when it spans all days."""
        chosen, days = self._matrix.selection, range(plan.horizon.days)
        if chosen.first_row == chosen.last_row and chosen.first_day == chosen.last_day:
            keys = [(name, chosen.day) for name in plan.problem.agents]
        else:
            keys = [(row[0][0], day) for row in self.grid for day in days]
        self._set_locks(plan, keys, _("lock whole"), _("unlock whole"))

    def _set_locks(self, plan: RosterPlan, keys: list[CellKey], lock: str, unlock: str) -> None:
        on = not all(key in plan.locks for key in keys)
        locks = {key: on for key in keys if (key in plan.locks) != on}
        self._write(plan, {}, lock if on else unlock, locks)

    def _write(
        self,
        plan: RosterPlan,
        cells: Cells,
        what: str,
        locks: Mapping[CellKey, bool] | None = None,
        goes_on: bool = False,
    ) -> None:
        """Write the edit and show it; a roster that nobody searched for yet cannot be edited."""
        cells = {key: cell for key, cell in cells.items() if key not in plan.locks}
        if not cells and not locks:
            if set(self.keys) & plan.locks:
                self._say(_("Locked cells do not change. L unlocks them."))
            return
        self.write(plan, cells, locks or {}, self._label(plan, [*cells, *(locks or {})], what), goes_on)

    def write(
        self, plan: RosterPlan, cells: Cells, locks: Mapping[CellKey, bool], label: str, goes_on: bool = False
    ) -> None:
        """Write any edit of the plan shown as one step of undo, or with the one before that it goes on with."""
        try:
            if plan.version is None:  # a roster made by hand from nothing
                self._desk.document.save_roster(plan.problem, Solution(Outcome.FEASIBLE, objective=plan.cost.total))
            self._desk.document.edit_roster(label, cells, locks, goes_on)
        except InputError as error:
            from app.window.frame.project_acts import refusal

            self._desk.say(refusal(error))

    def _label(self, plan: RosterPlan, keys: list[CellKey], what: str) -> str:
        """客服03 11月4日 晚班, or how many cells."""
        if len(keys) == 1:
            return f"{cell_name(plan, *keys[0])} {what}"
        return _("{what}, {count} cells").format(what=what, count=len(keys))

    def _name(self, plan: RosterPlan, shift: str | None) -> str:
        return _("day off") if shift is None else self._shift_name(plan, shift)

    def _shift_name(self, plan: RosterPlan, shift: str) -> str:
        return shift_name(plan.problem.shifts[shift])

    def _known_keys(self, plan: RosterPlan) -> Mapping[str, str]:
        return shift_keys(plan.problem.shifts.values())

    def _say(self, text: str) -> None:
        self._desk.say(Message(text, Mood.WARNING))


def unknown_text(unknown: tuple[UnknownCode, ...]) -> str:
    """Every cell of the pasted text that names no shift, and that nothing was pasted."""
    shown = "；".join(
        _("row {row}, column {column}: “{text}”").format(row=cell.row, column=cell.column, text=cell.text)
        for cell in unknown[:5]
    )
    more = _("; {count} more").format(count=len(unknown) - 5) if len(unknown) > 5 else ""
    return _("Nothing was pasted. These cells name no shift: {shown}{more}. Use the codes of the legend.").format(
        shown=shown, more=more
    )
