"""What a cell means: one kind of value a file. A cell that cannot be read raises `Unreadable` with a code."""
