"""The explanation panel: why this shift, why not another, who could take it; a line chosen does it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTabWidget, QTreeWidget, QTreeWidgetItem

from app.window.formats import signed_text
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look.icons import SIZE, icon
from app.window.look.look import look
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.plan import RosterPlan
from app.window.roster.reasons import Explanation, Option
from app.window.roster.short_texts import cell_name
from app.wording import words

_ = words("window")

SETTLED = 150
"""Milliseconds that the cursor must rest before another cell is explained."""
OPTION = Qt.ItemDataRole.UserRole + 1
CONTENTS = QHeaderView.ResizeMode.ResizeToContents


class ReasonsCard(Card):
    """`wanted` carries the cells of the line chosen and its words."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Why"))
        self._plan: RosterPlan | None = None
        self._cell: tuple[str, int] | None = None
        self.serves = label("", "")
        self.serves.setWordWrap(True)
        self.choices = _list(_("Other shifts for the agent"))
        self.takers = _list(_("Other agents for the shift"))
        self._explanation: Explanation | None = None
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Why"))
        self.tabs.addTab(self.choices, _("Why not another"))
        self.tabs.addTab(self.takers, _("Who could take it"))
        self.tabs.currentChanged.connect(lambda _tab: self._list_takers())
        self.put(self.serves, 0)
        self.put(self.tabs)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._explain)
        for shown in (self.choices, self.takers):
            shown.itemActivated.connect(self._choose)
            shown.itemDoubleClicked.connect(self._choose)

    def follow(self, plan: RosterPlan | None, cell: tuple[str, int] | None) -> None:
        """Explain another cell as soon as the cursor rests on it."""
        self._plan, self._cell = plan, cell
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Explain the cursor's cell when the panel comes up."""
        super().showEvent(event)
        self._soon.start()

    def explain_now(self) -> None:
        """Explain the cell without waiting."""
        self._soon.stop()
        self._explain()

    def _explain(self) -> None:
        if self._plan is None or self._cell is None or self._plan.version is None:
            return
        agent, day = self._cell
        cell = self._plan.roster.cells.get((agent, day))
        shift = self._plan.problem.shifts.get(cell.shift) if cell else None
        what = f"{shift_name(shift)} {shift_times(shift)}" if shift else _("day off")
        self.note.setText(f"{cell_name(self._plan, agent, day)} {what}")
        self._explanation = Explanation(self._plan, agent, day)
        self.serves.setText("\n".join(self._explanation.serves()))
        _fill(self.choices, self._explanation.choices())
        self._list_takers()

    def _list_takers(self) -> None:
        """Only when somebody looks: it takes longest."""
        looked_at = self.tabs.currentWidget() is self.takers and self._explanation is not None
        _fill(self.takers, self._explanation.takers() if looked_at and self._explanation else ())

    def _choose(self, item: QTreeWidgetItem) -> None:
        option: Option = item.data(0, OPTION)
        if option.cells:
            self.wanted.emit(option.cells, option.name)


def _list(name: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderLabels([_("Instead"), _("Yuan")])
    made.setRootIsDecorated(False)
    made.setItemsExpandable(False)
    made.setExpandsOnDoubleClick(False)
    made.setUniformRowHeights(True)
    made.setAccessibleName(name)
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
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in range(2):
            item.setToolTip(column, option.effect)
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
