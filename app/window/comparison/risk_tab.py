"""How a scenario's roster stands in sample days and failures, and the reserve that would keep its goal."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.window.formats import number_text, share_text
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.tiles import label
from app.window.frame.view import ProjectView
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.names import scenario_name
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from app.wording.names import name_of

_ = words("window")

KIND = "robust"
PARTS = ("p10", "p50", "p90")
Told = Mapping[str, Any]


class RiskTab(QWidget):
    """Runs the command and shows what it told of the scenario shown; another scenario empties it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._of: tuple[str, str] | None = None
        self.samples, self.pay = QSpinBox(), QSpinBox()
        for box, low, high, value, name in (
            (self.samples, 5, 500, 20, _("Sample days")),
            (self.pay, 1, 100, 30, _("Pay of the reserve")),
        ):
            box.setRange(low, high)
            box.setValue(value)
            box.setAccessibleName(name)
        self.pay.setSuffix(" %")
        self.button = QPushButton(icon("optimise"), _("Judge the roster"))
        self.button.setAccessibleName(_("Judge the roster"))
        self.button.clicked.connect(self._start)
        self.note = label("", "quiet")
        self.note.setWordWrap(True)
        self.outcomes, self.reserve = NumbersTable(_("Sample days and failures"), ()), NumbersTable(_("Reserve"), ())
        self._lay_out()

    def _lay_out(self) -> None:
        acts, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, look().px(8), 0, 0)
        for row in (acts, column):
            row.setSpacing(look().px(space.RELATED))
        for part in (label(_("Sample days"), "quiet"), self.samples, label(_("Pay of the reserve"), "quiet"), self.pay):
            acts.addWidget(part)
        acts.addWidget(self.button)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addWidget(self.note)
        tables = RememberingSplitter("risk", Qt.Orientation.Horizontal, self.outcomes, self.reserve, shares=(1, 1))
        column.addWidget(tables, 1)

    def show_scenario(self, view: ProjectView) -> None:
        """Another reading of the project."""
        now = str(view.path), view.scenario.name
        if now != self._of:
            self._of = now
            self.show_told(None)
        self.button.setEnabled(view.version is not None and "roster" not in view.stale)

    def _start(self) -> None:
        if self._of is None:
            return
        path, scenario = asked = self._of
        title = _("Judging the roster of {name}").format(name=scenario_name(scenario))
        given = ["--samples", str(self.samples.value()), "--standby-pay", str(self.pay.value() / 100)]
        arguments = [KIND, "--project", path, "--scenario", scenario, *given, "--json", "--progress"]

        def ended(end: JobEnd) -> None:
            told = told_of(end.output)
            if told is None:
                self._desk.say(failure(title, end))
            elif asked == self._of:
                self.show_told(told)

        if self._desk.jobs.start(KIND, title, arguments, ended) is None:
            self._desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))

    def show_told(self, told: Told | None) -> None:
        """What the command told, or what there is to do."""
        for table in (self.outcomes, self.reserve):
            table.setVisible(told is not None)
        if told is None:
            self.note.setText(_("sample days of the forecast, failures, and the cheapest reserve that keeps the goal"))
            return
        self.outcomes.show_rows(outcome_rows(told["numbers"]), outcome_columns())
        self.reserve.show_rows(reserve_rows(told["reserve"]), reserve_columns())
        self.note.setText(reserve_sentence(told["reserve"]))


def told_of(output: str) -> Told | None:
    """What the command wrote, None when it wrote something else."""
    try:
        told = json.loads(output)
    except ValueError:
        return None
    return told if isinstance(told, dict) and {"numbers", "reserve"} <= told.keys() else None


def outcome_columns() -> tuple[Column, ...]:
    """Courses across."""
    return (
        Column(_("Course"), words=True, wide=True),
        Column(_("Service level")),
        Column(_("Shortage, hours")),
        Column(_("Surplus, hours")),
    )


def outcome_rows(numbers: Told) -> tuple[Row, ...]:
    """Quantiles over the sample days, then each failure; the better end of service stands with that of shortage."""
    names = (_("1 of 10 sample days, good"), _("sample days, median"), _("1 of 10 sample days, bad"))
    samples = tuple(
        Row(
            (
                name,
                share_text(numbers[f"sample_service_level_{level}"]),
                number_text(numbers[f"sample_shortage_hours_{part}"], 1),
                number_text(numbers[f"sample_surplus_hours_{level}"], 1),
            )
        )
        for name, part, level in zip(names, PARTS, reversed(PARTS), strict=True)
    )
    failures = (
        ("robot_down", _("robot down")),
        ("five_ill", _("five agents ill")),
        ("hour_early", _("burst an hour early")),
    )
    return samples + tuple(
        Row((name, share_text(numbers[f"{key}_service_level"]), number_text(numbers[f"{key}_shortage_hours"], 1), "–"))
        for key, name in failures
        if numbers[f"{key}_shortage_hours"] is not None
    )


def reserve_columns() -> tuple[Column, ...]:
    """Who is kept in reserve."""
    return (
        Column(_("Agent"), words=True),
        Column(_("Day"), words=True),
        Column(_("Shift"), words=True),
        Column(_("Skill"), words=True, wide=True),
        Column(_("Cost, yuan")),
    )


def reserve_rows(reserve: Told) -> tuple[Row, ...]:
    """One agent and day a row."""
    return tuple(
        Row((one["name"], one["day"], one["shift"], name_of(one["skill"]), number_text(one["yuan"])))
        for one in reserve["standbys"]
    )


def reserve_sentence(reserve: Told) -> str:
    """What the reserve does and costs."""
    level, wanted = share_text(reserve["service_level"]), share_text(reserve["wanted"])
    missed = [day for day in reserve["days"] if day["kept"] < reserve["wanted"]]
    if not missed:
        return _("{level} is reached in {wanted} of the sample days on every day: no reserve is needed.").format(
            level=level, wanted=wanted
        )
    if not reserve["enough"]:
        return _("{days} days miss {level} too often, and nobody who is off could mend that.").format(
            days=len(missed), level=level
        )
    text = _(
        "{count} agents in reserve keep {level} in {wanted} of sample days: {yuan} yuan, at least {bound} are needed."
    )
    return text.format(
        count=len(reserve["standbys"]),
        level=level,
        wanted=wanted,
        yuan=number_text(reserve["yuan"]),
        bound=number_text(reserve["bound"]),
    )
