"""A sweep: its points planned on an executor, each from its neighbour's roster, finished ones found again by content.

Any executor of the standard kind does: local processes, or a Dask cluster's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from typing import Any

from app.batch import Batch
from app.comparison import ScenarioRow
from app.engines import Executors
from app.exchange import exchanged
from app.points import Place, Point, PointPlan, SweepRow, planned
from scheduler.roster import Roster
from scheduler.solution import SearchLimits

Known = Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]
"""Row and plan of points finished before, by key, as `kept_documents` makes them."""
Keep = Callable[[str, Mapping[str, Any], Mapping[str, Any]], None]


class Sweep:
    """`known`: points kept before; `keep` is called for each new one as soon as it is there, so that a sweep broken off
    goes on where it was; `on_progress` hears how many are done, of all.
    """

    def __init__(
        self,
        wanted: Sequence[Point],
        limits: SearchLimits,
        known: Known,
        keep: Keep,
        on_progress: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> None:
        self._limits, self._keep, self._on_progress = limits, keep, on_progress
        self._points = {point.place: point for point in wanted}
        self._keys = {place: point.key for place, point in self._points.items()}
        self._before = {place: kept_row(point, known.get(self._keys[place])) for place, point in self._points.items()}
        self._rows: dict[Place, SweepRow | None] = {
            place: row for place, row in self._before.items() if row is not None and row.serves(limits)
        }

    def run(self, executors: Executors) -> list[SweepRow | None]:
        """The rows of all points in their order, None where the rules leave no roster. Raises RuntimeError when its
        processes are killed time and again.
        """
        self._on_progress(len(self._rows), len(self._points))
        left = {place: neighbour(place) for place in self._points if place not in self._rows}
        if left:
            Batch(left, self._begin, self._take).run(executors)
        for place, row in exchanged(self._points, self._rows).items():
            self._rows[place] = row
            self._keep_row(place, row)
        return [self._rows[place] for place in self._points]

    def _begin(self, executor: Executor, place: Place) -> Future[SweepRow]:
        return executor.submit(planned, self._points[place], self._limits, self._start(place))

    def _start(self, place: Place) -> Roster | None:
        """The roster found for the same content in less time, else that of the neighbour."""
        before = neighbour(place)
        row = self._before.get(place) or (None if before is None else self._rows.get(before))
        return None if row is None else row.plan.solution.roster

    def _take(self, place: Place, row: SweepRow | None) -> None:
        self._rows[place] = row
        if row is not None:
            self._keep_row(place, row)
        self._on_progress(len(self._rows), len(self._points))

    def _keep_row(self, place: Place, row: SweepRow) -> None:
        self._keep(self._keys[place], *kept_documents(self._points[place], row))


def neighbour(place: Place) -> Place | None:
    """The point whose roster a point begins with, None for the first: along the last factor that is not at its start,
    nearer by the lowest bit, so that chains stay short and many processes have work.
    """
    for axis in reversed(range(len(place))):
        if place[axis]:
            return (*place[:axis], place[axis] & (place[axis] - 1), *place[axis + 1 :])
    return None


def kept_documents(point: Point, row: SweepRow) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is kept of a point: its numbers, and its plan with the limits of the search."""
    limits = {"seconds": row.limits.seconds, "gap": row.limits.gap, "seed": row.limits.seed}
    return row.row.document(), row.plan.document(point) | {"limits": limits}


def kept_row(point: Point, documents: tuple[Mapping[str, Any], Mapping[str, Any]] | None) -> SweepRow | None:
    """The row kept under a point's key, under the point's own name; None for one without its plan."""
    if documents is None or not documents[1]:
        return None
    numbers, plan = documents
    row = ScenarioRow.of_document({**numbers, "scenario": point.scenario.name})
    return SweepRow(point.values, row, PointPlan.of_document(plan, point), SearchLimits(workers=1, **plan["limits"]))


def ranges_of(texts: Iterable[str]) -> dict[str, tuple[float, ...]]:
    """`volume=0.8:1.4:0.2` or `seats=60,80,100` as a factor and its values. Raises ValueError for anything else."""
    found: dict[str, tuple[float, ...]] = {}
    for text in texts:
        name, equals, values = text.partition("=")
        if not equals or not name.strip():
            raise ValueError(text)
        found[name.strip()] = _values(values)
    return found


def _values(text: str) -> tuple[float, ...]:
    if ":" not in text:
        return tuple(float(part) for part in text.split(","))
    first, last, step = (float(part) for part in text.split(":"))
    if step <= 0 or last < first:
        raise ValueError(text)
    return tuple(round(first + n * step, 10) for n in range(int((last - first) / step + 1e-9) + 1))
