"""The project: one file with everything a plan needs, and the value that the rest of the program reads."""
