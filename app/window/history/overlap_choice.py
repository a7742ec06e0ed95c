"""What counts where the project has other counts already: replace or keep."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.wording import words

_ = words("window")

REPLACE, KEEP = "--replace", "--keep"


class OverlapChoice(QWidget):
    """Nothing is chosen at first: neither answer is safe to assume."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        texts = {
            REPLACE: _("Replace the project's counts where they differ; taking the import out brings them back"),
            KEEP: _("Keep the project's counts; import only what it lacks"),
        }
        for option, text in texts.items():
            button = QRadioButton(text)
            button.setObjectName(option)
            self._buttons.addButton(button)
            column.addWidget(button)
        self._buttons.buttonClicked.connect(lambda _button: self.chosen.emit())

    @property
    def option(self) -> str:
        """The option of the import command, "" while nothing is chosen."""
        button = self._buttons.checkedButton()
        return button.objectName() if button is not None else ""
