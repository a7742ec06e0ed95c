"""The buttons under the scenario form."""

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.wording import words

_ = words("window")


class ScenarioActs(QWidget):
    """Add, copy, remove, adopt and apply; the page listens to each."""

    def __init__(self) -> None:
        super().__init__()
        self.add = _button("add", _("Add scenario"))
        self.copy = _button("copy", _("Duplicate"))
        self.remove = _button("trash", _("Remove"))
        self.adopt = _button("publish", _("Adopt"), _("The project becomes what this scenario plans with"))
        self.apply = _button("check", _("Apply"))
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look().px(space.RELATED))
        rows.addWidget(self.add, 0, 0)
        rows.addWidget(self.copy, 0, 1)
        rows.addWidget(self.remove, 1, 0)
        rows.addWidget(self.adopt, 1, 1)
        rows.addWidget(self.apply, 2, 0, 1, 2)

    def allow(self, is_base: bool) -> None:
        """The base scenario can be neither removed nor adopted: it is the project."""
        self.remove.setEnabled(not is_base)
        self.adopt.setEnabled(not is_base)


def _button(picture: str, name: str, tip: str = "") -> QPushButton:
    button = QPushButton(icon(picture), name)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button
