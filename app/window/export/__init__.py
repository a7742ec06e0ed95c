"""The export page: what the team will get, before it leaves the program."""
