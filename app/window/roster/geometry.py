"""Where everything in the matrix is, in pixels; knows no Qt, so that it can be tested as arithmetic.

Three frozen strips (left columns, header, footer) surround the cells. Contents scroll by `scroll_x`, `scroll_y`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """Whole numbers [first, last] that an exposed stretch touches; empty when last < first."""

    first: int
    last: int

    def __contains__(self, number: object) -> bool:
        """Whether a number lies inside."""
        return isinstance(number, int) and self.first <= number <= self.last

    @property
    def numbers(self) -> range:
        """Every number inside."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Geometry:
    """`headings`: for each row, whether a group's heading stands above it. All sizes in logical pixels."""

    days: int
    headings: tuple[bool, ...]
    row_height: int = 24
    day_width: int = 36
    frozen_width: int = 200
    header_height: int = 56
    footer_height: int = 40
    width: int = 0
    height: int = 0
    scroll_x: int = 0
    scroll_y: int = 0
    heading_height: int = field(default=0)

    @property
    def across(self) -> tuple[int, ...]:
        """All that says where the days stand."""
        return self.days, self.day_width, self.frozen_width, self.scroll_x, self.width

    @cached_property
    def _tops(self) -> Sequence[int]:
        """Top of every row in contents coordinates, and the bottom of the last."""
        tops, y = [], 0
        for heading in self.headings:
            y += self.heading_height if heading else 0
            tops.append(y)
            y += self.row_height
        return (*tops, y)

    @property
    def rows(self) -> int:
        """Number of agent rows."""
        return len(self.headings)

    @property
    def contents_width(self) -> int:
        """Width of all days."""
        return self.days * self.day_width

    @property
    def contents_height(self) -> int:
        """Height of all rows and headings."""
        return self._tops[-1]

    @property
    def cells_width(self) -> int:
        """Visible width of the cells."""
        return max(0, self.width - self.frozen_width)

    @property
    def cells_height(self) -> int:
        """Visible height of the cells, from the header to the footer."""
        return max(0, min(self.height - self.header_height - self.footer_height, self.contents_height))

    @property
    def footer_top(self) -> int:
        """Where the footer begins: right under the last row when all rows fit."""
        return self.header_height + self.cells_height

    @property
    def max_scroll_x(self) -> int:
        """How far the days scroll."""
        return max(0, self.contents_width - self.cells_width)

    @property
    def max_scroll_y(self) -> int:
        """How far the rows scroll."""
        return max(0, self.contents_height - self.cells_height)

    def scrolled(self, x: int, y: int) -> "Geometry":
        """The same matrix scrolled to a place, kept inside the contents."""
        inside_x, inside_y = max(0, min(x, self.max_scroll_x)), max(0, min(y, self.max_scroll_y))
        return replace(self, scroll_x=inside_x, scroll_y=inside_y)

    def day_left(self, day: float) -> int:
        """Left edge of a day on screen; a fraction lies inside the day."""
        return self.frozen_width + round(day * self.day_width) - self.scroll_x

    def row_top(self, row: int) -> int:
        """Top edge of a row on screen."""
        return self.header_height + self._tops[row] - self.scroll_y

    def day_at(self, x: int) -> int | None:
        """The day under a screen x, None outside the days."""
        day = (x - self.frozen_width + self.scroll_x) // self.day_width
        return day if x >= self.frozen_width and 0 <= day < self.days else None

    def row_at(self, y: int) -> int | None:
        """The row under a screen y, None on a heading and outside the rows."""
        if not self.header_height <= y < self.footer_top:
            return None
        inside = y - self.header_height + self.scroll_y
        row = bisect_right(self._tops, inside) - 1
        return row if 0 <= row < self.rows and inside < self._tops[row] + self.row_height else None

    def visible_days(self, left: int, right: int) -> Span:
        """Days that touch the screen stretch [left, right)."""
        first = (max(left, self.frozen_width) - self.frozen_width + self.scroll_x) // self.day_width
        last = (right - 1 - self.frozen_width + self.scroll_x) // self.day_width
        return Span(max(0, first), min(self.days - 1, last))

    def visible_rows(self, top: int, bottom: int) -> Span:
        """Rows that touch the screen stretch [top, bottom), with the row whose heading does."""
        from_top = max(top, self.header_height) - self.header_height + self.scroll_y
        to_bottom = min(bottom, self.footer_top) - self.header_height + self.scroll_y
        first = bisect_right(self._tops, from_top) - 1
        last = bisect_right(self._tops, to_bottom + self.heading_height - 1) - 1
        return Span(max(0, first), min(self.rows - 1, last))

    def showing(self, row: int, day: int) -> "Geometry":
        """The same matrix scrolled as little as needed to show a cell whole."""
        left, top = day * self.day_width, self._tops[row]
        x = min(max(self.scroll_x, left + self.day_width - self.cells_width), left)
        y = min(max(self.scroll_y, top + self.row_height - self.cells_height), top)
        return self.scrolled(x, y)
