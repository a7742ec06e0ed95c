"""Backtest: how every method and the product's own choice would have done on this history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.window.forecast.backtest_report import (
    BacktestReport,
    backtest_columns,
    backtest_rows,
    read_backtest,
    weights_of,
    why,
)
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.tiles import label
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.tables.numbers_table import NumbersTable
from app.wording import words
from forecasts.source import Provenance

_ = words("window")
JOB = "backtest"


class BacktestTab(QWidget):
    """Runs the backtest of the open project in a child process and shows its table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._report: BacktestReport | None = None
        self._weights: dict[str, float] = {}
        self.table = NumbersTable(_("Backtest"), ())
        self.said = label(
            _(
                "The backtest forecasts the past again from several days on, seeing only what was before each, "
                "and compares every method with what came."
            ),
            "quiet",
        )
        self.said.setWordWrap(True)
        self._days, self._origins = _number(_("Days ahead"), 14, 56), _number(_("Forecasts compared"), 6, 40)
        self.run = QPushButton(icon("clock"), _("Run the backtest"))
        self.run.setAccessibleName(self.run.text())
        self.run.clicked.connect(lambda _checked=False: self._start())
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        for part in (
            label(_("Days ahead"), "quiet"),
            self._days,
            label(_("Forecasts compared"), "quiet"),
            self._origins,
        ):
            row.addWidget(part)
        row.addWidget(self.run)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def show_report(self, report: BacktestReport) -> None:
        """Show a finished one."""
        self.said.setText(why(report))
        self._report = report
        self.table.show_rows(backtest_rows(report, self._weights), backtest_columns(report))

    def show_weights(self, sources: Sequence[Provenance]) -> None:
        """Beside each method what it weighs in the forecast shown."""
        self._weights = weights_of(sources)
        if self._report is not None:
            self.show_report(self._report)

    def _start(self) -> None:
        path = str(self._desk.document.file.path)
        numbers = ["--days", str(self._days.value()), "--origins", str(self._origins.value())]
        arguments = [JOB, "--project", path, "--json", "--by-week", "--progress", *numbers]
        if self._desk.jobs.start(JOB, _("Backtesting"), arguments, self._ended) is None:
            self._desk.say(Message(_("{title}: already running.").format(title=_("Backtesting")), Mood.WARNING))

    def _ended(self, end: JobEnd) -> None:
        report = read_backtest(end.output) if end.well else None
        if report is None:
            self._desk.say(failure(_("Backtesting"), end))
            return
        self.show_report(report)
        self._desk.say(Message(_("The backtest is done."), Mood.GOOD))


def _number(name: str, value: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, most)
    box.setValue(value)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setAccessibleName(name)
    return box
