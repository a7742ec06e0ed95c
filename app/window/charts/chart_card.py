"""A card around a plot: title, legend, and the line that reads out what the pointer is on."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.charts.plot import Plot
from app.window.frame.card import Card
from app.window.look import space
from app.window.look.look import look
from app.window.look.patterns import dots, hatch
from app.wording.names import listed

LINE, DASH, BAND, HATCH, DOTS = "line", "dash", "band", "hatch", "dots"
SWATCH, LINE_HEIGHT, BESIDE_TITLE = 18, 20, 2
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
        return QSize(sum(self._width(entry) for entry in self._entries), look().px(LINE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It gives way when there is no room."""
        return QSize(0, look().px(LINE_HEIGHT))

    def spread_over(self, width: int) -> None:
        """As many lines as the entries take at a width."""
        self.setFixedHeight(look().px(LINE_HEIGHT) * max(1, len(self._lines(width))))

    def _lines(self, width: int) -> list[list[Entry]]:
        lines: list[list[Entry]] = []
        left = 0
        for entry in self._entries:
            if not lines or left + self._width(entry) > width + 1:
                lines.append([])
                left = 0
            lines[-1].append(entry)
            left += self._width(entry)
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw swatches and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font(space.QUIET))
        for number, line in enumerate(self._lines(self.width())):
            self._paint_line(painter, line, number * look().px(LINE_HEIGHT))

    def _paint_line(self, painter: QPainter, line: list[Entry], top: int) -> None:
        left = 0
        for entry in line:
            shape, token, name = entry
            swatch = QRect(left, top + look().px(4), look().px(SWATCH), look().px(12))
            _paint_swatch(painter, shape, token, swatch)
            painter.setPen(look().colour("text_quiet"))
            words_at = QRect(swatch.right() + look().px(6), top, self._width(entry), look().px(LINE_HEIGHT))
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
    """`plot` is inside, `legend` at the right of the title, or beneath it where it has no room there; what the pointer
    is on is read out beside the title.
    """

    def __init__(self, title: str, plot: Plot, *entries: Entry, note: str = "") -> None:
        super().__init__(title)
        self.plot = plot
        self._quiet, self._beneath = note, False
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
        self.legend.setVisible(not text or self._beneath)  # beneath the title, the plot would jump without it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another place for the legend."""
        super().resizeEvent(event)
        self._place_legend()

    def event(self, event: QEvent) -> bool:
        """Other entries, another place for the legend."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_legend()
        return done

    def _place_legend(self) -> None:
        edges = self.column.contentsMargins()
        width = self.width() - edges.left() - edges.right()
        beneath = self._title_width() + self.legend.sizeHint().width() > width
        if beneath != self._beneath:
            self._beneath = beneath
            if beneath:
                self.title_row.removeWidget(self.legend)
                self.column.insertWidget(1, self.legend)
            else:
                self.column.removeWidget(self.legend)
                self.title_row.insertWidget(BESIDE_TITLE, self.legend)
        self.legend.spread_over(width)

    def _title_width(self) -> int:
        """What the title row asks for without its legend and the line that gives way to everything."""
        items = [self.title_row.itemAt(place) for place in range(self.title_row.count())]
        parts = [part for item in items if item is not None and (part := item.widget()) is not None]
        shown = [part for part in parts if part not in (self.legend, self.note) and not part.isHidden()]
        return sum(part.sizeHint().width() for part in shown) + self.title_row.spacing() * (len(shown) + 1)
