"""The service that rosters will give, predicted by a child process and kept per version."""

import json
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.window.frame.desk import Desk
from app.window.jobs.job import JobEnd
from app.wording import words

_ = words("window")


class Service(NamedTuple):
    """Share of all inquiries answered in time, customers lost, seconds to the first reply, and yuan lost with the
    customers, None where nobody said what one is worth.
    """

    service_level: float | None
    lost: float
    first_response_seconds: float | None = None
    lost_sales: float | None = None


Key = tuple[str, str, int]


class Services(QObject):
    """`ask` predicts what is not known yet, then calls `told`."""

    def __init__(self, desk: Desk, told: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._told = desk, told
        self._known: dict[Key, Service] = {}
        self._refused: set[Key] = set()

    def service(self, path: str, scenario: str, version: int) -> Service | None:
        """What is known of a version."""
        return self._known.get((path, scenario, version))

    def ask(self, path: str, versions: Iterable[tuple[str, int]]) -> None:
        """Predict these versions of fresh rosters; a stale one would be planned anew by the command."""
        keys = [(path, scenario, number) for scenario, number in versions]
        missing = [key for key in keys if key not in self._known and key not in self._refused]
        if missing:
            arguments = ["compare", *(scenario for _path, scenario, _number in missing), "--project", path, "--json"]
            self._desk.jobs.start(
                "compare", _("Predicting the service"), arguments, lambda end: self._ended(missing, end)
            )

    def _ended(self, asked: list[Key], end: JobEnd) -> None:
        rows = service_rows(end.output)
        for key in asked:
            if key[1] in rows:
                self._known[key] = rows[key[1]]
            else:
                self._refused.add(key)
        self._told()


def service_rows(output: str) -> dict[str, Service]:
    """Scenario to its predicted service, from what the command wrote."""
    try:
        rows = json.loads(output)["rows"]
    except (ValueError, KeyError, TypeError):
        return {}
    return {str(row["scenario"]): Service(**{name: row.get(name) for name in Service._fields}) for row in rows}
