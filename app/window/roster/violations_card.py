"""The list of violations with a switch for each severity; choosing one leads to its cell."""

from collections import Counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look import space
from app.window.roster.cells import GRAVEST_FIRST
from app.window.roster.exception_dialog import ExceptionDialog
from app.window.roster.ink import ink
from app.window.roster.marks import severity_mark
from app.window.roster.plan import RosterPlan
from app.window.roster.violations_model import (
    SHAPES,
    Line,
    ViolationRole,
    ViolationsModel,
    gone_exceptions,
    lines_of,
)
from app.wording import words
from scheduler.violation import Severity, Violation

_ = words("window")

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
SENTENCE_LINES = 2


class RuleAndSentence(QStyledItemDelegate):
    """The rule, and under it who, when and by how much."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The rule and two lines for the sentence."""
        pens = ink()
        return QSize(
            pens.px(200),
            round(pens.body_metrics.height() + SENTENCE_LINES * pens.quiet_metrics.height()) + pens.px(space.RELATED),
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the mark, the rule and the sentence."""
        pens, box = ink(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, pens.accent_soft)
        violation: Violation = index.data(ViolationRole.VIOLATION)
        size = pens.px(9)
        first = QRectF(box.left(), box.top() + pens.px(4), box.width(), pens.body_metrics.height())
        mark = QRectF(box.left() + pens.px(2), first.center().y() - size / 2, size, size)
        accepted = bool(index.data(ViolationRole.REASON))
        if accepted:
            painter.setPen(pens.good)
            painter.setFont(pens.body)
            painter.drawText(QRectF(mark.left(), first.top(), mark.width() + pens.px(4), first.height()), LEFT, "✓")
        else:
            severity_mark(painter, violation.severity, mark, pens.severity(violation.severity), pens.surface)
        left = mark.right() + pens.px(space.RELATED)
        room = box.right() - left - pens.px(space.IN_CELL)
        painter.setFont(pens.body)
        painter.setPen(pens.text_quiet if accepted else pens.text)
        title = pens.body_metrics.elidedText(index.data(ViolationRole.TITLE), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, first.top(), room + 2, first.height()), LEFT, title)
        painter.setFont(pens.quiet)
        painter.setPen(pens.text_quiet)
        below = QRectF(left, first.bottom(), room, SENTENCE_LINES * pens.quiet_metrics.height())
        painter.drawText(below, WRAPPED, index.data(ViolationRole.SENTENCE))
        painter.restore()


class ViolationsCard(Card):
    """`chosen` carries the violation to jump to; `accepted` one with the reason typed, "" to take that back."""

    chosen = Signal(object)
    accepted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Violations"))
        self._plan: RosterPlan | None = None
        self.model = ViolationsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(RuleAndSentence(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_("Violations"))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._switches = {severity: self._switch() for severity in GRAVEST_FIRST}
        self._accepted = self._switch()
        self.none = label("", "quiet")
        self.none.setWordWrap(True)
        self.column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        self.put(self.list)
        self.accept = QPushButton(_("Accept as an exception …"))
        self.accept.clicked.connect(self._ask)
        self.column.addWidget(self.accept)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._follow())

    def _switch(self) -> QPushButton:
        switch = QPushButton()
        switch.setCheckable(True)
        switch.setChecked(True)
        switch.toggled.connect(self._fill)
        self.title_row.addWidget(switch)
        return switch

    def show_plan(self, plan: RosterPlan | None) -> None:
        """List the violations of a plan."""
        self._plan = plan
        names = {Severity.LAW: _("Against the law"), Severity.POLICY: _("Against the rules"), Severity.HINT: _("Hints")}
        open_ones = [found for found in plan.violations if not plan.reason_for(found)] if plan else []
        counts = Counter(violation.severity for violation in open_ones)
        for severity, switch in self._switches.items():
            switch.setText(f"{SHAPES[severity]} {counts[severity]}")
            switch.setToolTip(names[severity])
            switch.setAccessibleName(f"{names[severity]} {counts[severity]}")
            switch.setVisible(bool(counts[severity]))
        self._count_accepted(plan, len(open_ones))
        self._fill()

    def _count_accepted(self, plan: RosterPlan | None, open_ones: int) -> None:
        """Every exception of the scenario, also of what is no longer broken."""
        count = len(plan.violations) - open_ones + len(gone_exceptions(plan)) if plan else 0
        self._accepted.setText(f"✓ {count}")
        self._accepted.setToolTip(_("Exceptions with their reasons"))
        self._accepted.setAccessibleName(f"{_('Exceptions with their reasons')} {count}")
        self._accepted.setVisible(bool(count))

    def _fill(self) -> None:
        shown = frozenset(severity for severity, switch in self._switches.items() if switch.isChecked())
        lines = lines_of(self._plan, shown, self._accepted.isChecked()) if self._plan else ()
        self.model.show_lines(lines)
        judged = self._plan is not None and self._plan.version is not None
        self.none.setText(_("No violations ✓") if judged else _("A roster is judged as soon as there is one."))
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._follow()

    @property
    def _line(self) -> Line | None:
        """The line chosen."""
        row = self.list.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _follow(self) -> None:
        """What can be done to the line chosen."""
        line = self._line
        self.accept.setVisible(line is not None)
        taken = line is not None and bool(line.reason)
        self.accept.setText(_("Take the exception back") if taken else _("Accept as an exception …"))

    def _ask(self) -> None:
        """Ask for the reason; one that is accepted already is no longer."""
        line = self._line
        if line is None:
            return
        if line.reason:
            self.accepted.emit(line.violation, "")
            return
        dialog = ExceptionDialog(line.violation, line.title, line.sentence, self)
        dialog.accepted.connect(lambda: self.accepted.emit(line.violation, dialog.reason))
        dialog.open()

    def step(self, forwards: bool) -> None:
        """Choose the next or the previous violation."""
        rows = self.model.rowCount()
        if rows:
            now = self.list.currentIndex().row()
            start = now + 1 if forwards else now - 1 if now >= 0 else rows - 1
            index = self.model.index(start % rows, 0)
            self.list.setCurrentIndex(index)
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        violation = index.data(ViolationRole.VIOLATION)
        if isinstance(violation, Violation):
            self.chosen.emit(violation)
