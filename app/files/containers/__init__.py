"""From bytes to raw grids; what a file is, is told by its content, never by the ending of its name."""
