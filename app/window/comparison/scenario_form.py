"""A scenario as a form: its name, more or fewer inquiries, more or fewer agents of each contract."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from app.project.project import BASE_SCENARIO, Project, Scenario
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.names import scenario_name
from app.wording import words
from app.wording.names import name_of

_ = words("window")
WIDTH = 120


class ScenarioForm(Card):
    """`applied` carries the name edited and the scenario as typed; `added` and `removed` a name."""

    applied = Signal(str, object)
    added = Signal()
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("The scenario"))
        self._scenario = Scenario()
        self._contracts: dict[str, QSpinBox] = {}
        self._make_fields()
        self._rows = QFormLayout()
        self._rows.setVerticalSpacing(look().px(6))
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._note = label("", "quiet")
        self._note.setWordWrap(True)
        inside = QWidget()
        inside.setLayout(self._rows)
        self.column.addWidget(inside)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.column.addLayout(self._buttons())

    def _make_fields(self) -> None:
        self._name, self._volume, self.seconds = QLineEdit(), QDoubleSpinBox(), QSpinBox()
        self._volume.setRange(-90, 900)
        self._volume.setDecimals(1)
        self._volume.setSuffix(" %")
        self._volume.setSingleStep(5)
        self.seconds.setRange(5, 3600)
        self.seconds.setValue(60)
        self.seconds.setSuffix(" " + _("s"))
        for field in (self._name, self._volume, self.seconds):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._name.setAccessibleName(_("Scenario name"))
        self._volume.setAccessibleName(_("Inquiry volume"))
        self.seconds.setAccessibleName(_("Time to optimise"))
        self._name.textChanged.connect(self._changed)
        self._volume.valueChanged.connect(self._changed)

    def show_scenario(self, project: Project, scenario: Scenario) -> None:
        """Show one; the base scenario cannot be edited, it is the project itself."""
        self._project, self._scenario = project, scenario
        self._lay_out(sorted({agent.contract for agent in project.team} | set(scenario.agent_changes)))
        for box in (self._name, self._volume, *self._contracts.values()):
            box.blockSignals(True)
        self._name.setText(scenario_name(scenario.name))
        self._volume.setValue((scenario.volume_factor - 1) * 100)
        for contract, box in self._contracts.items():
            box.setValue(scenario.agent_changes.get(contract, 0))
        base = scenario.name == BASE_SCENARIO
        for field in (self._name, self._volume, *self._contracts.values()):
            field.blockSignals(False)
            field.setEnabled(not base)
        self._note.setText(
            _("The base scenario is the project as it is. Add a scenario to change something.") if base else ""
        )
        self._remove.setEnabled(not base)
        self._changed()

    def typed(self) -> Scenario:
        """The scenario as it stands in the fields."""
        if self._scenario.name == BASE_SCENARIO:
            return self._scenario
        changes = {contract: box.value() for contract, box in self._contracts.items() if box.value()}
        factor = round(1 + self._volume.value() / 100, 4)
        return replace(self._scenario, name=self._name.text().strip(), volume_factor=factor, agent_changes=changes)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        self._apply = QPushButton(icon("check"), _("Apply"))
        self._remove = QPushButton(icon("trash"), _("Remove"))
        add = QPushButton(icon("add"), _("Add scenario"))
        for button, run in (
            (add, self.added.emit),
            (self._remove, lambda: self.removed.emit(self._scenario.name)),
            (self._apply, lambda: self.applied.emit(self._scenario.name, self.typed())),
        ):
            button.setAccessibleName(button.text())
            button.clicked.connect(run)
            row.addWidget(button)
        return row

    def _lay_out(self, contracts: list[str]) -> None:
        if self._rows.rowCount() and list(self._contracts) == contracts:
            return
        while self._rows.rowCount():
            self._rows.takeRow(0)
        for box in self._contracts.values():
            box.deleteLater()
        self._contracts = {contract: self._agent_box(contract) for contract in contracts}
        self._rows.addRow(label(_("Scenario name")), self._name)
        self._rows.addRow(label(_("Inquiry volume")), self._volume)
        for contract, box in self._contracts.items():
            self._rows.addRow(label(_("{contract} agents").format(contract=name_of(contract))), box)
        self._rows.addRow(label(_("Time to optimise")), self.seconds)

    def _agent_box(self, contract: str) -> QSpinBox:
        count = sum(agent.contract == contract for agent in self._project.team)
        box = QSpinBox()
        box.setRange(-count, 200)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setAccessibleName(_("{contract} agents").format(contract=name_of(contract)))
        box.setToolTip(_("{count} in the team; more (+) or fewer (−)").format(count=count))
        box.valueChanged.connect(self._changed)
        return box

    def _changed(self) -> None:
        typed = self.typed()
        self._apply.setEnabled(bool(typed.name) and typed != self._scenario)
