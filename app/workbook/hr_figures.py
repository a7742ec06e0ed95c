"""A figure of the HR summary."""

Figure = float | str | None
"""Number, words, or nothing where it does not apply."""
