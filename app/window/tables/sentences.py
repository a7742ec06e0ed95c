"""A list of sentences, each with the mark of its level and, where there is one, its act."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import pixmap
from app.window.look.look import look
from forecasts.findings import Level

MARKS = {Level.ERROR: ("law", "law"), Level.WARNING: ("policy", "policy"), Level.NOTICE: ("hint", "hint")}
Line = tuple[Level, str]
Act = tuple[str, Callable[[], object]]
NO_ACTS: Mapping[int, Sequence[Act]] = {}


class Sentences(QScrollArea):
    """`acts` are the buttons that stand beside some of the lines."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.acts: list[QPushButton] = []

    def show_lines(self, lines: Sequence[Line], none: str, acts: Mapping[int, Sequence[Act]] = NO_ACTS) -> None:
        """Replace what it says; `none` when there is nothing, `acts` by line. It stays where it was scrolled to."""
        at = self.verticalScrollBar().value()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, look().px(space.RELATED), 0)
        grid.setHorizontalSpacing(look().px(space.RELATED))
        grid.setVerticalSpacing(look().px(space.RELATED))
        grid.setColumnStretch(1, 1)
        self.acts = []
        for row, (level, text) in enumerate(lines or [(Level.NOTICE, none)]):
            grid.addWidget(_mark(level), row, 0, Qt.AlignmentFlag.AlignTop)
            said = label(text)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(said, row, 1)
            for place, act in enumerate(acts.get(row, ()), start=2):
                grid.addWidget(self._button(text, *act), row, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(max(1, len(lines)), 1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(at)

    def _button(self, about: str, text: str, run: Callable[[], object]) -> QPushButton:
        act = QPushButton(text)
        act.setProperty("kind", "link")
        act.setAccessibleName(f"{text}: {about}")
        act.clicked.connect(lambda _checked=False: run())
        self.acts.append(act)
        return act


def _mark(level: Level) -> QLabel:
    symbol, token = MARKS[level]
    mark = QLabel()
    mark.setPixmap(pixmap(symbol, str(getattr(look().theme, token)), look().px(16)))
    return mark
