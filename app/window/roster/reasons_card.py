"""The explanation panel: why this shift, why not another, who could take it or swap, who could help at an hour that is
short; a line chosen does it.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTabWidget, QTreeWidget, QTreeWidgetItem

from app.window.formats import short_day_text, signed_text, span_text
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look.icons import SIZE, icon
from app.window.look.look import look
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.hour_reasons import HourExplanation
from app.window.roster.plan import RosterPlan
from app.window.roster.reasons import Explanation, Option
from app.window.roster.short_texts import cell_name
from app.wording import words

_ = words("window")

LEAST_LIST = 120
SETTLED = 150
"""Milliseconds that the cursor must rest before another cell is explained."""
OPTION = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CONTENTS = QHeaderView.ResizeMode.ResizeToContents


class ReasonsCard(Card):
    """`wanted` carries the cells of the line chosen and its words."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Why"))
        self._plan: RosterPlan | None = None
        self._cell: tuple[str, int] | None = None
        self._hour: tuple[int, str | None] | None = None
        self.serves = label("", "")
        self.serves.setWordWrap(True)
        self.choices = _list(_("Other shifts for the agent"))
        self.takers = _list(_("Other agents for the shift"))
        self.swaps = _list(_("Other agents to swap with"))
        self.helps = _list(_("Agents for the hour"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Why"))
        self.tabs.setUsesScrollButtons(True)
        named = {_("Exchange"): self.choices, _("Give"): self.takers, _("Swap"): self.swaps}
        for name, shown in (named | {_("Fill"): self.helps}).items():
            self.tabs.setTabToolTip(self.tabs.addTab(shown, name), shown.accessibleName())
            shown.itemActivated.connect(self._choose)
            shown.itemDoubleClicked.connect(self._choose)
        self.tabs.currentChanged.connect(lambda _tab: self._explain())
        self.put(self.serves, 0)
        self.put(self.tabs)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._explain)

    def follow(self, plan: RosterPlan | None, cell: tuple[str, int] | None) -> None:
        """Explain another cell as soon as the cursor rests on it."""
        self._plan, self._cell = plan, cell
        if self.isVisible():
            self._soon.start()

    def follow_hour(self, interval: int | None, skill: str | None) -> None:
        """Another hour has been chosen in the chart, with the skill shown there; None ends it."""
        self._hour = None if interval is None else (interval, skill)
        if self.isVisible() and self.tabs.currentWidget() is self.helps:
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Explain the cursor's cell when the panel comes up."""
        super().showEvent(event)
        self._soon.start()

    def explain_now(self, hour: bool = False) -> None:
        """Explain the cell without waiting, or who could help at the hour chosen."""
        self._soon.stop()
        blocked = self.tabs.blockSignals(True)
        if hour:
            self.tabs.setCurrentWidget(self.helps)
        elif self.tabs.currentWidget() is self.helps:
            self.tabs.setCurrentWidget(self.choices)
        self.tabs.blockSignals(blocked)
        self._explain()

    def _explain(self) -> None:
        """Only what somebody looks at: agents by the hundred take a while."""
        self._soon.stop()
        if self._plan is None or self._plan.version is None:
            return
        if self.tabs.currentWidget() is self.helps:
            self._explain_hour(self._plan)
        elif self._cell is not None:
            self._explain_cell(self._plan, *self._cell)

    def _explain_hour(self, plan: RosterPlan) -> None:
        if self._hour is None:
            self.note.setText("")
            self.serves.setText(_("Choose an hour in the chart; F7 goes to the next one that is short."))
            _fill(self.helps, ())
            return
        interval, skill = self._hour
        day, inside = divmod(interval, plan.horizon.intervals_per_day)
        minute, step = inside * plan.horizon.interval_minutes, plan.horizon.interval_minutes
        self.note.setText(f"{short_day_text(plan.horizon.day(day))} {span_text(minute, minute + step)}")
        found = HourExplanation(plan, interval, skill)
        self.serves.setText("\n".join(found.sentences()))
        _fill(self.helps, found.helps())

    def _explain_cell(self, plan: RosterPlan, agent: str, day: int) -> None:
        cell = plan.roster.cells.get((agent, day))
        shift = plan.problem.shifts.get(cell.shift) if cell else None
        what = f"{shift_name(shift)} {shift_times(shift)}" if shift else _("day off")
        self.note.setText(f"{cell_name(plan, agent, day)} {what}")
        found = Explanation(plan, agent, day)
        self.serves.setText("\n".join(found.serves()))
        listed = {self.choices: found.choices, self.takers: found.takers, self.swaps: found.swaps}
        for tree, options in listed.items():
            _fill(tree, options() if tree is self.tabs.currentWidget() else ())

    def _choose(self, item: QTreeWidgetItem) -> None:
        option: Option = item.data(0, OPTION)
        if option.cells:
            self.wanted.emit(option.cells, option.name)


def _list(name: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderLabels([_("Instead"), _("Yuan")])
    made.headerItem().setTextAlignment(1, RIGHT)
    made.setRootIsDecorated(False)
    made.setItemsExpandable(False)
    made.setExpandsOnDoubleClick(False)
    made.setUniformRowHeights(True)
    made.setAccessibleName(name)
    made.setMinimumHeight(look().px(LEAST_LIST))
    made.setToolTip(_("Enter or a double click does it"))
    made.header().setStretchLastSection(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, CONTENTS)):
        made.header().setSectionResizeMode(column, mode)
    return made


def _no_icon() -> QIcon:
    """As wide as one, so that names stand beneath each other."""
    empty = QPixmap(look().px(SIZE), look().px(SIZE))
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def _fill(tree: QTreeWidget, options: tuple[Option, ...]) -> None:
    """Each option with what it costs, and beneath it what it breaks and what makes the cost."""
    tree.clear()
    for option in options:
        item = QTreeWidgetItem([option.name, signed_text(option.yuan)])
        item.setTextAlignment(1, RIGHT)
        for column in range(2):
            item.setToolTip(column, "\n".join((option.name, *option.effects)))
        item.setIcon(0, icon("policy", "policy") if option.breaks_rules else _no_icon())
        item.setForeground(1, look().colour("shortage" if option.yuan > 0 else "good"))
        item.setData(0, OPTION, option)
        tree.addTopLevelItem(item)
        for text in option.effects:
            effect = _effect(text)
            item.addChild(effect)
            effect.setFirstColumnSpanned(True)
    tree.expandAll()


def _effect(text: str) -> QTreeWidgetItem:
    """A quiet line that cannot be chosen."""
    line = QTreeWidgetItem([text])
    line.setFlags(Qt.ItemFlag.NoItemFlags)
    line.setForeground(0, look().colour("text_quiet"))
    line.setToolTip(0, text)
    return line
