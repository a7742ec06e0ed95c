"""A roster: all assignments of a horizon. Immutable; edits give a new one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Assignment:
    """One agent works one shift on one day. `breaks`: start of each break of the shift, in the shift's order,
    in minutes from midnight of the assignment's day. `rests`: the same for its short rests, once they are placed.
    """

    agent: str
    day: int
    shift: str
    breaks: tuple[int, ...] = ()
    rests: tuple[int, ...] = ()


@dataclass(frozen=True)
class Roster:
    """Assignments by agent and day; at most one a day by construction."""

    cells: Mapping[tuple[str, int], Assignment] = field(default_factory=dict)

    @classmethod
    def of(cls, assignments: Iterable[Assignment]) -> "Roster":
        """A roster of these assignments. Raises ValueError when an agent has two on one day."""
        cells: dict[tuple[str, int], Assignment] = {}
        for assignment in assignments:
            key = (assignment.agent, assignment.day)
            if key in cells:
                raise ValueError(f"two shifts for {assignment.agent} on day {assignment.day}")
            cells[key] = assignment
        return cls(cells)

    def __iter__(self) -> Iterator[Assignment]:
        """Assignments by agent, then day."""
        return iter(self.cells[key] for key in sorted(self.cells))

    def __len__(self) -> int:
        """Number of assignments."""
        return len(self.cells)

    def shift(self, agent: str, day: int) -> str | None:
        """Shift id of a cell; None is a day off."""
        cell = self.cells.get((agent, day))
        return cell.shift if cell else None

    def with_cells(self, cells: Mapping[tuple[str, int], Assignment | None]) -> "Roster":
        """The roster with cells changed, None a day off."""
        changed = {**self.cells, **{key: cell for key, cell in cells.items() if cell is not None}}
        for key in (key for key, cell in cells.items() if cell is None):
            changed.pop(key, None)
        return Roster(changed)

    def of_agent(self, agent: str) -> dict[int, Assignment]:
        """One agent's assignments by day, in order."""
        mine = self._rows.get(agent, {})
        return {day: mine[day] for day in sorted(mine)}

    @cached_property
    def _rows(self) -> dict[str, dict[int, Assignment]]:
        """By agent, in no order: hundreds of agents are asked about one by one."""
        rows: dict[str, dict[int, Assignment]] = {}
        for (agent, day), cell in self.cells.items():
            rows.setdefault(agent, {})[day] = cell
        return rows

    def by_agent(self) -> dict[str, dict[int, Assignment]]:
        """Every agent's assignments by day, in order; agents without any are absent."""
        rows: dict[str, dict[int, Assignment]] = {}
        for cell in self:
            rows.setdefault(cell.agent, {})[cell.day] = cell
        return rows
