"""A slider beneath the name of a goal: dragging it asks "what if", the field beside it says and takes exact numbers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSlider

from app.window.look import space
from app.window.look.look import look
from app.window.requirement.goal_fields import GoalField

PAGE = 10


class GoalSlider(QSlider):
    """Moves the field through its usual values; a number beyond them stays in the field and the slider at its end."""

    def __init__(self, field: GoalField, box: QDoubleSpinBox) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._box = box
        self._low, high, self._step = field.slides
        self.setRange(0, round((high - self._low) / self._step))
        self.setPageStep(max(1, self.maximum() // PAGE))
        self.setAccessibleName(field.name())
        self.setMinimumWidth(look().px(space.HIT_AREA))
        self.setFixedHeight(look().px(space.HIT_AREA))
        self.setToolTip(field.name())
        self.valueChanged.connect(lambda steps: box.setValue(self._low + steps * self._step))
        box.valueChanged.connect(lambda _value: self.follow())

    def follow(self) -> None:
        """Stand where the field stands, without rounding it."""
        blocked = self.blockSignals(True)
        self.setValue(round((self._box.value() - self._low) / self._step))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; nobody changes a goal by passing over it."""
        event.ignore()
