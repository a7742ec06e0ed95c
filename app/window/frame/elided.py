"""Labels that give way: what has no room ends in an ellipsis and is told whole when pointed at."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel

SHORTEST, ENDLESS = 4, 100_000


class ElidedLabel(QLabel):
    """One line of plain text, of a kind that the stylesheet knows; `least` characters are shown in any case."""

    def __init__(self, text: str, kind: str = "", least: int = SHORTEST) -> None:
        super().__init__(text)
        self._own_tip, self._least = "", least
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters, or for all of a short text."""
        least = QFontMetrics(self.font()).averageCharWidth() * self._least
        return QSize(min(least, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Another text."""
        super().setText(text)
        self._tell()

    def setToolTip(self, tip: str) -> None:
        """What it says when pointed at and nothing of the text is missing."""
        self._own_tip = tip
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hide another part."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text in the colours of the stylesheet."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.contentsRect(), self.alignment(), self.palette(), self.isEnabled(), self._shown(),
            self.foregroundRole(),
        )  # fmt: skip

    def _shown(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell(self) -> None:
        super().setToolTip(self._own_tip if self._shown() == self.text() else self.text())


class ElidedLines(QLabel):
    """Plain text that wraps over at most so many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines, self._whole = lines, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def text(self) -> str:
        """All that it has to say."""
        return self._whole

    def setText(self, text: str) -> None:
        """Another text."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hide another part."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the letters have their size."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible() or self._has_room(self._whole):
            super().setText(self._whole)
            return
        kept, cut = 0, len(self._whole)
        while kept + 1 < cut:
            middle = (kept + cut) // 2
            kept, cut = (middle, cut) if self._has_room(self._shortened(middle)) else (kept, middle)
        super().setText(self._shortened(kept))

    def _shortened(self, length: int) -> str:
        return f"{self._whole[:length].rstrip()} …"

    def _has_room(self, text: str) -> bool:
        metrics, width = QFontMetrics(self.font()), self.contentsRect().width()
        needed = metrics.boundingRect(QRect(0, 0, width, ENDLESS), Qt.TextFlag.TextWordWrap, text)
        return needed.height() <= self._lines * metrics.lineSpacing()
