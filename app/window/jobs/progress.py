"""The lines a child writes to its error channel: one JSON object a line while it works, sentences when it fails."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a job is. `done` is 0–1 where the step knows it; the search tells `seconds`, `objective`, `bound`."""

    step: str = ""
    done: float | None = None
    seconds: float | None = None
    objective: float | None = None
    bound: float | None = None

    @property
    def gap(self) -> float | None:
        """(objective - bound) / objective, None while either is unknown."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.objective - self.bound) / max(abs(self.objective), 1e-9)


def read_progress(line: str) -> JobProgress | None:
    """The progress a line tells, None when it is a sentence for people."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    return JobProgress(str(told.get("step", "")), *(_number(told.get(key)) for key in JobProgress.__slots__[1:]))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
