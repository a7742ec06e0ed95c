"""The history page: days by hours, the daily line, what the cleaning found, and the import."""
