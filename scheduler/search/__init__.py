"""The search for a roster: `solve` and the engines behind it. Imports OR-Tools, so only where a search is run."""

from scheduler.search.solve import solve

__all__ = ["solve"]
