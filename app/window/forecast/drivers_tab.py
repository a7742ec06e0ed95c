"""Drivers: planned visitors, orders or sales with their past, and how long after-sale inquiries lag behind them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.window.forecast.broadcasts_tab import skill_choices, skill_of
from app.window.forecast.counts_box import CountsBox, counts_text, read_counts
from app.window.frame.splitter import RememberingSplitter
from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import typed_number
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import name_of
from forecasts.driver import Driver
from forecasts.history import Counts
from forecasts.horizon import Horizon
from forecasts.lag_kernel import LagKernel

_ = words("window")
NO_COUNTS = Counts(np.zeros(0, dtype="datetime64[m]"), np.zeros(0))


class DriversTab(QWidget):
    """`changed` carries all drivers after an edit, `refused` why a text was not taken."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, horizon: Callable[[], Horizon]) -> None:
        super().__init__()
        self._horizon = horizon
        none = _("No drivers. Add visitors, orders or sales, with the past and the plan, and inquiries follow them.")
        self.list = ListEditor(_("Drivers"), self._fields(), lambda: Driver(_("Visitors"), NO_COUNTS), none)
        self.box = CountsBox(_("Per day, past and plan"), _("2026-11-10\t21000\n2026-11-11\t52000"))
        self.list.changed.connect(self.changed.emit)
        self.list.refused.connect(self.refused.emit)
        self.list.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_counts())
        self.box.applied.connect(self._apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(RememberingSplitter("drivers", Qt.Orientation.Horizontal, self.list, self.box, shares=(3, 1)))

    def show_drivers(self, drivers: tuple[Driver, ...]) -> None:
        """Show them; the first one's counts when none is chosen."""
        self.list.show_values(drivers)
        if drivers and not self.list.table.currentIndex().isValid():
            self.list.table.setCurrentIndex(self.list.model.index(0, 0))
        self._show_counts()

    def _chosen(self) -> int | None:
        row = self.list.table.currentIndex().row()
        return row if 0 <= row < len(self.list.values) else None

    def _show_counts(self) -> None:
        row = self._chosen()
        self.box.setEnabled(row is not None)
        self.box.text.setPlainText("" if row is None else counts_text(self.list.values[row].counts))

    def _apply(self, text: str) -> None:
        row = self._chosen()
        if row is None:
            return
        try:
            counts = read_counts(text, self._horizon().first_day)
        except ValueError as problem:
            self.refused.emit(str(problem))
            return
        drivers = list(self.list.values)
        drivers[row] = replace(drivers[row], counts=counts)
        self.changed.emit(tuple(drivers))

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field(_("Driver"), lambda one: one.name, _with_name, lambda: [_("Visitors"), _("Orders"), _("Sales")]),
            Field(
                _("Skill"),
                lambda one: name_of(one.skill) if one.skill else _("all"),
                lambda one, text: replace(one, skill=skill_of(text)),
                skill_choices,
            ),
            Field(_("Days known"), lambda one: str(self._days(one, ahead=False)), words=False),
            Field(_("Days planned"), lambda one: str(self._days(one, ahead=True)), words=False),
            Field(_("Inquiries come"), _lag, _with_lag, lambda: [_("the same day"), _("days later")]),
            Field(_("Shares of the days after, %"), _kernel, _with_kernel),
        )

    def _days(self, driver: Driver, ahead: bool) -> int:
        days = np.unique(driver.counts.starts.astype("datetime64[D]"))
        first, end = (np.datetime64(moment, "D") for moment in (self._horizon().start, self._horizon().end))
        return int(((days >= first) & (days < end)).sum() if ahead else (days < first).sum())


def _with_name(driver: Driver, text: str) -> Driver:
    if not text:
        raise ValueError(_("A driver needs a name."))
    return replace(driver, name=text)


def _lag(driver: Driver) -> str:
    return _("days later") if driver.lags else _("the same day")


def _with_lag(driver: Driver, text: str) -> Driver:
    lags = text == _("days later")
    return replace(driver, lags=lags, kernel=driver.kernel if lags else None)


def _kernel(driver: Driver) -> str:
    if not driver.lags:
        return ""
    return " ".join(f"{share:.0%}" for share in driver.kernel.shares) if driver.kernel else _("from the history")


def _with_kernel(driver: Driver, text: str) -> Driver:
    """Shares typed make the driver a lagging one; an empty cell lets them be measured again."""
    if text in {"", _("from the history")}:
        return replace(driver, kernel=None)
    shares = [typed_number(part, none=False) or 0.0 for part in text.split()]
    try:
        return replace(driver, lags=True, kernel=LagKernel(tuple(shares)))
    except ValueError:
        raise ValueError(_("Write 1 to 14 shares, one for each day after, such as 20 40 30 10.")) from None
