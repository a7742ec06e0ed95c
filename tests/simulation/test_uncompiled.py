"""The same day, with the compiler and without it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from scheduler.simulation.engine import simulate
from scheduler.simulation.manner import ChatLength, EndOfShift, Manner
from scheduler.simulation.trials import Trials
from scheduler.staffing.goals import Goals
from tests.simulation.simulation_days import forecast, quiet_day

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json
from tests.simulation.test_uncompiled import sums
print(json.dumps([sums(mode) for mode in (True, False)]))
"""
MANNERS = {
    True: Manner(by_message=True),
    False: Manner(by_message=False, length=ChatLength(0.5), end_of_shift=EndOfShift.TRANSFER),
}


def sums(by_message: bool) -> dict[str, list[list[float]]]:
    day, goals = forecast(quiet_day()), {"presale": Goals(patience_seconds=60)}
    present = {"presale": np.tile([2.0, 3.0, 1.5, 3.0], 12)}
    found = simulate(day, present, goals, Trials(1, 3, MANNERS[by_message]))["presale"]
    return {name: numbers.tolist() for name, numbers in found.sums.items()}


def test_without_the_compiler_the_same_customers_get_the_same_service() -> None:
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True, timeout=240
    )
    for by_message, plain in zip((True, False), json.loads(run.stdout), strict=True):
        compiled = sums(by_message)
        assert plain.keys() == compiled.keys()
        for name, numbers in compiled.items():
            assert plain[name] == pytest.approx(np.array(numbers), rel=1e-9, abs=1e-9), name
        assert sum(map(sum, compiled["lost"])) > 0
