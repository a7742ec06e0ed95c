"""Column generation: whole schedules of one agent, priced, chosen by a linear programme, dived into rosters."""
