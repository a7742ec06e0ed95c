"""Prices of presence and what they prove: no roster costs less."""
