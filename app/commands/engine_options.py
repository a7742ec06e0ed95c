"""Options that say where many plans are made at once."""

import argparse
import os

from app.commands.numbers_given import count
from app.engines import Executors, executors
from app.wording import words

_ = words("commands")


def engine_arguments(parser: argparse.ArgumentParser) -> None:
    """`--engine` and `--processes`."""
    parser.add_argument("--engine", default="local", help=_("local, or dask://HOST:PORT"))
    parser.add_argument("--processes", type=count, help=_("processes at once (default: one for each processor)"))


def executors_of(given: argparse.Namespace, most: int | None = None) -> Executors:
    """The executors asked for; at most so many local processes."""
    processes = given.processes or os.cpu_count() or 1
    return executors(given.engine, processes if most is None else max(1, min(processes, most)))
