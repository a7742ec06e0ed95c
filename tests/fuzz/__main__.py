"""`make fuzz`: spoilt files into the import for an hour. No traceback, no hang, no memory beyond the limit, nothing
half taken over. Cases that fail are kept under out/fuzz with what they raised; `--case N` tries one again.
"""

import argparse
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

SECONDS_PER_CASE = 10
"""Of work, not of waiting for a processor that others use."""
SECONDS_SILENT = 300
MOST_BYTES = 1 << 30
OUT = Path("out/fuzz")


def main() -> int:
    """Parent: start children, watch them, count."""
    given = arguments()
    if given.child:
        child(given.first, given.seed)
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    if given.case is not None:
        run_case(given.case, given.seed)
        return 0
    failed: Counter[str] = Counter()
    ends, number = time.monotonic() + given.minutes * 60, given.first
    began = number
    while time.monotonic() < ends:
        number, reason = watch(number, given.seed, ends)
        if reason:
            failed[reason] += 1
            keep(number, given.seed, reason)
            number += 1
    print(f"{number - began} cases, seed {given.seed}; failed: {dict(failed) or 'none'}")
    return 1 if failed else 0


def arguments() -> argparse.Namespace:
    """What can be asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--case", type=int, help="try only this one, here")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def watch(first: int, seed: int, ends: float) -> tuple[int, str]:
    """Run cases in a child from `first` on until one fails or time is up: the case reached, and what went wrong."""
    command = [sys.executable, "-m", "tests.fuzz", "--child", "--first", str(first), "--seed", str(seed)]
    few_threads = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # each thread reserves address space
    number = first
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=few_threads) as process:
        assert process.stdout is not None
        while time.monotonic() < ends:
            ready, _, _ = select.select([process.stdout], [], [], SECONDS_SILENT)
            if not ready:
                process.kill()
            line = process.stdout.readline().decode()
            if not line.startswith("done"):
                return number, line.strip() or _death(process)
            number = int(line.split()[1]) + 1
        process.kill()
    return number, ""


def _death(process: subprocess.Popen[bytes]) -> str:
    status = process.wait()
    return f"more than {SECONDS_PER_CASE} s" if status == -signal.SIGPROF else f"died {status}"


def child(first: int, seed: int) -> None:
    """Cases one after another, each announced when done; the first that fails is the last."""
    from tests.fuzz.cases import content_of, try_case
    from tests.fuzz.seeds import seeds

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    starts, number = seeds(), first
    with tempfile.TemporaryDirectory() as folder:
        while True:
            signal.setitimer(signal.ITIMER_PROF, SECONDS_PER_CASE)
            try:
                try_case(content_of(number, seed, starts), number, Path(folder))
            except Exception as error:  # whatever it is, it is what we look for
                place = traceback.extract_tb(error.__traceback__)[-1]
                print(f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}", flush=True)
                return
            print(f"done {number}", flush=True)
            number += 1


def keep(number: int, seed: int, reason: str) -> None:
    """The file of a failed case."""
    from tests.fuzz.cases import content_of
    from tests.fuzz.seeds import seeds

    (OUT / f"{seed}_{number}.bin").write_bytes(content_of(number, seed, seeds()))
    print(f"case {number}: {reason}", flush=True)


def run_case(number: int, seed: int) -> None:
    """One case with its traceback."""
    from tests.fuzz.cases import content_of, try_case
    from tests.fuzz.seeds import seeds

    with tempfile.TemporaryDirectory() as folder:
        try_case(content_of(number, seed, seeds()), number, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
