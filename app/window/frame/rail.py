"""The rail at the left: the steps of the work and where each stands."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.window.frame.steps import STEPS, StepState
from app.window.frame.window_keys import STEP_KEYS, key_for
from app.window.look import space
from app.window.look.icons import pixmap
from app.window.look.look import look
from app.window.names import step_name
from app.wording import words

_ = words("window")
ROW, LEAST_ROW = 44, 28
MARK = 8
NARROW_WINDOW, SLIM = 1100, 48
"""Before zoom: a window less wide than the first has a rail of icons as wide as the second."""


def state_name(state: StepState) -> str:
    """The word for a state, for ears and pointers."""
    return {
        StepState.EMPTY: _("nothing yet"),
        StepState.READY: _("ready"),
        StepState.STALE: _("out of date"),
        StepState.DONE: _("done"),
    }[state]


class RailButton(QAbstractButton):
    """One step: icon, word and the mark of its state; `slim` without the word."""

    def __init__(self, step: str, number: int) -> None:
        super().__init__()
        self._step, self._number = step, number
        self._state = StepState.EMPTY
        self.slim = False
        self.setCheckable(True)
        self.setText(step_name(step))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(StepState.EMPTY)

    def show_state(self, state: StepState) -> None:
        """Mark where the step stands."""
        self._state = state
        name = f"{self._number} {self.text()}"
        self.setAccessibleName(f"{name}, {state_name(state)}")
        self.setToolTip(f"{name}: {state_name(state)} ({key_for(STEP_KEYS[self._number - 1])})")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, word and mark."""
        width = QFontMetrics(look().font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + look().px(12 + 16 + 8 + 12 + MARK + 12), look().px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its icon, on a low screen less high than it likes."""
        return QSize(look().px(SLIM) if self.slim else self.sizeHint().width(), look().px(LEAST_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        wear = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), wear.colour("accent_soft"))
            painter.fillRect(QRect(0, 0, wear.px(3), self.height()), wear.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), wear.colour("text", 0.05))
        self._paint_words(painter)
        self._paint_mark(painter, self._mark_place())
        if self.hasFocus():
            painter.setPen(QPen(wear.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _mark_place(self) -> QRect:
        """At the right end, or above the icon's corner."""
        wear = look()
        edge, height = (4, self.height() // 2) if self.slim else (12, self.height())
        return QRect(self.width() - wear.px(edge + MARK), 0, wear.px(MARK), height)

    def _paint_words(self, painter: QPainter) -> None:
        wear = look()
        quiet = self._state is StepState.EMPTY and not self.isChecked()
        colour = wear.theme.text_quiet if quiet else wear.theme.text
        side = wear.px(16)
        picture = pixmap(self._step, wear.theme.accent if self.isChecked() else colour, side)
        left = (self.width() - side) // 2 if self.slim else wear.px(12)
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        if self.slim:
            return
        painter.setFont(wear.font(bold=self.isChecked()))
        painter.setPen(QColor(colour))
        words_at = self.rect().adjusted(wear.px(12 + 16 + 8), 0, 0, 0)
        painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        """Shape and colour: ✓ done, filled diamond out of date, ring ready, nothing before that."""
        wear = look()
        side = wear.px(MARK)
        box = QRect(place.x(), place.center().y() - side // 2, side, side)
        if self._state is StepState.DONE:
            painter.drawPixmap(box.x() - 2, box.y() - 2, pixmap("check", wear.theme.good, side + 4))
        elif self._state is StepState.STALE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wear.colour("policy"))
            middle = box.center()
            painter.translate(middle)
            painter.rotate(45)
            half = round(side * 0.4)
            painter.drawRect(-half, -half, 2 * half, 2 * half)
            painter.resetTransform()
        elif self._state is StepState.READY:
            painter.setPen(QPen(wear.colour("text_quiet"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


class Rail(QFrame):
    """The steps in order; `foot` takes what stands at the bottom. A narrow window or a large zoom leaves only icons."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self._group = QButtonGroup(self)
        self._buttons = {step: RailButton(step, number) for number, step in enumerate(STEPS, 1)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 1, look().px(space.RELATED))
        column.setSpacing(look().px(2))
        for step, button in self._buttons.items():
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step))
        column.addStretch(1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(look().px(space.IN_CELL))
        column.addLayout(self.foot)
        self._widest = max(button.sizeHint().width() for button in self._buttons.values())
        self._make_room(slim=False)

    def _make_room(self, slim: bool) -> None:
        """Show words beside the icons, or leave their room to the page."""
        for button in self._buttons.values():
            button.slim = slim
            button.updateGeometry()
            button.update()
        side = 0 if slim else look().px(space.RELATED)
        self.foot.setContentsMargins(side, 0, side, 0)
        place = Qt.AlignmentFlag.AlignHCenter if slim else Qt.AlignmentFlag(0)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if slim else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for below in self.findChildren(QToolButton):
            below.setToolButtonStyle(style)
            self.foot.setAlignment(below, place)
        self.setFixedWidth(look().px(SLIM) if slim else max(look().px(space.RAIL_WIDTH), self._widest + 1))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the window's width decides."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another width."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._follow()
        return False

    def _follow(self) -> None:
        self._make_room(slim=self.window().width() < look().px(NARROW_WINDOW))

    def show_states(self, states: Mapping[str, StepState]) -> None:
        """Mark every step."""
        for step, state in states.items():
            self._buttons[step].show_state(state)

    def choose(self, step: str) -> None:
        """Mark the step whose page is shown."""
        self._buttons[step].setChecked(True)

    def add_foot(self, widget: QWidget) -> None:
        """Put a widget at the bottom."""
        self.foot.addWidget(widget)
