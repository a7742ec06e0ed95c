"""Hours and pay of a roster: what each paid minute counts as, the month's accounts, the part-time envelope."""
