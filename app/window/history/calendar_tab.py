"""The calendar of one year at a time, editable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.window.frame.tiles import label
from app.window.history.calendar_days import NO_EDITS, Edits, calendar_days, calendar_editor, edited_calendar, notice
from app.window.look import space
from app.window.look.look import look
from app.wording import words

_ = words("window")


class CalendarTab(QWidget):
    """`changed` carries all `Edits`; `refused` why a text was not taken."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._edits, self._late = NO_EDITS, False
        self.year = QSpinBox()
        self.year.setRange(2000, 2100)
        self.year.setAccessibleName(_("Year"))
        self.year.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.year.valueChanged.connect(lambda _year: self._show_if_seen())
        self.notice = label("", "quiet")
        self.notice.setWordWrap(True)
        self.list = calendar_editor(self.year.value)
        self.list.changed.connect(lambda days: self.changed.emit(edited_calendar(self.year.value(), self._edits, days)))
        self.list.refused.connect(self.refused.emit)
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self.year)
        row.addWidget(self.notice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def show_calendar(self, edits: Edits, year: int) -> None:
        """Show the edits; the year only at first."""
        self._edits = edits
        if self.year.value() == self.year.minimum():
            self.year.setValue(year)
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        self._late = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list as soon as somebody looks."""
        super().showEvent(event)
        if self._late:
            self._show()

    def _show(self) -> None:
        self._late, year = False, self.year.value()
        self.notice.setText(notice(year))
        self.list.show_values(calendar_days(year, self._edits))
