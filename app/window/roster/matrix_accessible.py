"""What a screen reader is told about the matrix: cells that say agent, day, shift, lock and violations."""

from PySide6.QtCore import QRect, Qt

from app.window.frame.spoken_grid import let_speak
from app.window.roster.matrix_view import MatrixView


class MatrixSpeech:
    """Reads the matrix's model; `frame.spoken_grid` gives it to Qt."""

    def __init__(self, matrix: MatrixView) -> None:
        self._matrix = matrix

    def size(self) -> tuple[int, int]:
        """Agents and days."""
        return self._matrix.model.rowCount(), self._matrix.model.columnCount()

    def name(self, row: int, day: int) -> str:
        """客服03 11月4日 晚班 已锁定 违规1项."""
        return str(self._matrix.model.index(row, day).data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def value(self, row: int, day: int) -> str:
        """The shift's code."""
        return str(self._matrix.model.index(row, day).data(Qt.ItemDataRole.DisplayRole) or "")

    def place(self, row: int, day: int) -> QRect:
        """Where the cell is in the viewport."""
        if self._matrix.scene is None:
            return QRect()
        geometry = self._matrix.scene.geometry
        return QRect(geometry.day_left(day), geometry.row_top(row), geometry.day_width, geometry.row_height)

    def cursor(self) -> tuple[int, int] | None:
        """The cell that the keys act on."""
        chosen = self._matrix.selection
        return None if chosen.is_empty else (chosen.row, chosen.day)

    def is_chosen(self, row: int, day: int) -> bool:
        """Whether the cell is selected."""
        chosen = self._matrix.selection
        return chosen.first_row <= row <= chosen.last_row and chosen.first_day <= day <= chosen.last_day


def install() -> None:
    """Let Qt know how the matrix speaks."""
    let_speak(MatrixView, MatrixSpeech)
