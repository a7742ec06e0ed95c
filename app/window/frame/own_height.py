"""A frame as high as its contents need at its width, which those around it need not know.

A layout that trades height for width makes a page ask for all the height it would like, and scroll; this one gives the
page a fixed height for every width instead, so that only what stands beneath shrinks.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame


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
        return done

    def _follow(self) -> None:
        wanted = self.layout().totalHeightForWidth(self.width())
        if wanted > 0 and wanted != self.height():
            self.setFixedHeight(wanted)
