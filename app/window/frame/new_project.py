"""What a new project needs to be told: a name, the days to plan, and the length of an interval."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.project.project import Project
from app.window.frame.dialog_column import dialog_column
from app.window.look import space
from app.window.look.look import look
from app.wording import words
from forecasts.horizon import Horizon

_ = words("window")


class NewProjectDialog(QDialog):
    """`project` is what was typed; OK stays off without a name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New project"))
        self._name = QLineEdit(_("Double 11"))
        self._first = QDateEdit(QDate(date.today().year, 11, 1))
        self._first.setDisplayFormat("yyyy-MM-dd")
        self._first.setCalendarPopup(True)
        self._days = QSpinBox(minimum=1, maximum=62, value=21)
        self._days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._minutes = QComboBox()
        for minutes in (15, 30, 60):
            self._minutes.addItem(str(minutes), minutes)
        self._minutes.setCurrentIndex(1)
        column = dialog_column(self, space.IN_CARD)
        column.addLayout(self._form())
        column.addWidget(self._buttons())

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(look().px(space.RELATED))
        for name, field in (
            (_("Project name"), self._name),
            (_("First day planned"), self._first),
            (_("Number of days"), self._days),
            (_("Interval in minutes"), self._minutes),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setProperty("kind", "primary")
        self._name.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))
        return buttons

    def project(self) -> Project:
        """An empty project as typed."""
        first = self._first.date()
        horizon = Horizon(
            date(first.year(), first.month(), first.day()), self._days.value(), self._minutes.currentData()
        )
        return Project(self._name.text().strip(), horizon)
