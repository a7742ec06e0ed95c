"""The forecast hour by hour: a row a day, select cells, then set, multiply or empty them by hand."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor

from app.window.formats import day_text, number_text
from app.window.look.look import look
from app.window.tables.values_model import ROOT, Index
from app.wording import words
from forecasts.forecast import Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.overrides import Override

_ = words("window")
HOURS = 24


def hourly(volume: Volume, horizon: Horizon) -> Numbers:
    """Expected inquiries per hour, shape (days, 24)."""
    return np.asarray(volume.mean.reshape(horizon.days, HOURS, -1).sum(axis=2))


def marked(overrides: Sequence[Override], key: SeriesKey, horizon: Horizon) -> dict[tuple[int, int], Override]:
    """The override that has the last word in each hour, by day and hour."""
    found: dict[tuple[int, int], Override] = {}
    for override in overrides:
        if override.concerns(key):
            first, last = (horizon.minute(moment) for moment in (override.start, override.end))
            for hour in range(max(first // 60, 0), min(-(-last // 60), horizon.days * HOURS)):
                found[divmod(hour, HOURS)] = override
    return found


def override_text(override: Override) -> str:
    """What an override says: `= 500`, `× 120 %`."""
    if override.inquiries is not None:
        return f"= {number_text(override.inquiries)}"
    return f"× {number_text((override.factor or 0.0) * 100)}%"


class HourModel(QAbstractTableModel):
    """Days by hours; the last column is the day's sum. A cell changed by hand is framed, filled and bold."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Numbers = np.zeros((0, HOURS))
        self._horizon: Horizon | None = None
        self._marks: dict[tuple[int, int], Override] = {}

    def show_hours(self, horizon: Horizon, table: Numbers, marks: dict[tuple[int, int], Override]) -> None:
        """Replace everything; what is selected stays while the days do."""
        same = horizon == self._horizon
        if not same:
            self.beginResetModel()
        self._horizon, self._table, self._marks = horizon, table, marks
        if not same:
            self.endResetModel()
        elif len(table):
            self.dataChanged.emit(self.index(0, 0), self.index(len(table) - 1, HOURS))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Days."""
        return 0 if parent.isValid() else len(self._table)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Hours and the sum."""
        return 0 if parent.isValid() else HOURS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Number, mark and colour of a cell."""
        if not index.isValid():
            return None
        day, hour = index.row(), index.column()
        mark = self._marks.get((day, hour))
        if role == Qt.ItemDataRole.DisplayRole:
            number = self._table[day].sum() if hour == HOURS else self._table[day, hour]
            return number_text(float(number))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return look().font(bold=bool(mark) or hour == HOURS)
        return _mark_data(mark, role) if mark is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Hours above, days at the side."""
        if role != Qt.ItemDataRole.DisplayRole or self._horizon is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return _("All day") if section == HOURS else f"{section:02d}"
        return day_text(self._horizon.day(section))


def _mark_data(mark: Override, role: int) -> object:
    """Colour and explanation of a cell changed by hand."""
    if role == Qt.ItemDataRole.BackgroundRole:
        return QColor(look().tint("accent", 0.22))
    if role == Qt.ItemDataRole.ForegroundRole:
        return look().colour("text")
    if role == Qt.ItemDataRole.ToolTipRole:
        return " · ".join(part for part in (_("by hand"), override_text(mark), mark.note) if part)
    return None


def stretches(cells: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Day, first hour and end hour of each run of selected cells; the sum's cell selects its whole day."""
    by_day: dict[int, set[int]] = {}
    for day, hour in cells:
        by_day.setdefault(day, set()).update(range(HOURS) if hour == HOURS else (hour,))
    for day, hours in sorted(by_day.items()):
        for hour in sorted(hours):
            if hour - 1 not in hours:
                end = hour + 1
                while end in hours:
                    end += 1
                yield day, hour, end
