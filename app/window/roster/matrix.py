"""The roster matrix: the view with its keys, pointer, wheel and tooltips."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.window.frame.spoken_grid import announce_cursor
from app.window.roster.cell_menu import cell_menu
from app.window.roster.keys import move_of
from app.window.roster.matrix_accessible import MatrixSpeech
from app.window.roster.matrix_view import MatrixView
from app.window.roster.own_keys import asked_for
from app.window.roster.pointing import Part, part_at, tooltip_at

ZOOMS = (None, 14, 7, 3)
"""Days across the view, from the whole horizon to three days."""


class Matrix(MatrixView):
    """Arrows, Home, End and pages move, Shift extends, Ctrl jumps to edges; the pointer does the same. `asked`: a key
    asks for something to be done to the cells selected.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = MatrixSpeech(self)
        self.moved.connect(self._announce)

    def _announce(self) -> None:
        """Tell a screen reader, when one listens, which cell the cursor is on."""
        announce_cursor(self, self._speech)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and pages move; Shift extends; Ctrl+A and Esc; the keys of editing."""
        move = move_of(event.key(), event.modifiers())
        if move is not None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.select(self.selection.moved(move, self._page_rows(), extend))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(self.selection.everything())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif (asked := asked_for(event.keyCombination())) is not None:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A cell, an agent's name or a day's header."""
        if self.scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        part, row, day = part_at(self.scene, event.position().toPoint())
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if part is Part.CELL:
            self.select(self.selection.at(row, day, extend))
        elif part is Part.NAME:
            self.select(self.selection.whole_row(row))
        elif part is Part.DAY:
            self.select(self.selection.whole_day(day))
            self.day_chosen.emit(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging extends the range."""
        if self.scene is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        part, row, day = part_at(self.scene, event.position().toPoint())
        if part is Part.CELL:
            self.select(self.selection.at(row, day, extend=True))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done to the cells selected; a press outside them chooses the cell first."""
        if self.scene is None:
            return
        part, row, day = part_at(self.scene, event.pos())
        if part is not Part.CELL:
            return
        chosen = self.selection
        if not (chosen.first_row <= row <= chosen.last_row and chosen.first_day <= day <= chosen.last_day):
            self.select(chosen.at(row, day))
        menu = cell_menu(self.scene.plan, self.asked.emit, self)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = 1 if event.angleDelta().y() > 0 else -1
        place = ZOOMS.index(self.days_across) + step
        self.zoom(ZOOMS[max(0, min(place, len(ZOOMS) - 1))])

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips for cells, names and phases."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.scene is not None:
            text = tooltip_at(self.scene, event.pos())
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _page_rows(self) -> int:
        """Rows that a page moves: those in view less one, so that the eye keeps its place."""
        if self.scene is None:
            return 1
        return max(1, self.scene.geometry.cells_height // self.scene.geometry.row_height - 1)
