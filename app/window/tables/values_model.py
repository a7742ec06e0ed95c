"""Values as the rows of a table whose cells can be edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.window.help.glossary import meaning
from app.window.look.look import look

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `show` a value's cell, `edit` a text into a new value (ValueError with a sentence refuses it; None for
    a column that cannot be edited), `choices` offered beside typing.
    """

    name: str
    show: Callable[[Any], str]
    edit: Callable[[Any, str], Any] | None = None
    choices: Callable[[], Sequence[str]] = tuple
    words: bool = True


class ValuesModel(QAbstractTableModel):
    """Values for Qt. `edited` carries all of them after an edit, `refused` why a text was not taken."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.values: tuple[Any, ...] = ()

    def show_values(self, values: Sequence[Any]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.values = tuple(values)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text and side of a cell."""
        if not index.isValid():
            return None
        field = self.fields[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return field.show(self.values[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(field)
        if role == Qt.ItemDataRole.ForegroundRole and field.edit is None:
            return look().colour("text_quiet")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a text over, or say why not."""
        field = self.fields[index.column()]
        old = self.values[index.row()]
        if role != Qt.ItemDataRole.EditRole or field.edit is None or str(value) == field.show(old):
            return False
        try:
            new = field.edit(old, str(value).strip())
        except ValueError as problem:
            self.refused.emit(str(problem))
            return False
        self.values = (*self.values[: index.row()], new, *self.values[index.row() + 1 :])
        self.edited.emit(self.values)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The header stands over its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.fields[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return meaning(self.fields[section].name) or None
        return _side(self.fields[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the field is."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.fields[index.column()].edit else flags


def _side(field: Field) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if field.words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
