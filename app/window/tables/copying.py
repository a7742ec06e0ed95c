"""Selected cells of any table as text that Excel and WPS paste: tabs between columns, a line for each row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from app.wording import words

_ = words("window")


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """The cells as text; those with breaks, tabs or quotation marks are quoted."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if not any(sign in cell for sign in '\t\r\n"'):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def selection_text(view: QTableView) -> str:
    """The selected rows and columns of a table, what is between them included; empty when nothing is selected.

    Whole rows bring the header along, so that they can be pasted back as a list.
    """
    model, chosen = view.model(), view.selectionModel()
    places = chosen.selectedIndexes()
    rows = sorted({index.row() for index in places})
    columns = sorted({index.column() for index in places if not view.isColumnHidden(index.column())})
    if not places:
        return ""
    cells = [[str(model.index(row, column).data() or "") for column in columns] for row in rows]
    if _whole_rows(chosen, rows, view):
        header = Qt.Orientation.Horizontal
        cells.insert(0, [str(model.headerData(column, header) or "") for column in columns])
    return block_text(cells)


def _whole_rows(chosen: QItemSelectionModel, rows: Sequence[int], view: QTableView) -> bool:
    return all(chosen.isRowSelected(row, view.rootIndex()) for row in rows)


def let_copy(view: QTableView) -> None:
    """Give a table the usual key for copying."""
    action = QAction(_("Copy"), view)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: QGuiApplication.clipboard().setText(selection_text(view)))
    view.addAction(action)


class PasteKey(QObject):
    """Takes the usual key for pasting before a page's own act of that key can."""

    def __init__(self, view: QTableView, paste: Callable[[], object]) -> None:
        super().__init__(view)
        self._paste = paste
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key, then paste."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._paste()
                return True
        return super().eventFilter(watched, event)
