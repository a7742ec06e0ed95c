"""The program's own files: CSV with a header, UTF-8, local ISO times. What is written reads back the same."""

from app.files.interchange.forecast_csv import read_forecast_csv, write_forecast_csv
from app.files.interchange.history_csv import read_history_csv, write_history_csv
from app.files.interchange.outlook_toml import outlook_text, write_outlook
from app.files.interchange.present_csv import read_present_csv
from app.files.interchange.requirement_csv import write_requirement_csv, write_service_csv
from app.files.interchange.settings_files import read_goals, read_outlook, read_promotions

__all__ = [
    "outlook_text",
    "read_forecast_csv",
    "read_goals",
    "read_history_csv",
    "read_outlook",
    "read_present_csv",
    "read_promotions",
    "write_forecast_csv",
    "write_history_csv",
    "write_outlook",
    "write_requirement_csv",
    "write_service_csv",
]
