"""What a page lies in: on a small screen or at a large zoom it scrolls instead of pushing the window off the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def shell(page: QWidget) -> QScrollArea:
    """A page that keeps its least size and fills all room beyond it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
