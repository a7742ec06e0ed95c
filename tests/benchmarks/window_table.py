"""How fast the window is: `python -m tests.benchmarks.window_table [PART …]`, each figure with its bound.

Start: `main.py` against a bare PySide6 window, both from the start of their process to the end of their first painting,
by turns. Everything else: projects of 200 and 500 agents by 31 days with 13 months of history, each part in a process
of its own (`window_parts`). CPU times are those of the window's process; run it on a machine that does nothing else.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.large_project import write_large_project

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
STARTS, ACTS, SEEDS = 12, 500, (12, 13, 14)
Row = tuple[str, str, str]


def start(folder: Path) -> Row:
    """Medians of the ratio of one start to the other."""
    environment = surroundings(folder)
    scripts = (HERE / "bare_window.py", ROOT / "main.py")
    for script in scripts:  # what is read from the disk for the first time is not counted
        seen(script, environment)
    pairs = [[seen(script, environment) for script in scripts] for _time in range(STARTS)]
    by_clock = statistics.median(ours[0] / bare[0] for bare, ours in pairs)
    by_cpu = statistics.median(ours[1] / bare[1] for bare, ours in pairs)
    bare, ours = (statistics.median(pair[number][0] for pair in pairs) for number in (0, 1))
    said = f"{by_clock:.2f} times ({ours:.0f} ms against {bare:.0f} ms); CPU {by_cpu:.2f} times"
    return "window visible, against a bare one", said, "2.0 times"


def seen(script: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds by the clock and of CPU until a script's window was painted."""
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    command = [sys.executable, str(HERE / "first_sight.py"), str(script)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    ended, cpu = map(int, ran.stdout.split())
    return (ended - began) / 1e6, cpu / 1e6


def surroundings(folder: Path) -> dict[str, str]:
    """Settings and data of this run only, compiled modules kept."""
    own = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    own["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    own.setdefault("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


def measured(part: str, agents: int, folder: Path) -> dict[str, float]:
    """The figures of a part, in a process of its own."""
    project = folder / f"{agents}.peakroster"
    if not project.exists():
        write_large_project(project, agents)
    command = [sys.executable, "-m", "tests.benchmarks.window_parts", part, str(project)]
    ran = subprocess.run(command, env=surroundings(folder), capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def repaint(folder: Path) -> Row:
    found = measured("repaint", 200, folder)
    return f"matrix painted whole, {found['rows']:.0f} × {found['days']:.0f}", f"{found['ms']:.1f} ms CPU", "8 ms"


def edit(agents: int, bound: str) -> Callable[[Path], Row]:
    def row(folder: Path) -> Row:
        found = measured("edit", agents, folder)
        said = f"{found['ms']:.0f} ms CPU, longest {found['longest']:.0f}"
        return f"edit to violations and chart, {agents} × 31", said, bound

    return row


def opening(folder: Path) -> Row:
    measured("open", 200, folder)  # compiles what is imported
    found = measured("open", 200, folder)
    return "200 × 31 and 13 months opened", f"{found['seconds']:.2f} s, CPU {found['cpu']:.2f} s", "1 s"


def stall(part: str) -> Callable[[Path], Row]:
    def row(folder: Path) -> Row:
        found = measured(part, 200, folder)
        said = f"{found['ms']:.0f} ms CPU, {found['clock']:.0f} by the clock"
        return f"longest without an answer, {part}, 200 × 31", said, "50 ms"

    return row


def acts(folder: Path) -> Row:
    """The test of undo with many acts."""
    command = [sys.executable, "-m", "pytest", "-n0", "--timeout=3600", "tests/window/test_undo_everything.py"]
    failed = [seed for seed in SEEDS if not acted(command, surroundings(folder), seed)]
    said = f"NOT THE SAME with seeds {failed}" if failed else f"same content with {len(SEEDS)} seeds"
    return f"{ACTS} acts undone and done again", said, "same"


def acted(command: list[str], environment: dict[str, str], seed: int) -> bool:
    """Whether it is the same with one choice of acts."""
    environment = environment | {"PEAKROSTER_ACTS": str(ACTS), "PEAKROSTER_SEED": str(seed)}
    return subprocess.run(command, env=environment, capture_output=True, check=False, cwd=ROOT).returncode == 0


PARTS: dict[str, Callable[[Path], Row]] = {
    "start": start,
    "repaint": repaint,
    "edit-200": edit(200, "50 ms"),
    "edit-500": edit(500, "120 ms"),
    "open": opening,
    "solve": stall("solve"),
    "import": stall("import"),
    "export": stall("export"),
    "acts": acts,
}


def print_table(names: list[str]) -> None:
    """Measure the parts named, all of them when none is."""
    table = Table("what", "measured", "at most")
    with tempfile.TemporaryDirectory() as folder:
        for name in names or PARTS:
            table.add_row(*PARTS[name](Path(folder)))
    Console().print(table)


if __name__ == "__main__":
    print_table(sys.argv[1:])
