"""Name, horizon and seat limit."""

from sqlalchemy import Connection

from app.project.parts.rows import Tables, read_rows
from app.project.project import Project
from app.project.schema import SETTINGS
from forecasts.horizon import Horizon


def settings_rows(project: Project) -> Tables:
    """The one row of settings."""
    horizon = project.horizon
    return {
        SETTINGS: [
            {
                "id": 1,
                "name": project.name,
                "first_day": horizon.first_day,
                "days": horizon.days,
                "interval_minutes": horizon.interval_minutes,
                "seat_limit": project.seat_limit,
            }
        ]
    }


def read_settings(connection: Connection) -> Project:
    """A project with its settings and nothing else yet."""
    (row,) = read_rows(connection, SETTINGS)
    horizon = Horizon(row["first_day"], row["days"], row["interval_minutes"])
    return Project(row["name"], horizon, row["seat_limit"])
