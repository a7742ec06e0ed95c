"""What was imported and what the cleaning sees in it, as sentences."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.project.batch import ImportBatch
from app.window.formats import moment_text, number_text
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.frame.view import ProjectView
from app.window.look import space
from app.window.look.icons import pixmap
from app.window.look.look import look
from app.wording import words
from app.wording.findings import sentence
from forecasts.cleaning import clean
from forecasts.findings import Finding, Level

_ = words("window")
MARKS = {Level.ERROR: ("law", "law"), Level.WARNING: ("policy", "policy"), Level.NOTICE: ("hint", "hint")}
Line = tuple[Level, str]


class Sentences(QScrollArea):
    """A list of sentences, each with the mark of its level."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[Line], none: str) -> None:
        """Replace what it says; `none` when there is nothing."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, look().px(space.RELATED), 0)
        grid.setHorizontalSpacing(look().px(space.RELATED))
        grid.setVerticalSpacing(look().px(space.RELATED))
        grid.setColumnStretch(1, 1)
        for row, (level, text) in enumerate(lines or [(Level.NOTICE, none)]):
            grid.addWidget(_mark(level), row, 0, Qt.AlignmentFlag.AlignTop)
            said = label(text)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(said, row, 1)
        grid.setRowStretch(max(1, len(lines)), 1)
        self.setWidget(inside)


def _mark(level: Level) -> QLabel:
    symbol, token = MARKS[level]
    mark = QLabel()
    mark.setPixmap(pixmap(symbol, str(getattr(look().theme, token)), look().px(16)))
    return mark


class FindingsCard(Card):
    """Findings of the cleaning over the import batches."""

    def __init__(self) -> None:
        super().__init__(_("What was found"))
        self._sentences = Sentences(_("What was found"))
        self.put(self._sentences, 3)
        imports = QWidget()
        self._imports = QVBoxLayout(imports)
        self._imports.setContentsMargins(0, 0, 0, 0)
        self._imports.setSpacing(look().px(space.IN_CELL))
        self.column.addWidget(label(_("Imports"), "card-title"))
        self.column.addWidget(imports)
        self._seen: object = None

    def show_project(self, view: ProjectView) -> None:
        """Look through the history once for each new state of it."""
        history = view.project.history
        if self._seen == (history, view.project.promotions):
            return
        self._seen = (history, view.project.promotions)
        found = cleaning_findings(view)
        none = _("Nothing to complain about: no holes, no doubtful zeros, no odd days.")
        self._sentences.show_lines([(finding.level, sentence(finding)) for finding in found], none)
        self.name.setText(_("What was found ({count})").format(count=len(found)))

    def show_batches(self, lines: Sequence[str]) -> None:
        """Name the imports in force."""
        while (item := self._imports.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for line in lines:
            said = label(line, "quiet")
            said.setWordWrap(True)
            self._imports.addWidget(said)


def cleaning_findings(view: ProjectView) -> list[Finding]:
    """What each series shows before it is used, errors first."""
    history = view.project.history
    phases = [phase for promotion in view.project.promotions for phase in promotion.phases]
    working = max(history.interval_minutes, 30)
    found: list[Finding] = []
    for key, counts in history:
        found += clean(key, counts, history.interval_minutes, working, phases).findings
    return sorted(found, key=lambda finding: list(Level).index(finding.level))


def batch_line(batch: ImportBatch) -> str:
    """One import in a line."""
    return _("{source} · {rows} rows · {when}").format(
        source=batch.source, rows=number_text(batch.rows), when=moment_text(batch.created)
    )
