"""What was imported and what the cleaning did with it, each row with the act that takes it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.project.batch import ImportBatch
from app.window.formats import moment_text, number_text
from app.window.frame.tiles import label
from app.window.frame.view import ProjectView
from app.window.history.cleaning_rows import CleaningRow, cleaning_rows
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.tables.sentences import Act, Sentences
from app.wording import words

_ = words("window")


class FindingsCard(QWidget):
    """The cleaning report over the import batches. `acted` carries the row whose cleaning is taken back or made again,
    `named` one whose days are a promotion; `removed` a batch.
    """

    acted = Signal(object)
    named = Signal(object)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.sentences = Sentences(_("What was found"))
        imports = QWidget()
        self._imports = QGridLayout(imports)
        self._imports.setContentsMargins(0, 0, 0, 0)
        self._imports.setColumnStretch(0, 1)
        self._imports.setSpacing(look().px(space.IN_CELL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.addWidget(self.sentences, 3)
        column.addWidget(label(_("Imports"), "card-title"))
        column.addWidget(imports)
        self._seen: object = None

    def show_project(self, view: ProjectView) -> int:
        """Look through the history once for each new state of it; how many rows there are."""
        project = view.project
        now = (project.history, project.promotions, project.outlook)
        if self._seen != now:
            self._seen = now
            self._shown = cleaning_rows(project)
            none = _("Nothing to complain about: no holes, no doubtful zeros, no odd days.")
            self.sentences.show_lines([(row.level, row.text) for row in self._shown], none, self._acts())
        return len(self._shown)

    def _acts(self) -> dict[int, list[Act]]:
        """The acts of each row that has any."""
        return {number: acts for number, row in enumerate(self._shown) if (acts := self._acts_of(row))}

    def _acts_of(self, row: CleaningRow) -> list[Act]:
        """A question has two answers; anything else is undone or done again."""
        named = [(_("Yes, name it"), partial(self.named.emit, row))] if row.stretch is not None else []
        undone = [(undo_text(row), partial(self.acted.emit, row))] if row.kept is not None else []
        return [*named, *undone]

    def show_batches(self, batches: Sequence[ImportBatch]) -> None:
        """Name the imports in force."""
        while (item := self._imports.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, batch in enumerate(batches):
            said = label(batch_line(batch), "quiet")
            said.setWordWrap(True)
            self._imports.addWidget(said, number, 0)
            out = QPushButton(icon("trash"), "")
            out.setToolTip(_("Take this import out"))
            out.setAccessibleName(f"{_('Take this import out')}: {batch.source}")
            out.setProperty("kind", "link")
            out.clicked.connect(lambda _checked=False, batch=batch: self.removed.emit(batch.id))
            self._imports.addWidget(out, number, 1)


def undo_text(row: CleaningRow) -> str:
    """What the button does that takes a decision or an answer."""
    if row.done:
        return _("Ask again") if row.asked else _("Clean again")
    return _("No") if row.stretch is not None else _("Undo")


def batch_line(batch: ImportBatch) -> str:
    """One import in a line."""
    return _("{source} · {rows} rows · {when}").format(
        source=batch.source, rows=number_text(batch.rows), when=moment_text(batch.created)
    )
