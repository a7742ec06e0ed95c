"""Annealing: small moves on the true objective, compiled."""
