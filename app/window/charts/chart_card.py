"""A card around a plot: title, legend, and the line that reads out what the pointer is on."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.charts.plot import Plot
from app.window.frame.card import Card
from app.window.look import space
from app.window.look.look import look
from app.window.look.patterns import dots, hatch
from app.wording.names import listed

LINE, DASH, BAND, HATCH, DOTS = "line", "dash", "band", "hatch", "dots"
SWATCH = 18
Entry = tuple[str, str, str]
"""Shape, token, name."""


class Legend(QWidget):
    """Names of what is drawn, each beside a piece of it."""

    def __init__(self, *entries: Entry) -> None:
        super().__init__()
        self._entries = entries
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(listed(name for _shape, _token, name in entries))

    def show_entries(self, *entries: Entry) -> None:
        """Name other things."""
        self._entries = entries
        self.setAccessibleName(listed(name for _shape, _token, name in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for every entry in one line."""
        return QSize(sum(self._width(entry) for entry in self._entries), look().px(20))

    def minimumSizeHint(self) -> QSize:
        """It gives way when there is no room."""
        return QSize(0, look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw swatches and names, as many as have room whole."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font(space.QUIET))
        left = 0
        for entry in self._entries:
            if left + self._width(entry) > self.width() + 1:
                break
            shape, token, name = entry
            swatch = QRect(left, look().px(4), look().px(SWATCH), look().px(12))
            _paint_swatch(painter, shape, token, swatch)
            painter.setPen(look().colour("text_quiet"))
            words_at = QRect(swatch.right() + look().px(6), 0, self._width(entry), self.height())
            painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter, name)
            left += self._width(entry)

    def _width(self, entry: Entry) -> int:
        return QFontMetrics(look().font(space.QUIET)).horizontalAdvance(entry[2]) + look().px(SWATCH + 6 + 14)


def _paint_swatch(painter: QPainter, shape: str, token: str, place: QRect) -> None:
    if shape in {LINE, DASH}:
        style = Qt.PenStyle.DashLine if shape == DASH else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look().colour(token), 2, style))
        painter.drawLine(QPoint(place.left(), place.center().y()), QPoint(place.right(), place.center().y()))
        return
    colour = str(getattr(look().theme, token))
    patterns = {HATCH: hatch(colour), DOTS: dots(colour), BAND: look().colour(token, 0.3)}
    painter.fillRect(place, patterns[shape])


class ChartCard(Card):
    """`plot` is inside, `legend` at the right of the title, the read-out line under it."""

    def __init__(self, title: str, plot: Plot, *entries: Entry, note: str = "") -> None:
        super().__init__(title)
        self.plot = plot
        self._quiet = note
        self.legend = Legend(*entries)
        self.title_row.addWidget(self.legend)
        self.note.setText(note)
        self.put(plot)
        plot.setAccessibleName(title)
        plot.pointed.connect(self._tell)

    def say(self, note: str) -> None:
        """What stands beside the title while nothing is pointed at."""
        self._quiet = note
        self.note.setText(note)

    def wait(self, why: str) -> None:
        """Nothing to draw yet: why stands in the place of the curves."""
        self.plot.say(why)

    def _tell(self, text: str) -> None:
        self.note.setText(text or self._quiet)
        self.legend.setVisible(not text)
