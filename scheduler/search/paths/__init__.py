"""One agent's cheapest days: the graph of a day, paths through days under that agent's rules."""
