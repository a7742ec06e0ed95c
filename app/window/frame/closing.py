"""The question before closing while something runs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.wording import words

_ = words("window")


def ask_to_close(window: QWidget, titles: str, close: Callable[[], object]) -> None:
    """Ask whether to stop what runs; staying is what Enter does."""
    ask = QMessageBox(
        QMessageBox.Icon.Question,
        _("Close the window?"),
        _("Still running: {titles}.").format(titles=titles),
        parent=window,
    )
    ask.setInformativeText(_("Closing stops it. What is saved stays, and so does the best roster found so far."))
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    stay = ask.addButton(_("Keep it running"), QMessageBox.ButtonRole.RejectRole)
    stop = ask.addButton(_("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
    ask.setDefaultButton(stay)
    stop.clicked.connect(close)
    ask.open()
