"""The cursor and the range it spans, and how keys move them. Pure: no Qt, so every key can be tested as arithmetic."""

from dataclasses import dataclass, replace
from enum import Enum, auto


class Move(Enum):
    """What a key asks of the cursor."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    HOME = auto()
    END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    LEFT_EDGE = auto()
    RIGHT_EDGE = auto()
    TOP_EDGE = auto()
    BOTTOM_EDGE = auto()
    FIRST_CELL = auto()
    LAST_CELL = auto()


@dataclass(frozen=True, slots=True)
class Selection:
    """The range between `anchor` and the cursor, both (row, day), inside a matrix of `rows` × `days`."""

    rows: int
    days: int
    row: int = 0
    day: int = 0
    anchor_row: int = 0
    anchor_day: int = 0

    @property
    def first_row(self) -> int:
        """Topmost selected row."""
        return min(self.row, self.anchor_row)

    @property
    def last_row(self) -> int:
        """Bottommost selected row."""
        return max(self.row, self.anchor_row)

    @property
    def first_day(self) -> int:
        """Leftmost selected day."""
        return min(self.day, self.anchor_day)

    @property
    def last_day(self) -> int:
        """Rightmost selected day."""
        return max(self.day, self.anchor_day)

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell to stand on."""
        return self.rows == 0 or self.days == 0

    @property
    def cells(self) -> int:
        """Number of selected cells."""
        return 0 if self.is_empty else (self.last_row - self.first_row + 1) * (self.last_day - self.first_day + 1)

    def at(self, row: int, day: int, extend: bool = False) -> "Selection":
        """The cursor moved to a cell, kept inside; the anchor stays when extending."""
        row, day = max(0, min(row, self.rows - 1)), max(0, min(day, self.days - 1))
        if extend:
            return replace(self, row=row, day=day)
        return replace(self, row=row, day=day, anchor_row=row, anchor_day=day)

    def whole_row(self, row: int) -> "Selection":
        """All days of an agent."""
        return replace(self, row=row, anchor_row=row, day=0, anchor_day=self.days - 1)

    def whole_day(self, day: int) -> "Selection":
        """All agents on a day, the cursor staying in its row's place at the top."""
        return replace(self, row=0, anchor_row=self.rows - 1, day=day, anchor_day=day)

    def everything(self) -> "Selection":
        """Every cell."""
        return replace(self, row=0, day=0, anchor_row=self.rows - 1, anchor_day=self.days - 1)

    def resized(self, rows: int, days: int) -> "Selection":
        """The same selection in a matrix of another size, kept inside."""
        kept = replace(self, rows=rows, days=days)
        anchor = kept.at(self.anchor_row, self.anchor_day)
        return anchor if anchor.is_empty else anchor.at(self.row, self.day, extend=True)

    def moved(self, move: Move, page: int = 1, extend: bool = False) -> "Selection":
        """The selection after a key; `page` is the number of rows a page moves."""
        last_row, last_day = self.rows - 1, self.days - 1
        row, day = {
            Move.LEFT: (self.row, self.day - 1),
            Move.RIGHT: (self.row, self.day + 1),
            Move.UP: (self.row - 1, self.day),
            Move.DOWN: (self.row + 1, self.day),
            Move.HOME: (self.row, 0),
            Move.END: (self.row, last_day),
            Move.PAGE_UP: (self.row - page, self.day),
            Move.PAGE_DOWN: (self.row + page, self.day),
            Move.LEFT_EDGE: (self.row, 0),
            Move.RIGHT_EDGE: (self.row, last_day),
            Move.TOP_EDGE: (0, self.day),
            Move.BOTTOM_EDGE: (last_row, self.day),
            Move.FIRST_CELL: (0, 0),
            Move.LAST_CELL: (last_row, last_day),
        }[move]
        return self if self.is_empty else self.at(row, day, extend)
