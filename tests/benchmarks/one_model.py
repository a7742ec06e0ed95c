"""The usual way, to compare with: the whole problem as one model for CP-SAT."""

import time

from scheduler.problem import Problem
from scheduler.search.model.cp_sat import improve
from scheduler.search.model.team_model import TeamModel
from scheduler.search.run import Run
from scheduler.solution import SearchLimits, Solution


def solve_as_one_model(problem: Problem, limits: SearchLimits) -> Solution:
    """What CP-SAT alone makes of a problem in the time, the making of the model included."""
    began = time.monotonic()
    run = Run(problem, limits)
    team = TeamModel(problem)
    team.price()
    improve(team, run, max(0.0, limits.seconds - (time.monotonic() - began)), whole=True)
    return run.solution()
