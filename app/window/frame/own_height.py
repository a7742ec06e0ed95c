"""A frame as high as its contents need at its width, which those around it need not know.

A layout that trades height for width makes a page ask for all the height it would like, and scroll; this one gives the
page a fixed height for every width instead, so that only what stands beneath shrinks.
"""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout


class OwnHeight(QFrame):
    """Give it a layout that knows its height for a width."""

    def hasHeightForWidth(self) -> bool:
        """Nobody above has to ask."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._follow()

    def event(self, event: QEvent) -> bool:
        """Other contents, another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._follow)  # once the letters have their sizes
        return done

    def _follow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        wanted, edges = layout.totalHeightForWidth(self.width()), layout.contentsMargins().top()
        if self.isVisible() and wanted > 2 * edges + 1 and wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        """Set inside a layout's own work, the height would reach the page around only with its next change."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            if (layout := around.layout()) is not None:
                layout.invalidate()
                QApplication.sendEvent(around, QEvent(QEvent.Type.LayoutRequest))
            around = around.parentWidget()


def over_lines(text: QLabel) -> OwnHeight:
    """The text over as many lines as its width asks for; what stands around it cannot press it into fewer."""
    text.setWordWrap(True)
    around = OwnHeight()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text)
    return around
