"""Agents, shifts and rules; load to required agents; the roster and the search for it. Knows no files, no Qt."""
