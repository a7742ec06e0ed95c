"""Today's actuals: pasted as they come in, they move the rest of the day."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.window.forecast.counts_box import CountsBox, counts_text, read_counts
from app.window.formats import moment_text, number_text
from app.window.look.icons import icon
from app.wording import words
from app.wording.names import name_of
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.outlook import Actuals

_ = words("window")
INTERVALS = (5, 10, 15, 20, 30, 60)


class ActualsTab(CountsBox):
    """`changed` carries the actuals of all skills, None when taken back; `refused` why a text was not taken."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Counted since the horizon began"), _("11-11 20:00\t352\n11-11 20:30\t298"))
        self.clear = QPushButton(icon("undo"), _("Without actuals"))
        self.clear.setAccessibleName(self.clear.text())
        self.clear.clicked.connect(lambda _checked=False: self.changed.emit(None))
        self.row.insertWidget(1, self.clear)
        self.applied.connect(self._apply)
        self._actuals: Actuals | None = None

    def show_actuals(self, horizon: Horizon, key: SeriesKey, actuals: Actuals | None) -> None:
        """Show those of one skill."""
        self._horizon, self._key, self._actuals = horizon, key, actuals
        counts = actuals.counted.series.get(key) if actuals else None
        self.text.setPlainText(counts_text(counts) if counts is not None else "")
        self.clear.setEnabled(actuals is not None)
        skill = name_of(key.skill)
        if actuals is None or counts is None:
            said = _("{skill}: paste what was counted in the horizon so far, a line each interval; the rest of the day "
                     "and of a running promotion follows.")  # fmt: skip
            self.note.setText(said.format(skill=skill))
        else:
            said = _("{skill}: {count} inquiries counted until {now}")
            total = number_text(float(counts.inquiries.sum()))
            self.note.setText(said.format(skill=skill, count=total, now=moment_text(actuals.now)))

    def _apply(self, text: str) -> None:
        try:
            self.changed.emit(self._read(text))
        except ValueError as problem:
            self.refused.emit(str(problem))

    def _read(self, text: str) -> Actuals | None:
        series = dict(self._actuals.counted.series) if self._actuals else {}
        series.pop(self._key, None)
        counts = read_counts(text, self._horizon.first_day)
        if len(counts):
            series[self._key] = counts
        if not series:
            return None
        minutes = interval_of(tuple(series.values()), self._horizon.interval_minutes)
        last = max(one.starts[-1] for one in series.values()).astype(object) + timedelta(minutes=minutes)
        if not self._horizon.start < last <= self._horizon.end:
            first, end = moment_text(self._horizon.start), moment_text(self._horizon.end)
            raise ValueError(_("Actuals lie between {first} and {end}.").format(first=first, end=end))
        return Actuals(last, History(minutes, series))


def interval_of(series: Sequence[Counts], usual: int) -> int:
    """The least distance between two starts; the usual one where there is only one start. Raises ValueError."""
    steps = [np.diff(counts.starts.astype("datetime64[m]").astype(np.int64)) for counts in series]
    least = min((int(one.min()) for one in steps if len(one)), default=usual)
    if least not in INTERVALS:
        raise ValueError(_("Rows lie {minutes} minutes apart; count every 5, 10, 15, 20, 30 or 60 minutes.").format(
            minutes=least))  # fmt: skip
    return least
