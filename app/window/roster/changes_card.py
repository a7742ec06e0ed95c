"""What changed against a published or earlier version: cell by cell, and as a text for each agent to be told."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
)

from app.project.version import VersionHead, VersionState
from app.window.formats import moment_text, short_day_text
from app.window.frame.afterwards import SECOND, Afterwards
from app.window.frame.card import Card
from app.window.frame.own_height import OwnHeight
from app.window.frame.wrapping_row import WrappingRow
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.plan import RosterPlan
from app.wording import words
from scheduler.reoptimise import Change, changes
from scheduler.roster import Roster

_ = words("window")

CHANGE = Qt.ItemDataRole.UserRole + 1
AFTER = 3
"""The last column."""
AT_ONCE = 100
"""Changes listed in one go: some ten milliseconds."""


class ChangesCard(Card):
    """`chosen` carries agent and day of a change; `wanted`: cells as they were, and what that is called; `published`:
    the roster shown is what agents are told. What is done to changes is done to those selected, or to all.
    """

    chosen = Signal(str, int)
    wanted = Signal(object, str)
    published = Signal()

    def __init__(self) -> None:
        super().__init__(_("Changes"))
        self._plan: RosterPlan | None = None
        self._versions: tuple[VersionHead, ...] = ()
        self._roster_of: Callable[[int], Roster] = lambda _number: Roster({})
        self._before: tuple[int, Roster] | None = None
        self._left: tuple[Change, ...] = ()
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._list_more)
        self._later = Afterwards(self, self._fill, SECOND)
        self.against = QComboBox()
        self.against.setAccessibleName(_("Compared with"))
        self.against.currentIndexChanged.connect(lambda _row: self._fill())
        self.copy = QPushButton(icon("copy"), _("Copy texts"))
        self.copy.setToolTip(_("A text for each agent whose shifts change, or for those selected, for the team chat"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.texts()))
        self.back = QPushButton(icon("undo"), _("Take back"))
        self.back.setToolTip(_("All these days, or those selected, become again what they were in that version"))
        self.back.clicked.connect(lambda _checked=False: self._take_back())
        self.publish = QPushButton(icon("publish"), _("Publish"))
        self.publish.setToolTip(_("Keep this version as what agents were told; later edits become a new draft"))
        self.publish.clicked.connect(self.published)
        self.against.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        acts = OwnHeight()
        row = WrappingRow(acts, look().px(space.RELATED))
        for act in (self.copy, self.back, self.publish):
            act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(act)
        self.column.addWidget(self.against)
        self.column.addWidget(acts)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([_("Agent"), _("Day"), _("Before"), _("After")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(_("Changes"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setResizeContentsPrecision(0)  # what is in view; thousands are not measured anew each time
        self.list.header().setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.put(self.list)
        self.column.addStretch(0)

    def show_versions(
        self,
        plan: RosterPlan | None,
        versions: Sequence[VersionHead],
        roster_of: Callable[[int], Roster],
        against: int | None = None,
    ) -> None:
        """Compare the plan with one of the versions before it: with that of a number, else with the one chosen, at
        first the last one published. `roster_of`: the roster of a number, read when it is compared with.
        """
        self._plan, self._roster_of, self._before = plan, roster_of, None
        now = plan.version.number if plan and plan.version else 0
        self._versions = tuple(version for version in versions if version.number != now)
        wanted = against if against is not None else self.against.currentData()
        blocked = self.against.blockSignals(True)
        self.against.clear()
        for version in reversed(self._versions):
            self.against.addItem(version_name(version), version.number)
        published = [v.number for v in self._versions if v.state is VersionState.PUBLISHED]
        row = self.against.findData(wanted if wanted is not None else published[-1] if published else None)
        self.against.setCurrentIndex(max(0, row))
        self.against.blockSignals(blocked)
        draft = plan is not None and plan.version is not None and plan.version.state is VersionState.DRAFT
        self.publish.setEnabled(draft)
        if against is None and self.list.topLevelItemCount() <= AT_ONCE:
            self._fill()
        else:  # a search's roster differs in thousands of cells: matrix and chart are painted first
            self._later.ask()

    def show_plan(self, plan: RosterPlan | None) -> None:
        """The same versions, the plan edited."""
        if plan is not self._plan:
            self._plan = plan
            self._fill()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The cells that differ from the version compared with."""
        number = self.against.currentData()
        if self._plan is None or self._plan.version is None or number is None:
            return ()
        if self._before is None or self._before[0] != number:
            self._before = number, self._roster_of(number)
        return changes(self._before[1], self._plan.roster)

    def _fill(self) -> None:
        self.list.clear()
        found = self._left = self.changes
        if len(found) > AT_ONCE:
            self._soon.start()  # after the matrix has been painted
        else:
            self._list_more()
        agents = len({change.agent for change in found})
        told = _("{cells} cells of {agents} agents").format(cells=len(found), agents=agents)
        self.note.setText(told if self._versions else _("This is the first version."))
        self.copy.setEnabled(bool(found))
        self.back.setEnabled(bool(found))
        for part in (self.against, self.copy, self.back, self.list):
            part.setVisible(bool(self._versions))

    def _list_more(self) -> None:
        """The next of them; keys and pointer are looked at before there are more."""
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        self.list.addTopLevelItems([self._item(change) for change in now])
        self._soon.start() if self._left else self._soon.stop()

    def _item(self, change: Change) -> QTreeWidgetItem:
        plan = self._plan
        assert plan is not None  # noqa: S101  # changes are of a plan
        day = short_day_text(plan.horizon.day(change.day))
        before, after = self._shift(change.before), self._shift(change.after)
        names = [self._shift(shift, with_times=False) for shift in (change.before, change.after)]
        item = QTreeWidgetItem([plan.name_of(change.agent), day, *names])
        item.setToolTip(2, before)
        item.setToolTip(3, after)
        item.setData(0, CHANGE, change)
        return item

    def _shift(self, shift: str | None, with_times: bool = True) -> str:
        known = self._plan.problem.shifts.get(shift) if self._plan and shift else None
        if known is None:
            return shift or _("day off")
        return f"{shift_name(known)} {shift_times(known)}" if with_times else shift_name(known)

    def texts(self) -> str:
        """A paragraph for each agent whose shifts change; only for those selected when some are."""
        lines: dict[str, list[str]] = {}
        wanted = {change.agent for change in self._selected()}
        for change in self.changes:
            if self._plan is not None and change.agent in (wanted or {change.agent}):
                day = short_day_text(self._plan.horizon.day(change.day))
                text = _("{day}: {before} → {after}").format(
                    day=day, before=self._shift(change.before), after=self._shift(change.after)
                )
                lines.setdefault(self._plan.name_of(change.agent), []).append(text)
        return "\n\n".join("\n".join((agent, *told)) for agent, told in lines.items())

    def _selected(self) -> tuple[Change, ...]:
        return tuple(item.data(0, CHANGE) for item in self.list.selectedItems())

    def _take_back(self) -> None:
        """Ask for the cells as the version compared with has them, breaks included."""
        if self._before is None or self._plan is None:
            return
        (number, before), problem = self._before, self._plan.problem
        places = [(change.agent, change.day) for change in self._selected() or self.changes]
        found = {place: before.cells.get(place) for place in places if place[0] in problem.agents}
        cells = {place: cell for place, cell in found.items() if cell is None or cell.shift in problem.shifts}
        self.wanted.emit(cells, _("as in version {number}").format(number=number))

    def _choose(self, item: QTreeWidgetItem) -> None:
        change: Change = item.data(0, CHANGE)
        self.chosen.emit(change.agent, change.day)


def version_name(version: VersionHead) -> str:
    """`版本 3（已发布）11月2日 21:40`."""
    state = _("published") if version.state is VersionState.PUBLISHED else _("draft")
    return _("Version {number} ({state}) {when}").format(
        number=version.number, state=state, when=moment_text(version.created)
    )
