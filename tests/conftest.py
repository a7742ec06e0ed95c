"""What holds for every test: it leaves no thread and no child process behind."""

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

GRACE_SECONDS = 10.0
"""For threads and processes that have been told to end; on a busy machine they take a moment."""
LASTING = ("resource_tracker", "forkserver")
"""Processes that Python's own multiprocessing keeps for the whole run."""


def pytest_collection_finish() -> None:
    """What was imported by now stays: neither the collector nor a look at what is alive goes through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_outlives_its_test() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process running that was not there before."""
    threads, children = set(threading.enumerate()), running_children()
    yield
    until = time.monotonic() + GRACE_SECONDS
    while (left := _left(threads, children)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not left, f"left running: {left}"


def _left(threads: set[threading.Thread], children: set[int]) -> list[str]:
    alive = [str(thread) for thread in set(threading.enumerate()) - threads if not thread.daemon]
    return alive + [name for child in running_children() - children if (name := command_of(child))]


def running_children() -> set[int]:
    """The processes that this one has started and that still run; none are known where there is no /proc."""
    children: set[int] = set()
    for listed in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):  # the thread ended between the listing and the look
            children.update(map(int, listed.read_text().split()))
    return children


def command_of(process: int) -> str:
    """What a process was started as, "" when it has ended or is kept for good."""
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
    return "" if any(name in command for name in LASTING) else command
