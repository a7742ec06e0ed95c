"""The window: pages over the project, child processes for long work. The only room that knows Qt."""
