"""A floor for the kernel without its compiler: Python reads objects and lists faster than the elements of arrays."""

from types import SimpleNamespace
from typing import Any

from numba import config

from scheduler.simulation.agenda import Agenda
from scheduler.simulation.floor import Floor, Records

LISTED = ("efforts", "thinking", "waiting", "handed_back", "marks", "limit_rows", "limit_of")


class Table:
    """Objects by row and column, read as an array of records is."""

    def __init__(self, records: Records) -> None:
        self.shape = records.shape
        self._rows = [_objects(row) for row in records]

    def __getitem__(self, key: tuple[int, int]) -> SimpleNamespace:
        """A record."""
        return self._rows[key[0]][key[1]]


def _objects(records: Records) -> list[SimpleNamespace]:
    names = records.dtype.names or ()
    return [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in records.tolist()]


def as_compiled_or_not(floor: Floor) -> Floor:
    """The floor as it is; with the compiler switched off (NUMBA_DISABLE_JIT), one that Python plays faster."""
    return _plain(floor) if config.DISABLE_JIT else floor


def _plain(floor: Floor) -> Floor:
    def listed(array: Any) -> Any:
        return array.tolist()

    made: dict[str, Any] = {name: _objects(getattr(floor, name)) for name in ("customers", "desks")}
    made |= {name: Table(getattr(floor, name)) for name in ("paces", "places")}
    made |= {name: listed(getattr(floor, name)) for name in LISTED}
    return floor._replace(**made, agenda=Agenda(*(listed(part) for part in floor.agenda)))
