"""A row of three to five numbers that decide, each with its unit and its change since the base."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.window.frame.own_height import OwnHeight
from app.window.help.glossary import meaning
from app.window.look import space
from app.window.look.look import look

MANY, NARROWEST = 5, 480
PLAIN, SHORT, GOOD = "figure", "figure-short", "figure-good"


@dataclass(frozen=True, slots=True)
class Tile:
    """`figure` is formatted; `mood` is one of PLAIN, SHORT (with ▼ in the figure) and GOOD; `change` a quiet line."""

    name: str
    figure: str
    unit: str = ""
    change: str = ""
    mood: str = PLAIN


class Tiles(OwnHeight):
    """The row; `show_tiles` replaces what it says. A slim one leaves its page the room of a line, where all of them
    have room for that.
    """

    def __init__(self, slim: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._slim = slim
        self._made: Callable[[Tile], QWidget] = _tile
        edge, above = look().px(space.IN_CARD), look().px(space.RELATED if slim else 12)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, above, edge, above)
        self._shown: tuple[Tile, ...] = ()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Say other numbers; nothing is rebuilt when they are the same."""
        if tuple(tiles) == self._shown:
            return
        self._shown = tuple(tiles)
        self._row.setSpacing(look().px(space.IN_CARD if len(tiles) > MANY else space.BETWEEN_CARDS))
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, perhaps other tiles."""
        if self._slim and self._fitting() is not self._made:
            self._build()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A slim row lets the window become narrower than itself, and is another then."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), look().px(NARROWEST)), least.height()) if self._slim else least

    def _fitting(self) -> Callable[[Tile], QWidget]:
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - 2 * (len(self._shown) - 1) * self._row.spacing()
        return _slim_tile if self._slim and sum(map(_slim_width, self._shown)) <= room else _tile

    def _build(self) -> None:
        self._made = self._fitting()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, tile in enumerate(self._shown):
            if number:
                self._row.addWidget(_line())
            made = self._made(tile)
            made.setAccessibleName(f"{tile.name} {tile.figure} {tile.unit} {tile.change}".strip())
            self._row.addWidget(made, 1)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "tile-line")
    return line


def _tile(tile: Tile) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(2))
    column.addWidget(label(tile.name, "quiet"))
    row = QHBoxLayout()
    row.setSpacing(look().px(space.IN_CELL))
    row.addWidget(label(tile.figure, tile.mood))
    row.addWidget(label(tile.unit, "quiet"))
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(_wrapped(tile.change, "change"))
    column.addStretch(1)  # beside a tile of more lines, figures stay on one height
    return made


def _slim_tile(tile: Tile) -> QWidget:
    """Name and figure in one line, the quiet line beneath."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(look().px(space.IN_CELL))
    figure = label(tile.figure, tile.mood)
    figure.setProperty("slim", True)
    for part in (label(tile.name, "quiet"), figure, label(tile.unit, "quiet")):
        row.addWidget(part)
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(label(tile.change, "change"))
    column.addStretch(1)  # beside a tile of more lines, figures stay on one height
    return made


def _wrapped(text: str, kind: str) -> QLabel:
    """Without room for one line it takes two."""
    made = label(text, kind)
    made.setWordWrap(True)
    return made


def _slim_width(tile: Tile) -> int:
    """Room for name, figure and unit in one line, and for the line beneath in one."""
    quiet, figure = QFontMetrics(look().font(space.QUIET)), QFontMetrics(look().font(space.SLIM_FIGURE, bold=True))
    above = quiet.horizontalAdvance(tile.name) + figure.horizontalAdvance(tile.figure)
    above += quiet.horizontalAdvance(tile.unit) + 3 * look().px(space.IN_CELL)
    return max(above, quiet.horizontalAdvance(tile.change))


def label(text: str, kind: str = "") -> QLabel:
    """A label of a kind that the stylesheet knows; a word of the glossary tells its meaning when pointed at."""
    made = QLabel(text)
    if said := meaning(text):
        made.setToolTip(said)
    if kind:
        made.setProperty("kind", kind)
    return made
