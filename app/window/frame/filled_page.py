"""A page that is empty until the project has something for it; what it then shows is built the first time."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.window.frame.desk import Desk
from app.window.frame.page import QUIET, Page
from app.window.frame.view import ProjectView


class FilledPage(Page):
    """Subclasses say when they are empty, what stands there then, build their content once and fill it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stack = QStackedWidget()
        self._empty = self.empty()
        self._stack.addWidget(self._empty)
        self._content: QWidget | None = None
        self.body.addWidget(self._stack)

    def is_empty(self, view: ProjectView) -> bool:
        """Whether there is nothing to show yet."""
        raise NotImplementedError

    def empty(self) -> QWidget:
        """What stands there while it is empty."""
        raise NotImplementedError

    def build(self) -> QWidget:
        """The content, without data."""
        raise NotImplementedError

    def fill(self, view: ProjectView) -> None:
        """Show a project in the content."""
        raise NotImplementedError

    def follow(self, view: ProjectView | None) -> None:
        """Enable what can be done now; called before anything else."""

    def show_project(self, view: ProjectView | None) -> None:
        """Empty or filled."""
        self.follow(view)
        empty = view is None or self.is_empty(view)
        self._tone(quiet=empty)
        if view is None or empty:
            self._bring(self._empty)
            return
        if self._content is None:
            self._content = self.build()
            self._stack.addWidget(self._content)
        self._bring(self._content)
        self.fill(view)

    def _bring(self, part: QWidget) -> None:
        """To the front; what is behind asks for no room."""
        for other in filter(None, (self._empty, self._content)):
            policy = QSizePolicy.Policy.Preferred if other is part else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self._stack.setCurrentWidget(part)

    def _tone(self, quiet: bool) -> None:
        """One primary button a page: while it is empty, the one in its middle."""
        if self.primary is not None and bool(self.primary.property(QUIET)) != quiet:
            self.primary.setProperty(QUIET, quiet)
            self.primary.changed.emit()
