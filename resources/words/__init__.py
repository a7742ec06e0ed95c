"""Catalogues of words: `<language>/LC_MESSAGES/<domain>.po`, compiled to `.mo` beside it."""
