"""The pages of the rail, loaded when the window is built."""

from importlib import import_module

from app.window.frame.desk import Desk
from app.window.frame.page import Page

PAGES = {
    "history": ("app.window.history.page", "HistoryPage"),
    "forecast": ("app.window.forecast.page", "ForecastPage"),
    "requirement": ("app.window.requirement.page", "RequirementPage"),
    "team": ("app.window.team.page", "TeamPage"),
    "rules": ("app.window.rules.page", "RulesPage"),
    "roster": ("app.window.roster.page", "RosterPage"),
    "comparison": ("app.window.comparison.page", "ComparisonPage"),
    "export": ("app.window.export.page", "ExportPage"),
    "review": ("app.window.review.page", "ReviewPage"),
}


def make_page(step: str, desk: Desk) -> Page:
    """The page of a step; made when it is first shown, so that the window stands at once."""
    module, name = PAGES[step]
    page = getattr(import_module(module), name)(desk)
    if not isinstance(page, Page):
        raise TypeError(f"{name} is not a page")
    return page
