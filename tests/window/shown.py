"""What an open window shows."""

from typing import TypeVar

from app.project.project import Project
from app.project.version import PlanVersion
from app.window.frame.document import Document
from app.window.frame.main_window import MainWindow
from app.window.frame.page import Page
from app.window.frame.view import ProjectView
from app.window.roster.board import RosterBoard
from app.window.roster.matrix import Matrix
from app.window.roster.page import RosterPage
from app.window.roster.plan import RosterPlan
from app.window.roster.scene import Scene
from tests.there import there

Kind = TypeVar("Kind", bound=Page)


def page_of(window: MainWindow, kind: type[Kind]) -> Kind:
    """The page one sees, which is of that kind."""
    assert isinstance(window.page, kind)
    return window.page


def view_of(document: Document) -> ProjectView:
    """The project that is open, as last read."""
    return there(document.view)


def project_of(document: Document) -> Project:
    """The project that is open."""
    return view_of(document).project


def version_of(document: Document) -> PlanVersion:
    """The newest plan of the scenario one looks at."""
    return there(view_of(document).version)


def board_of(window: MainWindow) -> RosterBoard:
    """What the roster page one sees consists of."""
    return there(page_of(window, RosterPage).board)


def plan_shown(board: RosterBoard) -> RosterPlan:
    """The plan on the board."""
    return there(board.plan)


def scene_of(matrix: Matrix) -> Scene:
    """What the matrix paints."""
    return there(matrix.scene)
