"""The formats to choose from, what may stand in the file, and the way to the folder used last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QRadioButton

from app.window.export.saving import last_folder, open_folder
from app.window.export.targets import Target, targets
from app.window.frame.card import Card
from app.window.frame.own_height import over_lines
from app.window.frame.tiles import label
from app.wording import words

_ = words("window")


class ExportChoices(Card):
    """`chosen` tells that another format was taken, `names_wanted` that the attendance system's names are to be
    edited.
    """

    chosen = Signal()
    names_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("What is written"))
        self._formats = QButtonGroup(self)
        for number, target in enumerate(targets()):
            self._add(number, target)
        self._note = label("", "quiet")
        self._wages = QCheckBox(_("Hourly cost and planned pay too"))
        self._old_excel = QCheckBox(_("For an old Excel (GB18030)"))
        self._names = QPushButton(_("Names in the attendance system …"))
        self._names.clicked.connect(self.names_wanted)
        self._folder = QPushButton(_("Open the last folder"))
        self._folder.clicked.connect(self._open_folder)
        privacy = label(
            _("Wages stand in the HR workbook only, and only if asked. Agents' ids: HR, attendance, long table."),
            "quiet",
        )
        self.column.addWidget(over_lines(self._note))
        self.column.addWidget(self._wages)
        self.column.addWidget(self._old_excel)
        self.column.addWidget(self._names)
        self.column.addStretch(1)
        self.column.addWidget(over_lines(privacy))
        self.column.addWidget(self._folder)
        self._formats.idClicked.connect(lambda _number: self._follow())
        self._follow()

    def _add(self, number: int, target: Target) -> None:
        button = QRadioButton(target.name)
        button.setAccessibleName(target.name)
        button.setToolTip(target.note)
        button.setChecked(number == 0)
        self._formats.addButton(button, number)
        self.column.addWidget(button)

    def choose(self, format_: str) -> None:
        """Take a format as if its button had been pressed."""
        number = next(number for number, target in enumerate(targets()) if target.format == format_)
        self._formats.button(number).click()

    @property
    def target(self) -> Target:
        """What is chosen to be written."""
        return targets()[max(0, self._formats.checkedId())]

    @property
    def with_wages(self) -> bool:
        """Whether yuan are asked for, where they may stand."""
        return self.target.wages and self._wages.isChecked()

    @property
    def for_old_excel(self) -> bool:
        """Whether a table of plain text is to be written as an old Excel on a Chinese Windows reads it."""
        return self.target.text and self._old_excel.isChecked()

    def follow_folder(self) -> None:
        """The folder can be opened once there is one."""
        self._folder.setEnabled(last_folder() is not None)

    def _follow(self) -> None:
        self._note.setText(self.target.note)
        self._wages.setVisible(self.target.wages)
        self._old_excel.setVisible(self.target.text)
        self._names.setVisible(self.target.attendance)
        self.follow_folder()
        self.chosen.emit()

    def _open_folder(self) -> None:
        folder = last_folder()
        if folder is not None:
            open_folder(folder)
