"""How the matrix is shown: filter, groups, order, days across, and what else is on show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.window.frame.own_height import OwnHeight
from app.window.frame.tiles import label
from app.window.frame.window_keys import key_for
from app.window.frame.wrapping_row import WrappingRow
from app.window.look import space
from app.window.look.look import look
from app.window.roster.matrix import ZOOMS
from app.window.roster.rows import Arrangement, GroupBy, SortBy
from app.window.roster.show_menu import ShowMenu
from app.wording import words

_ = words("window")


class ArrangementBar(OwnHeight):
    """`changed`: other rows or another order; `zoomed`: so many days across, None for all; `day_wanted`: the chosen
    day hour by hour. What `show` offers tells of itself.
    """

    changed = Signal()
    zoomed = Signal(object)
    day_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find agents"))
        self.filter.setAccessibleName(_("Find agents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(look().px(150))
        self.groups = _combo(_("Group"), _group_names())
        self.groups.setCurrentIndex(self.groups.findData(GroupBy.CONTRACT))
        self.order = _combo(_("Order"), _order_names())
        self.days = _combo(_("Days across"), {None: _("All days"), 14: _("14 days"), 7: _("7 days"), 3: _("3 days")})
        self.show_menu = ShowMenu(self)
        self.day = QPushButton(_("Day view"))
        self.day.setCheckable(True)
        self.day.setShortcut(key_for("Ctrl+B"))
        self.day.setToolTip(_("The chosen day hour by hour, with breaks ({key})").format(key=key_for("Ctrl+B")))
        row = WrappingRow(self, look().px(space.RELATED))
        grouped, ordered = _named(_("Group by"), self.groups), _named(_("Order"), self.order)
        for part in (self.filter, grouped, ordered, self.days, self.show_menu.button, self.day):
            row.addWidget(part)
        self.filter.textChanged.connect(lambda _text: self.changed.emit())
        self.groups.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.order.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.days.currentIndexChanged.connect(lambda _row: self.zoomed.emit(self.days.currentData()))
        self.day.toggled.connect(self.day_wanted)

    @property
    def arrangement(self) -> Arrangement:
        """What the fields ask for."""
        return Arrangement(GroupBy(self.groups.currentData()), SortBy(self.order.currentData()), self.filter.text())

    def follow_zoom(self, days_across: int | None) -> None:
        """Say the zoom that the wheel has set."""
        blocked = self.days.blockSignals(True)
        self.days.setCurrentIndex(ZOOMS.index(days_across))
        self.days.blockSignals(blocked)


def _group_names() -> dict[object, str]:
    return {
        GroupBy.CONTRACT: _("Contract"),
        GroupBy.GROUP: _("Team"),
        GroupBy.SKILL: _("Skill"),
        GroupBy.NONE: _("No groups"),
    }


def _order_names() -> dict[object, str]:
    return {
        SortBy.TEAM: _("As in the team"),
        SortBy.NAME: _("Name"),
        SortBy.HOURS: _("Most hours"),
        SortBy.VIOLATIONS: _("Most violations"),
    }


def _named(name: str, field: QWidget) -> QWidget:
    """A field behind its name; they stay together."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(look().px(space.IN_CELL), 0, 0, 0)
    row.setSpacing(look().px(space.RELATED))
    row.addWidget(label(name, "quiet"))
    row.addWidget(field)
    return made


def _combo(name: str, choices: dict[object, str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for data, text in choices.items():
        made.addItem(text, data)
    return made
