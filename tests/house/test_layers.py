"""Each import contract is shown to catch a deliberate violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIOLATIONS = {
    "app over scheduler over forecasts": ("forecasts/history.py", "import scheduler.shift"),
    "forecasts know neither Qt nor OR-Tools nor files": ("forecasts/history.py", "import openpyxl"),
    "scheduler knows neither Qt nor files": ("scheduler/shift.py", "import PySide6"),
    "only the search, the rules and the design of shifts know OR-Tools": (
        "scheduler/checks/locks.py",
        "import ortools",
    ),
    "the window's process knows neither pandas nor OR-Tools nor numba": ("app/project/project.py", "import pandas"),
    "only the window knows Qt": ("app/commands/check.py", "import PySide6"),
}


def contracts_broken(folder: Path) -> str:
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    here = {"PYTHONPATH": str(folder), "COLUMNS": "200"}
    done = subprocess.run(lint, cwd=folder, capture_output=True, text=True, check=False, env=here)
    return done.stdout if done.returncode else ""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in ("app", "scheduler", "forecasts", "resources"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "*.po"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_contract_catches_a_deliberate_violation(contract: str, copy: Path) -> None:
    place, violation = VIOLATIONS[contract]
    file = copy / place
    file.write_text(file.read_text(encoding="utf-8") + f"\n{violation}\n", encoding="utf-8")
    broken = contracts_broken(copy)
    assert any(line.startswith(contract) and "BROKEN" in line for line in broken.splitlines()), broken
