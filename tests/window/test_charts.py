from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QApplication

from app.window.charts.axis import TimeAxis, ValueAxis
from app.window.charts.heat_map import HeatMap
from app.window.charts.plot import Plot
from app.window.charts.shapes import Fill, Span, add_band, add_spans, step_points
from app.window.charts.time_step import hour_step
from app.window.charts.value_step import value_step
from app.window.look.look import look

FIRST = date(2026, 11, 9)


def test_a_day_has_clock_times_and_a_month_has_days(qapp: QApplication) -> None:
    assert hour_step(24, 1000) == 2
    assert hour_step(24 * 31, 1000) == 48
    assert hour_step(24 * 700, 1000) >= 672


@pytest.mark.parametrize("highest", [0.7, 1, 6, 7, 12, 99, 100, 2647, 5e6])
def test_there_are_never_more_than_six_gridlines_above_zero(highest: float) -> None:
    assert 2 <= highest / value_step(highest) <= 6


def test_zero_is_always_shown(qapp: QApplication) -> None:
    _step, values = ValueAxis().tickValues(0.0, 123.0, 400.0)[0]
    assert values[0] == 0.0


def test_midnight_is_called_by_its_day_and_other_hours_by_the_clock(qapp: QApplication) -> None:
    axis = TimeAxis(FIRST)
    axis.setRange(0, 48)
    assert axis.tickStrings([0.0, 20.0, 24.0], 1.0, 4.0) == ["11月9日", "20:00", "11月10日"]
    assert axis.tickStrings([0.0, 48.0], 1.0, 48.0) == ["11月9日", "11月11日"]


def test_on_a_single_day_midnight_is_a_clock_time(qapp: QApplication) -> None:
    axis = TimeAxis(FIRST)
    axis.setRange(0, 24)
    assert axis.tickStrings([0.0, 2.0], 1.0, 2.0) == ["00:00", "02:00"]


def test_a_step_line_keeps_its_value_up_to_the_border() -> None:
    x, y = step_points(np.array([0.0, 1.0, 2.0]), np.array([5.0, 7.0]))
    assert x.tolist() == [0, 1, 1, 2]
    assert y.tolist() == [5, 5, 7, 7]


def test_a_hole_in_the_numbers_is_a_hole_in_the_band(qapp: QApplication) -> None:
    x, high = np.arange(5.0), np.array([1.0, 2.0, np.nan, 2.0, 1.0])
    fill = Fill(x, np.zeros(5), high, QBrush(look().colour("accent")))
    assert len(fill._polygons) == 2
    assert fill.boundingRect().height() == 2.0


def test_the_pointer_reads_out_what_the_plot_is_told(qapp: QApplication) -> None:
    plot = Plot(FIRST)
    plot.resize(600, 300)
    plot.start(24, 10, lambda hour: f"{hour:.0f}")
    add_band(plot, np.array([0.0, 24.0]), np.zeros(2), np.ones(2), "accent")
    add_spans(plot, [Span(4, 6, "开门红"), Span(5, 9, "现货")], 10)
    said: list[str] = []
    plot.pointed.connect(said.append)
    box = plot.getPlotItem().getViewBox()
    plot._point(box.mapViewToScene(QPointF(12, 5)))
    plot._point(QPointF(-100, -100))
    assert said == ["12", ""]
    plot.close()


@pytest.fixture
def heat_map(qapp: QApplication) -> HeatMap:
    made = HeatMap("test")
    made.resize(600, 300)
    counts = np.tile(np.arange(24.0), (10, 1))
    counts[3, 5] = np.nan
    made.show_counts(counts, {7: "双11"})
    return made


def test_a_cell_is_found_where_it_is_painted(heat_map: HeatMap) -> None:
    assert heat_map.cell_at(heat_map.cell(7, 20).center()) == (7, 20)
    assert heat_map.cell_at(QPointF(1, 1)) == (-1, -1)


def test_more_inquiries_are_darker_and_a_missing_hour_is_hatched(heat_map: HeatMap) -> None:
    image = heat_map.grab().toImage()

    def tones(day: int, hour: int) -> set[int]:
        place = heat_map.cell(day, hour).toRect().adjusted(2, 2, -2, -2)
        return {
            image.pixelColor(x, y).lightness()
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        }

    assert max(tones(0, 23)) < min(tones(0, 0))
    assert len(tones(0, 12)) == 1
    assert len(tones(3, 5)) > 1
