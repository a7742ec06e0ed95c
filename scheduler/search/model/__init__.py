"""The whole problem as one CP-SAT model, and the search that hands it over."""
