"""Changes by hand: hours or whole days set, multiplied or emptied, kept above every new forecast."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from app.window.forecast.hour_grid import HOURS, HourModel, hourly, marked, stretches
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.tables.numbers_table import ToneDelegate
from app.wording import words
from forecasts.forecast import Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.overrides import Override

_ = words("window")
FIELD_WIDTH, HOUR_WIDTH, DAY_WIDTH = 120, 42, 60


class OverridesTab(QWidget):
    """`changed` carries all overrides after an act."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._overrides: tuple[Override, ...] = ()
        self._horizon: Horizon | None = None
        self._key = SeriesKey("", "")
        self.model, self.table = HourModel(), QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ToneDelegate(self.table))
        self.table.setAccessibleName(_("Inquiries hour by hour"))
        self.table.horizontalHeader().setFont(look().font(space.QUIET))
        self.table.horizontalHeader().setMinimumSectionSize(look().px(HOUR_WIDTH))
        self.table.verticalHeader().setDefaultSectionSize(
            QFontMetrics(look().font()).height() + look().px(space.ROW_PADDING)
        )
        self._number = QDoubleSpinBox()
        self._number.setRange(0, 1_000_000)
        self._number.setDecimals(0)
        self._number.setValue(100)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setFixedWidth(look().px(FIELD_WIDTH))
        self._number.setAccessibleName(_("Number or percent"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addLayout(self._buttons())
        column.addWidget(self.table, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self._number)
        self.set, self.times, self.zero, self.clear = (
            self._button(text, symbol, hint, row, run)
            for text, symbol, hint, run in (
                (_("Set"), "edit", _("So many inquiries in each stretch selected"), self._set),
                (_("× percent"), "edit", _("That many percent of the forecast"), self._times),
                (_("Zero"), "remove", _("No inquiries there"), self._zero),
                (_("As forecast"), "undo", _("Take back what was changed by hand there"), self._clear),
            )
        )
        hint = label(_("Select hours, or a day by its head, then act. Framed cells were changed by hand."), "quiet")
        hint.setWordWrap(True)
        row.addWidget(hint, 1)
        return row

    def _button(self, text: str, symbol: str, hint: str, row: QHBoxLayout, run: object) -> QPushButton:
        made = QPushButton(icon(symbol), text)
        made.setToolTip(hint)
        made.setAccessibleName(text)
        made.clicked.connect(run)
        row.addWidget(made)
        return made

    def show_volume(self, horizon: Horizon, key: SeriesKey, volume: Volume, overrides: Sequence[Override]) -> None:
        """Show one skill."""
        self._horizon, self._key, self._overrides = horizon, key, tuple(overrides)
        self.model.show_hours(horizon, hourly(volume, horizon), marked(overrides, key, horizon))
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, look().px(HOUR_WIDTH if column < HOURS else DAY_WIDTH))

    def _stretches(self) -> list[Override]:
        """The selection as overrides without effect."""
        if self._horizon is None:
            return []
        midnight, hour = self._horizon.start, timedelta(hours=1)
        cells = [(index.row(), index.column()) for index in self.table.selectedIndexes()]
        return [
            Override(
                midnight + (24 * day + first) * hour,
                midnight + (24 * day + end) * hour,
                factor=1.0,
                skill=self._key.skill,
            )
            for day, first, end in stretches(cells)
        ]

    def _set(self) -> None:
        self._put(inquiries=self._number.value())

    def _times(self) -> None:
        self._put(factor=self._number.value() / 100)

    def _zero(self) -> None:
        self._put(inquiries=0.0)

    def _put(self, inquiries: float | None = None, factor: float | None = None) -> None:
        """What lies wholly under a new stretch gives way to it."""
        new = [Override(one.start, one.end, inquiries, factor, skill=one.skill) for one in self._stretches()]
        if new:
            self.changed.emit((*self._beside(new, wholly=True), *new))

    def _clear(self) -> None:
        chosen = self._stretches()
        kept = self._beside(chosen, wholly=False)
        if len(kept) < len(self._overrides):
            self.changed.emit(kept)

    def _beside(self, chosen: Sequence[Override], wholly: bool) -> tuple[Override, ...]:
        """The overrides that are not (wholly) under any of the stretches, or concern other skills too."""

        def under(old: Override, new: Override) -> bool:
            if old.skill not in ("", new.skill) or (wholly and old.skill != new.skill):
                return False
            inside = new.start <= old.start and old.end <= new.end
            return inside if wholly else old.start < new.end and new.start < old.end

        return tuple(old for old in self._overrides if not any(under(old, new) for new in chosen))
