"""One list of the team's a file: agents, absences, requests, shifts, promotions."""
