"""A row of three to five numbers that decide, each with its unit and its change since the base."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.window.frame.elided import ElidedLabel
from app.window.frame.own_height import OwnHeight
from app.window.help.glossary import meaning
from app.window.look import space
from app.window.look.look import look

MANY, NARROWEST, NARROW = 5, 480, 900
PLAIN, SHORT, GOOD = "figure", "figure-short", "figure-good"


@dataclass(frozen=True, slots=True)
class Tile:
    """`figure` is formatted; `mood` is one of PLAIN, SHORT (with ▼ in the figure) and GOOD; `change` a quiet line."""

    name: str
    figure: str
    unit: str = ""
    change: str = ""
    mood: str = PLAIN


class _TileOnScreen(QWidget):
    """One tile; its labels say another as long as the row has as many."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self._name, self._unit = _giving_way(tile.name), _giving_way(tile.unit)
        self._figure, self._change = label(tile.figure, tile.mood), self._quiet_line(tile.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lay_out(column)
        column.addWidget(self._change)
        column.addStretch(1)  # beside a tile of more lines, figures stay on one height
        self._name_it(tile)

    def _quiet_line(self, text: str) -> QLabel:
        return _wrapped(text, "change")

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setSpacing(look().px(2))
        column.addWidget(self._name)
        column.addLayout(_in_line(self._figure, self._unit))

    def widest(self) -> int:
        """Room for name, figure and unit as they stand above each other."""
        beside = self._figure.sizeHint().width() + self._unit.sizeHint().width() + look().px(space.IN_CELL)
        return max(self._name.sizeHint().width(), beside)

    def say(self, tile: Tile) -> None:
        """Another tile of the same kind."""
        texts = (tile.name, tile.figure, tile.unit, tile.change)
        for part, text in zip((self._name, self._figure, self._unit, self._change), texts, strict=True):
            if part.text() != text:
                part.setText(text)
                part.setToolTip(meaning(text))
        if self._figure.property("kind") != tile.mood:
            self._figure.setProperty("kind", tile.mood)
            self._figure.style().unpolish(self._figure)
            self._figure.style().polish(self._figure)
        self._name_it(tile)

    def _name_it(self, tile: Tile) -> None:
        self.setAccessibleName(f"{tile.name} {tile.figure} {tile.unit} {tile.change}".strip())


class _SlimTile(_TileOnScreen):
    """Name and figure in one line, the quiet line beneath."""

    def _quiet_line(self, text: str) -> QLabel:
        return label(text, "change")

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setSpacing(0)
        self._figure.setProperty("slim", True)
        column.addLayout(_in_line(self._name, self._figure, self._unit))

    def widest(self) -> int:
        """Room for name, figure and unit in one line, and for the line beneath."""
        parts = [part.sizeHint().width() for part in (self._name, self._figure, self._unit)]
        return max(sum(parts) + 2 * look().px(space.IN_CELL), self._change.sizeHint().width())


def _in_line(*parts: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look().px(space.IN_CELL))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


class Tiles(OwnHeight):
    """The row; `show_tiles` replaces what it says. A slim one leaves its page the room of a line, where all of them
    have room for that.
    """

    def __init__(self, slim: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._slim = slim
        self._made: type[_TileOnScreen] = _TileOnScreen
        self._tiles: list[_TileOnScreen] = []
        edge, above = look().px(space.IN_CARD), look().px(space.RELATED if slim else 12)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, above, edge, above)
        self._shown: tuple[Tile, ...] = ()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Say other numbers; nothing is rebuilt while they are as many."""
        before, self._shown = self._shown, tuple(tiles)
        if self._shown == before:
            return
        self._set_apart()
        if len(before) == len(tiles) and self._fitting() is self._made:
            for shown, tile in zip(self._tiles, tiles, strict=True):
                shown.say(tile)
        else:
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, perhaps other tiles."""
        self._set_apart()
        if self._slim and self._fitting() is not self._made:
            self._build()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The row lets the window become narrower than itself: words give way then, or it is a row of other tiles."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), look().px(NARROWEST)), least.height())

    def _set_apart(self) -> None:
        """Closer where there are many, or little room."""
        many, narrow = len(self._shown) > MANY, self.width() < look().px(NARROW)
        crowded = space.RELATED if many and narrow else space.IN_CARD
        self._row.setSpacing(look().px(crowded if many or narrow else space.BETWEEN_CARDS))
        wanted = [tile.widest() for tile in self._tiles]
        fits = sum(wanted) <= self._room()
        for tile, width in zip(self._tiles, wanted, strict=True):
            tile.setMinimumWidth(width if fits else 0)  # a long name takes from a short one before it gives way

    def _room(self) -> int:
        """What the tiles have of the row."""
        edges = self._row.contentsMargins()
        return self.width() - edges.left() - edges.right() - 2 * (len(self._shown) - 1) * self._row.spacing()

    def _fitting(self) -> type[_TileOnScreen]:
        return _SlimTile if self._slim and sum(map(_slim_width, self._shown)) <= self._room() else _TileOnScreen

    def _build(self) -> None:
        self._made = self._fitting()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._tiles = [self._made(tile) for tile in self._shown]
        for number, tile in enumerate(self._tiles):
            if number:
                self._row.addWidget(_line())
            self._row.addWidget(tile, 1)
        self._set_apart()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "tile-line")
    return line


def _giving_way(text: str) -> ElidedLabel:
    """Where room is short, words go before figures."""
    made = ElidedLabel(text, "quiet")
    made.setToolTip(meaning(text))
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
