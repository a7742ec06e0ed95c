"""The goals of one skill beside their effect, editable; Apply stores them and staffs again."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.requirement.goal_fields import (
    QUANTILES,
    TARGETS,
    TEXTS,
    WORK,
    WORTH,
    GoalField,
    TextGoal,
    text_of,
    value_of,
    with_text,
    with_value,
)
from app.window.requirement.goal_slider import GoalBox, GoalSlider
from app.wording import words
from scheduler.staffing.goals import Goals

_ = words("window")
FIELD_WIDTH = 110


class GoalsForm(Card):
    """`applied` carries the goals as typed; `typing` tells that they differ now, or no longer do. A slider beneath each
    name tries other numbers out.
    """

    applied = Signal(object)
    typing = Signal()

    def __init__(self) -> None:
        super().__init__(_("Goals and work"))
        self._goals = Goals()
        self._fields: dict[GoalField, QDoubleSpinBox] = {}
        self._sliders: dict[GoalField, GoalSlider] = {}
        self._names: list[QLabel] = []
        self._texts: dict[TextGoal, QLineEdit] = {}
        self._plan_for = QComboBox()
        self._back = QPushButton(icon("undo"), _("As in force"))
        self._back.setToolTip(_("Take back what was tried out here and is not applied"))
        self._back.setAccessibleName(_("As in force"))
        self._back.clicked.connect(lambda: self.show_goals(self._goals))
        self._apply = QPushButton(icon("check"), _("Apply"))
        self._apply.setToolTip(_("Store these goals and calculate the requirement again"))
        self._apply.setAccessibleName(_("Apply"))
        self._apply.clicked.connect(lambda: self.applied.emit(self.typed()))
        self.put(scrolling(self._form()))
        acts = QHBoxLayout()
        acts.setSpacing(look().px(space.RELATED))
        for act in (self._back, self._apply):
            acts.addWidget(act, 1)
        self.column.addLayout(acts)

    def _form(self) -> QWidget:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setHorizontalSpacing(look().px(space.RELATED))
        form.setVerticalSpacing(look().px(6))
        form.setContentsMargins(0, 0, look().px(space.RELATED), 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        groups = (
            (_("What must hold in every interval"), TARGETS),
            (_("How the work goes"), WORK),
            (_("What a customer is worth"), WORTH),
        )
        for title, fields in groups:
            form.addRow(label(title, "quiet"))
            for field in fields:
                form.addRow(*self._row(field))
            for text in TEXTS if fields is WORK else ():
                form.addRow(label(text.name()))
                form.addRow(self._line(text))
        widest = max(name.sizeHint().width() for name in self._names)
        for slider in self._sliders.values():
            slider.setFixedWidth(widest)
        self._offer_quantiles()
        form.addRow(label(_("Plan for")), self._plan_for)
        return inside

    def _offer_quantiles(self) -> None:
        for name in QUANTILES:
            self._plan_for.addItem(_("mean") if name == "mean" else name.upper(), name)
        self._plan_for.setAccessibleName(_("Plan for"))
        self._plan_for.setFixedWidth(look().px(FIELD_WIDTH))
        self._plan_for.currentIndexChanged.connect(self._changed)

    def show_goals(self, goals: Goals) -> None:
        """Show what is in force."""
        self._goals = goals
        for field, box in self._fields.items():
            value = value_of(goals, field)
            box.blockSignals(True)
            box.setValue(box.minimum() if value is None else value)
            box.blockSignals(False)
            self._sliders[field].follow()
        for text, line in self._texts.items():
            line.blockSignals(True)
            line.setText(text_of(goals, text))
            line.blockSignals(False)
        if self._plan_for.findData(goals.plan_for) < 0:
            self._plan_for.addItem(goals.plan_for.upper(), goals.plan_for)
        self._plan_for.setCurrentIndex(self._plan_for.findData(goals.plan_for))
        self._changed()

    def typed(self) -> Goals:
        """The goals as they stand in the fields."""
        goals = self._goals
        for field, box in self._fields.items():
            off = field.optional and box.value() == box.minimum()
            goals = with_value(goals, field, None if off else box.value())
        for text, line in self._texts.items():
            goals = with_text(goals, text, line.text())
        chosen = str(self._plan_for.currentData())
        return goals if chosen == goals.plan_for else replace(goals, plan_for=chosen)

    def _row(self, field: GoalField) -> tuple[QWidget, QDoubleSpinBox]:
        step = 10.0**-field.decimals
        box = GoalBox()
        box.setDecimals(field.decimals)
        box.setRange(field.low - step if field.optional else field.low, field.high)
        box.setSingleStep(step if field.decimals == 0 else 10 * step)
        box.setSuffix(f" {field.unit()}" if field.unit() else "")
        if field.optional:
            box.setSpecialValueText(_("not asked"))
        box.setAccessibleName(field.name())
        box.setFixedWidth(look().px(FIELD_WIDTH))
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.valueChanged.connect(self._changed)
        self._fields[field], self._sliders[field] = box, GoalSlider(field, box)
        self._names.append(label(field.name()))
        return _over(self._names[-1], self._sliders[field]), box

    def _line(self, text: TextGoal) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(text.example())
        line.setToolTip(_("for example {example}").format(example=text.example()))
        line.setAccessibleName(text.name())
        line.textChanged.connect(self._changed)
        self._texts[text] = line
        return line

    def _changed(self) -> None:
        for act in (self._apply, self._back):
            act.setEnabled(self.typed() != self._goals)
        self.typing.emit()


def _over(*parts: QWidget) -> QWidget:
    """Parts above each other, without room between them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return made


def scrolling(inside: QWidget) -> QScrollArea:
    """A form that scrolls upwards and downwards, never sideways."""
    scroll = QScrollArea()
    scroll.setAccessibleName(_("Goals and work"))
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    scroll.setMinimumWidth(inside.sizeHint().width() + look().px(18))
    return scroll
