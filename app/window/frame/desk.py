"""What a page can reach: the document, the running jobs, and the voice of the message bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window.frame.document import Document
    from app.window.frame.message import Message
    from app.window.frame.reading import Reading
    from app.window.jobs.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Desk:
    """`say` shows a message; `go` opens the page of a step; `sample` opens the sample project;
    `look_ahead` lets the page shown prepare what it will show of a reading, in the thread that read it.
    """

    document: Document
    jobs: Jobs
    say: Callable[[Message], None]
    go: Callable[[str], None]
    sample: Callable[[], None]
    look_ahead: Callable[[Reading], None]
