"""Asks for the reason why a violation is accepted; one against the law is never accepted without a warning."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from app.window.frame.dialog_column import dialog_column
from app.window.frame.tiles import label
from app.window.look.look import look
from app.wording import words
from scheduler.violation import Severity, Violation

_ = words("window")
WIDTH = 420


class ExceptionDialog(QDialog):
    """`reason` is what was typed; it cannot be accepted without one."""

    def __init__(self, violation: Violation, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Accept as an exception"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("The reason, for HR and for later"))
        self.field.setAccessibleName(_("Reason"))
        column = dialog_column(self)
        column.addWidget(_wrapped(title, "card-title"))
        column.addWidget(_wrapped(sentence, ""))
        if violation.severity is Severity.LAW:
            text = _("▲ The law forbids this. A reason does not make it allowed; ask HR first.")
            column.addWidget(_wrapped(text, ""))
        column.addWidget(self.field)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(_("Accept"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setEnabled(False)
        self.field.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.text().strip()


def _wrapped(text: str, kind: str) -> QWidget:
    said = label(text, kind)
    said.setWordWrap(True)
    said.setMinimumWidth(look().px(WIDTH))
    return said
