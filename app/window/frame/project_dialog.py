"""What a project is told about itself: a name, the days to plan, and the length of an interval."""

from dataclasses import replace
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
NEW_DAYS, NEW_MINUTES, MOST_DAYS = 21, 30, 62


class ProjectDialog(QDialog):
    """`project` is what was typed; OK stays off without a name. `known`: the project that is changed, None for a new
    one.
    """

    def __init__(self, parent: QWidget, known: Project | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Planning horizon") if known else _("New project"))
        self._known = known or Project(_("Double 11"), Horizon(date(date.today().year, 11, 1), NEW_DAYS, NEW_MINUTES))
        horizon = self._known.horizon
        self._name = QLineEdit(self._known.name)
        self._first = QDateEdit(QDate(horizon.first_day.year, horizon.first_day.month, horizon.first_day.day))
        self._first.setDisplayFormat("yyyy-MM-dd")
        self._first.setCalendarPopup(True)
        self._days = QSpinBox(minimum=1, maximum=max(MOST_DAYS, horizon.days), value=horizon.days)
        self._days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._minutes = QComboBox()
        for minutes in (15, 30, 60):
            self._minutes.addItem(str(minutes), minutes)
        self._minutes.setCurrentIndex(self._minutes.findData(horizon.interval_minutes))
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
        """The project as typed, an empty one when it is new."""
        first = self._first.date()
        horizon = Horizon(
            date(first.year(), first.month(), first.day()), self._days.value(), self._minutes.currentData()
        )
        return replace(self._known, name=self._name.text().strip(), horizon=horizon)
