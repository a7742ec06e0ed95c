"""A shift: a kind of working day, without date."""

from dataclasses import dataclass

from forecasts.horizon import MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class Break:
    """A pause inside a shift. `earliest` … `latest` (inclusive) is where it may start, in minutes from
    midnight of the shift's day (so 1500 is 01:00 of the next day), always on an interval's border.
    """

    minutes: int
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Shift:
    """`start` is minutes from midnight, `minutes` the span from first to last minute, `paid_minutes` what counts
    as working time. `code` and `name` are what people see in a cell; both default to the id. `rests` are short and
    paid, their windows one after the other; they are placed once a roster stands. `key`: the letter or digit that sets
    the shift in the roster, "" for the usual one.
    """

    id: str
    start: int
    minutes: int
    paid_minutes: int
    breaks: tuple[Break, ...] = ()
    tags: frozenset[str] = frozenset()
    code: str = ""
    name: str = ""
    rests: tuple[Break, ...] = ()
    key: str = ""

    @property
    def end(self) -> int:
        """Minutes from midnight of the day it starts; over 1440 when it ends on the next day."""
        return self.start + self.minutes

    @property
    def ends_next_day(self) -> bool:
        """Whether it runs past midnight."""
        return self.end > MINUTES_PER_DAY

    def carries(self, key: str) -> bool:
        """Whether a limit's key, a shift id or `tag:…`, speaks of this shift."""
        return key[4:] in self.tags if key.startswith("tag:") else key == self.id
