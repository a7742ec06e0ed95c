"""What one import added to the history."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One file's import. `source` is the file as the person knows it, `sha256` of its bytes, `rows` as read.

    `id` is 0 until the project file has given one.
    """

    source: str
    sha256: str = ""
    kind: str = "history"
    rows: int = 0
    created: datetime = field(default_factory=lambda: datetime.now().replace(microsecond=0))
    id: int = 0


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One accepted change of a project file."""

    time: datetime
    label: str
