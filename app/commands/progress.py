"""How far a command is: a bar on a terminal, one JSON object a line on standard error with `--progress`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress as Bar

from app.wording import words
from scheduler.solution import Progress

_ = words("commands")

Step = Callable[[str, float], None]
"""Called with the name of a step and its share done, 0–1."""


def progress_argument(parser: argparse.ArgumentParser) -> None:
    """`--progress`, for programs that start this one."""
    parser.add_argument("--progress", action="store_true", help=_("one JSON object a line on standard error"))


def emit(**facts: object) -> None:
    """One JSON object on standard error, at once."""
    print(json.dumps(facts, ensure_ascii=False), file=sys.stderr, flush=True)


@contextmanager
def steps(as_json: bool) -> Iterator[Step]:
    """Report named steps, as JSON lines or as bars on a terminal; nothing when neither is wanted."""
    if as_json:
        yield lambda name, done: emit(step=name, done=round(done, 4))
        return
    console = Console(stderr=True)
    with Bar(console=console, disable=not console.is_terminal) as bar:
        tasks = {}

        def show(name: str, done: float) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=1.0)
            bar.update(tasks[name], completed=done)

        yield show


@contextmanager
def search_progress(as_json: bool) -> Iterator[Callable[[Progress], None]]:
    """Report a running search: seconds, objective and bound."""
    if as_json:
        yield lambda now: emit(seconds=round(now.seconds, 2), objective=now.objective, bound=now.bound)
        return
    console = Console(stderr=True)
    with console.status("") as status:

        def show(now: Progress) -> None:
            if console.is_terminal and now.objective is not None:
                bound = "—" if now.bound is None else f"{now.bound:,.0f}"
                status.update(f"{now.seconds:.0f} s  {now.objective:,.0f}  ≥ {bound}")

        yield show
