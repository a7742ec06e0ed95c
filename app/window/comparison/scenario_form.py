"""A scenario as a form: its name, what it is based on, and every factor that it changes."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.project.branches import may_be_based_on
from app.project.factors import AGENTS
from app.project.project import BASE_SCENARIO, Project, Scenario
from app.window.comparison.factor_fields import FIELDS, box_of, field_of, fields_of
from app.window.comparison.scenario_acts import ScenarioActs
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look.look import look
from app.window.names import scenario_name
from app.wording import words

_ = words("window")

NARROWEST_FIELD = 96
LONGEST_BASE = 16


class ScenarioForm(Card):
    """`applied` carries the name edited and the scenario as typed; `acts` has the buttons under the form."""

    applied = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("The scenario"))
        self._scenario = Scenario()
        self._contracts: list[str] = []
        self._boxes: dict[str, QDoubleSpinBox] = {}
        self._make_fields()
        self._rows = QFormLayout()
        self._rows.setContentsMargins(0, 0, look().px(8), 0)
        self._rows.setVerticalSpacing(look().px(6))
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._note = label("", "quiet")
        self._note.setWordWrap(True)
        self.acts = ScenarioActs()
        self.acts.apply.clicked.connect(lambda: self.applied.emit(self._scenario.name, self.typed()))
        self._area = self._scrolled()
        self.put(self._area)
        self.column.addWidget(self._note)
        self.column.addWidget(self.acts)

    def _make_fields(self) -> None:
        self._name, self._base, self.seconds = QLineEdit(), QComboBox(), QSpinBox()
        self.seconds.setRange(5, 3600)
        self.seconds.setValue(60)
        self.seconds.setSuffix(" " + _("s"))
        self._base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._base.setMinimumContentsLength(LONGEST_BASE)  # a line of its own: names of scenarios are long
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignRight)
        for part in (self._name, self._base, self.seconds):
            part.setMinimumWidth(look().px(NARROWEST_FIELD))
        self._name.setAccessibleName(_("Scenario name"))
        self._base.setAccessibleName(_("Based on"))
        self.seconds.setAccessibleName(_("Time to optimise"))
        self._name.textChanged.connect(self._changed)
        self._base.currentIndexChanged.connect(self._changed)

    def _scrolled(self) -> QScrollArea:
        self._inside, area = QWidget(), QScrollArea()
        self._inside.setLayout(self._rows)
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("What the scenario changes"))
        return area

    def show_scenario(self, project: Project, scenario: Scenario) -> None:
        """Show one; the base scenario cannot be edited, it is the project itself."""
        self._project, self._scenario = project, scenario
        self._lay_out(sorted({agent.contract for agent in project.team} | set(scenario.agent_changes)))
        fields = (self._name, self._base, *self._boxes.values())
        base = scenario.name == BASE_SCENARIO
        for field in fields:
            field.blockSignals(True)
            field.setEnabled(not base)
        self._name.setText(scenario_name(scenario.name))
        self._show_bases(project, scenario)
        self._tell_counts()
        for name, box in self._boxes.items():
            value = _value(scenario, name)
            box.setValue(field_of(name).usual if value is None else field_of(name).typed(value))
        for field in fields:
            field.blockSignals(False)
        self._note.setVisible(base)
        self._note.setText(_("The base scenario is the project as it is. Add a scenario to change something."))
        self.acts.allow(is_base=base)
        self._area.setMinimumWidth(
            self._inside.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        )
        self._changed()

    def _show_bases(self, project: Project, scenario: Scenario) -> None:
        self._base.clear()
        self._base.addItem(_("the project as it is"), "")
        for name in may_be_based_on(project, scenario.name):
            if name != BASE_SCENARIO:
                self._base.addItem(name, name)
        self._base.setCurrentIndex(max(0, self._base.findData(scenario.base)))

    def typed(self) -> Scenario:
        """The scenario as it stands in the fields; what the form has no field for stays."""
        if self._scenario.name == BASE_SCENARIO:
            return self._scenario
        kept = {name: value for name, value in self._scenario.changes.items() if name not in self._boxes}
        values = {
            name: field_of(name).value(box.value())
            for name, box in self._boxes.items()
            if box.value() != field_of(name).usual
        }
        return replace(
            self._scenario,
            name=self._name.text().strip(),
            base=self._base.currentData() or "",
            volume_factor=values.pop("volume", 1.0),
            agent_changes={c: round(values.pop(AGENTS + c)) for c in self._contracts if AGENTS + c in values},
            changes=kept | values,
        )

    def _lay_out(self, contracts: list[str]) -> None:
        if self._boxes and self._contracts == contracts:
            return
        while self._rows.rowCount():
            row = self._rows.takeRow(0)
            title = (row.labelItem or row.fieldItem).widget()  # a field over the whole width has no label
            if isinstance(title, QLabel):
                title.deleteLater()
        for box in self._boxes.values():
            box.deleteLater()
        self._contracts = contracts
        self._boxes = {field.name: box_of(field) for field in fields_of(contracts)}
        self._rows.addRow(label(_("Scenario name")), self._name)
        self._rows.addRow(label(_("Based on")))
        self._rows.addRow(self._base)
        for name, box in self._boxes.items():
            box.setMinimumWidth(look().px(NARROWEST_FIELD))
            self._rows.addRow(label(field_of(name).title()), box)
            box.valueChanged.connect(self._changed)
        self._rows.addRow(label(_("Time to optimise")), self.seconds)

    def _tell_counts(self) -> None:
        for contract in self._contracts:
            count = sum(agent.contract == contract for agent in self._project.team)
            tip = _("{count} in the team; more (+) or fewer (−)").format(count=count)
            self._boxes[AGENTS + contract].setToolTip(tip)

    def _changed(self) -> None:
        typed = self.typed()
        self.acts.apply.setEnabled(bool(typed.name) and typed != self._scenario)


def _value(scenario: Scenario, name: str) -> float | None:
    """What a scenario makes of a factor, None when it leaves it alone."""
    if name == FIELDS[0].name:
        return scenario.volume_factor
    if name.startswith(AGENTS):
        return scenario.agent_changes.get(name.removeprefix(AGENTS), 0)
    return scenario.changes.get(name)
