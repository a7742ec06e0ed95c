"""A goal's number, and the slider beneath its name: dragging it asks "what if", the field takes exact numbers. The
wheel scrolls their form; nobody changes a goal by passing over it.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSlider

from app.window.look import space
from app.window.look.look import look
from app.window.requirement.goal_fields import GoalField

PAGE = 10


class GoalBox(QDoubleSpinBox):
    """The field; it listens to the wheel only while it is typed in."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the form, unless somebody is at it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


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
        """For the form."""
        event.ignore()
