"""The legend of shifts: each code in its colours, its name and hours."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.window.look import space
from app.window.roster.cell_pictures import draw_cell
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.cells import LEAVE_CODE, CellLook
from app.window.roster.ink import ink
from app.window.roster.plan import RosterPlan
from app.window.roster.shift_keys import key_of_shift
from app.window.roster.shift_tones import Tone, tone
from app.wording import words
from app.wording.names import listed
from scheduler.shift import Shift

_ = words("window")

CHIP_WIDTH, BETWEEN_ENTRIES, MOST_LINES = 28, 8, 6
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _named(shift: Shift, shifts: tuple[Shift, ...]) -> str:
    """早班 Z."""
    return f"{shift_name(shift)} {key_of_shift(shift, shifts)}".strip()


class ShiftLegend(QWidget):
    """Code, name and key, in as many columns as there is room for; the hours stand in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[CellLook, str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_plan(self, plan: RosterPlan | None) -> None:
        """Explain the shifts of a plan."""
        shifts = tuple(plan.problem.shifts.values()) if plan else ()
        self._entries = tuple(
            (CellLook(shift.code or shift.id, tone=tone(shift)), _named(shift, shifts), shift_times(shift))
            for shift in shifts
        )
        if self._entries:
            self._entries += ((CellLook(LEAVE_CODE, tone=Tone.LEAVE), _("Away"), ""),)
        self.setAccessibleName(listed(f"{look.code} {name} {times}" for look, name, times in self._entries))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """So many lines, at most MOST_LINES; names in the tooltip tell the rest."""
        return min(MOST_LINES, math.ceil(len(self._entries) / self._columns(width))) * ink().row_height

    def sizeHint(self) -> QSize:
        """As the column beside the roster begins."""
        return QSize(ink().px(200), self.heightForWidth(ink().px(260)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line by line."""
        painter, pens = QPainter(self), ink()
        painter.setClipRect(self.rect())
        columns = self._columns(self.width())
        wide, chip = self.width() / columns, pens.px(CHIP_WIDTH)
        for number, (look, name, _times) in enumerate(self._entries):
            line, column = divmod(number, columns)
            left, top = column * wide, line * pens.row_height
            draw_cell(painter, QRectF(left, top, chip, pens.row_height), look, pens)
            painter.setFont(pens.quiet)
            painter.setPen(pens.text_quiet)
            beside = chip + pens.px(space.IN_CELL)
            room = round(wide - beside - pens.px(BETWEEN_ENTRIES))
            text = pens.quiet_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left + beside, top, wide, pens.row_height), LEFT, text)

    def _columns(self, width: int) -> int:
        """As many as the longest name allows, at least two."""
        pens = ink()
        longest = max((pens.quiet_metrics.horizontalAdvance(name) for _l, name, _t in self._entries), default=0)
        return max(2, width // round(longest + pens.px(CHIP_WIDTH + space.IN_CELL + BETWEEN_ENTRIES)))

    def event(self, event: QEvent) -> bool:
        """The tooltip tells all hours."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = (f"{look.code} {name} {times}".strip() for look, name, times in self._entries)
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)
