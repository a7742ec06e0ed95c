"""When no roster can keep every rule: which rules stand against each other, and the ways out with what they cost."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.look import look
from app.wording import words
from app.wording.reasons import fixes_title

_ = words("window")
WIDTH = 560


class ConflictDialog(QDialog):
    """`conflict`: the sentence; `ways`: each way out in a line; `go` opens the page of a step."""

    def __init__(self, conflict: str, ways: Sequence[str], go: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._go = go
        self.setWindowTitle(_("No roster keeps every rule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = label(conflict)
        said.setWordWrap(True)
        said.setMinimumWidth(look().px(WIDTH))
        self.ways = label("\n".join(f"{number}. {way}" for number, way in enumerate(ways, 1)))
        self.ways.setWordWrap(True)
        self.ways.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        edge = look().px(space.IN_CARD)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(said)
        column.addWidget(label(fixes_title(), "card-title"))
        column.addWidget(self.ways, 1)
        column.addSpacing(look().px(space.RELATED))
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, step in ((_("Go to the rules"), "rules"), (_("Go to the team"), "team")):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _checked=False, step=step: self._leave_for(step))
        buttons.rejected.connect(self.reject)
        return buttons

    def _leave_for(self, step: str) -> None:
        self.accept()
        self._go(step)
