"""One shape of history table a file: from a table to counts, a row each."""
