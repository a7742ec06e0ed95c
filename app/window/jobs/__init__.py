"""Long work in child processes of our own command line, so that the window never waits and can always stop them."""
