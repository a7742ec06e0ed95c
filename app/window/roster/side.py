"""What stands beside the roster: violations, reasons or changes, one at a time."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.window.look import space
from app.window.look.look import look
from app.window.roster.changes_card import ChangesCard
from app.window.roster.reasons_card import ReasonsCard
from app.window.roster.violations_card import ViolationsCard
from app.wording import words

_ = words("window")


class Side(QWidget):
    """Three cards behind three buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.violations, self.reasons, self.changes = ViolationsCard(), ReasonsCard(), ChangesCard()
        self._stack, self._choices = QStackedWidget(), QButtonGroup(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(look().px(space.IN_CELL))
        named = ((self.violations, _("Violations")), (self.reasons, _("Why")), (self.changes, _("Changes")))
        for number, (card, name) in enumerate(named):
            self._stack.addWidget(card)
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._choices.addButton(button, number)
            buttons.addWidget(button, 1)
        self._choices.idClicked.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addLayout(buttons)
        column.addWidget(self._stack, 1)

    def show_card(self, card: QWidget) -> None:
        """Bring a card to the front."""
        self._stack.setCurrentWidget(card)
        self._choices.button(self._stack.currentIndex()).setChecked(True)
