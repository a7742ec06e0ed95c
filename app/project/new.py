"""A project at its beginning: the horizon that follows from what is known."""

from datetime import date, timedelta

from app.project.project import Project
from forecasts.history import History
from forecasts.horizon import Horizon

DAYS = 14
INTERVALS = (15, 30, 60)


def new_project(name: str, history: History | None, today: date) -> Project:
    """An empty project that plans the two weeks after its history ends, or after today when it has none, on the
    history's own interval as far as a roster can have it (15, 30 or 60 minutes).
    """
    ends = [counts.starts[-1].astype("datetime64[D]").astype(object) for _key, counts in history or () if len(counts)]
    last_day: date = max(ends, default=today)
    finest = history.interval_minutes if history else 30
    interval = next((minutes for minutes in INTERVALS if minutes >= finest), INTERVALS[-1])
    return Project(name, Horizon(last_day + timedelta(days=1), DAYS, interval))
