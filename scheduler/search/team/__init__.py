"""A team's roster as arrays: presence, cover and cost for compiled kernels."""
