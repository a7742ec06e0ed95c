"""A step of undo or redo that would halt the window, such as a search's roster: taken in a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.window.jobs.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.project.file import ProjectFile
    from app.window.frame.reading import Reading

LONG = 1000
"""Statements of a step from which on it is not taken while the window waits."""


class StepAside(QObject):
    """One at a time; `take` gets the reading made after it, in the window's thread."""

    def __init__(self, parent: QObject, take: Callable[[Reading], None]) -> None:
        super().__init__(parent)
        self._take = take
        self._aside: Aside | None = None

    def start(
        self,
        file: ProjectFile,
        scenario: str,
        step: Callable[[ProjectFile], object],
        look_ahead: Callable[[Reading], object],
    ) -> None:
        """Begin with a file that is nobody else's."""
        from app.window.frame.reading import reading_of

        def work() -> Reading:
            try:
                step(file)
            except BaseException:
                file.close()
                raise
            reading = reading_of(file, scenario)
            look_ahead(reading)
            return reading

        self._aside = Aside(work)
        self._aside.done.connect(self._told)
        self._aside.start()

    def _told(self, made: object) -> None:
        if self._aside is not None and self._aside.made is made:
            self.finish()

    def finish(self) -> None:
        """Wait for the step under way and show what it made; raises what it raised. Nothing when there is none."""
        made = self._ended()
        if isinstance(made, Exception):
            raise made
        if made is not None:
            self._take(made)

    def drop(self) -> None:
        """Wait for the step under way and show nothing."""
        made = self._ended()
        if made is not None and not isinstance(made, Exception):
            made.file.close()

    def _ended(self) -> Reading | Exception | None:
        aside, self._aside = self._aside, None
        if aside is None:
            return None
        aside.wait()
        made: Reading | Exception = aside.made
        return made
