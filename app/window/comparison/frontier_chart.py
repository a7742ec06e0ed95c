"""Labour cost against service or shortage: every point of a sweep, the best joined, each to be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.window.charts.chart_card import LINE, ChartCard
from app.window.charts.scatter import Scatter
from app.window.comparison.sweep_points import MEASURES, SweepPoint, dots_of
from app.wording import words

_ = words("window")


class FrontierChart(ChartCard):
    """`chosen` carries the number of the point clicked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        self.dots = Scatter(_("Labour cost, yuan"))
        super().__init__(_("Cost and service"), self.dots, (LINE, "accent", _("no point beats these")))
        self.column.addStretch()  # keeps the title at the top while there is no plot
        self.measure = QComboBox()
        self.measure.setAccessibleName(_("Measure"))
        for name, word in (("level", _("Service level")), ("short", _("Shortage, hours"))):
            self.measure.addItem(word, name)
        self.title_row.addWidget(self.measure)
        self._points: tuple[SweepPoint, ...] = ()
        self._numbers: list[int] = []
        self._chosen = -1
        self.measure.currentIndexChanged.connect(self._draw)
        self.dots.clicked.connect(lambda dot: self.chosen.emit(self._numbers[dot]))

    def show_points(self, points: Sequence[SweepPoint], chosen: int) -> None:
        """Draw the points of a sweep; `chosen` is ringed."""
        self._points, self._chosen = tuple(points), chosen
        self._draw()

    def _draw(self) -> None:
        measure = MEASURES[self.measure.currentData()]
        self._numbers, dots = dots_of(self._points, measure)
        ringed = self._numbers.index(self._chosen) if self._chosen in self._numbers else -1
        self.dots.show_dots(dots, ringed, measure.unit)
        self.dots.setVisible(bool(dots))
        self.legend.setVisible(bool(dots))
        self.say("" if dots else _("choose what to vary, then start the sweep"))
