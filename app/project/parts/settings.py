"""Name, horizon, seat limit and alternating weeks."""

from sqlalchemy import Connection

from app.project.parts.rows import Tables, read_rows
from app.project.project import Project
from app.project.schema import SETTINGS
from forecasts.horizon import Horizon
from scheduler.alternating_weeks import AlternatingWeeks


def settings_rows(project: Project) -> Tables:
    """The one row of settings."""
    horizon, weeks = project.horizon, project.alternating_weeks
    return {
        SETTINGS: [
            {
                "id": 1,
                "name": project.name,
                "first_day": horizon.first_day,
                "days": horizon.days,
                "interval_minutes": horizon.interval_minutes,
                "seat_limit": project.seat_limit,
                "big_week": weeks.big_week if weeks else None,
            }
        ]
    }


def read_settings(connection: Connection) -> Project:
    """A project with its settings and nothing else yet."""
    (row,) = read_rows(connection, SETTINGS)
    horizon = Horizon(row["first_day"], row["days"], row["interval_minutes"])
    weeks = None if row["big_week"] is None else AlternatingWeeks(row["big_week"])
    return Project(row["name"], horizon, row["seat_limit"], alternating_weeks=weeks)
