"""Child processes that only remember what they were asked."""

from typing import Any


class FakeJobs:
    """What the page asked to run, to be ended by the test."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[str], Any]] = []

    def start(self, kind: str, _title: str, arguments: list[str], then: Any, *_rest: Any) -> object:
        self.asked.append((kind, arguments, then))
        return object()
