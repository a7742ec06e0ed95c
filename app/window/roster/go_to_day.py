"""Ctrl+G: type a day of the horizon, and the cursor goes there."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.window.formats import days_text
from app.window.frame.dialog_column import dialog_column
from app.window.frame.tiles import label
from app.window.look.look import look
from app.window.tables.typed import typed_day
from app.wording import words
from forecasts.horizon import Horizon

_ = words("window")
WIDTH = 260


class GoToDay(QDialog):
    """`chosen` carries the number of the day typed; a text that is none says why and stays."""

    chosen = Signal(int)

    def __init__(self, horizon: Horizon, parent: QWidget) -> None:
        super().__init__(parent)
        self._horizon = horizon
        self.setWindowTitle(_("Go to a day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, last = horizon.day(0), horizon.day(horizon.days - 1)
        self.field = QLineEdit()
        self.field.setPlaceholderText(f"{first:%m-%d}")
        self.field.setAccessibleName(_("Go to a day"))
        self.field.setMinimumWidth(look().px(WIDTH))
        self.field.returnPressed.connect(self._go)
        self.said = label(_("A day of {days}, such as 11-11 or 11").format(days=days_text(first, last)), "quiet")
        self.said.setWordWrap(True)
        column = dialog_column(self)
        column.addWidget(self.field)
        column.addWidget(self.said)

    def _go(self) -> None:
        try:
            day = self._horizon.day_number(self._day(self.field.text().strip()))
        except ValueError as none:
            self.said.setText(str(none))
            return
        if not 0 <= day < self._horizon.days:
            first, last = self._horizon.day(0), self._horizon.day(self._horizon.days - 1)
            self.said.setText(_("That day is not planned. Planned: {days}.").format(days=days_text(first, last)))
            return
        self.chosen.emit(day)
        self.accept()

    def _day(self, text: str) -> date:
        """A number alone is the day of the month."""
        if text.isdigit() and 1 <= int(text) <= 31:
            days = (self._horizon.day(number) for number in range(self._horizon.days))
            return next((day for day in days if day.day == int(text)), date.min)
        return typed_day(text, self._horizon.first_day)
