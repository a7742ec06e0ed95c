"""The legend of shifts: each code in its colours, its name and hours."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.window.look import space
from app.window.roster.cell_pictures import draw_cell
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.cells import LEAVE_CODE, CellLook
from app.window.roster.ink import ink
from app.window.roster.plan import RosterPlan
from app.window.roster.shift_tones import Tone, tone
from app.wording import words

_ = words("window")

CHIP_WIDTH, BETWEEN_ENTRIES = 28, 14
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ShiftLegend(QWidget):
    """In one line; hours are left out when they would not fit, and stand in the tooltip anyway."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[CellLook, str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, plan: RosterPlan | None) -> None:
        """Explain the shifts of a plan."""
        shifts = plan.problem.shifts.values() if plan else ()
        self._entries = tuple(
            (CellLook(shift.code or shift.id, tone=tone(shift)), shift_name(shift), shift_times(shift))
            for shift in shifts
        )
        if self._entries:
            self._entries += ((CellLook(LEAVE_CODE, tone=Tone.LEAVE), _("Away"), ""),)
        self.setAccessibleName("、".join(f"{look.code} {name} {times}" for look, name, times in self._entries))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(ink().px(200), ink().row_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for, the hours first to go."""
        painter = QPainter(self)
        for left, look, text in self._placed():
            pens = ink()
            draw_cell(painter, QRectF(left, 0, pens.px(CHIP_WIDTH), self.height()), look, pens)
            painter.setFont(pens.quiet)
            painter.setPen(pens.text_quiet)
            box = QRectF(left + pens.px(CHIP_WIDTH) + pens.px(space.IN_CELL), 0, self.width(), self.height())
            painter.drawText(box, LEFT, text)

    def _placed(self) -> list[tuple[float, CellLook, str]]:
        """Every entry that fits whole with its place, with hours if all of them fit so."""
        for with_hours in (True, False):
            placed, left = [], 0.0
            for look, name, times in self._entries:
                text = f"{name} {times}".strip() if with_hours else name
                right = left + ink().px(CHIP_WIDTH + space.IN_CELL) + ink().quiet_metrics.horizontalAdvance(text)
                if right <= self.width():
                    placed.append((left, look, text))
                left = right + ink().px(BETWEEN_ENTRIES)
            if len(placed) == len(self._entries):
                break
        return placed

    def event(self, event: QEvent) -> bool:
        """The tooltip tells all hours."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = (f"{look.code} {name} {times}".strip() for look, name, times in self._entries)
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)
