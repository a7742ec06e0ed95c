"""Where points of a sweep are planned: processes of this machine, or a Dask cluster; both are standard executors."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from threading import Thread

from forecasts.findings import Finding, InputError

DASK = "dask://"
Executors = Callable[[], AbstractContextManager[Executor]]


def executors(engine: str, processes: int | None = None) -> Executors:
    """Executors of an engine: `local`, or `dask://HOST:PORT`. Raises InputError CM41 for another word, CM42 without
    the `cluster` extra.
    """
    if engine == "local":
        return lambda: _local(processes or os.cpu_count() or 1)
    if not engine.startswith(DASK) or not engine.removeprefix(DASK):
        raise InputError([Finding("CM41", value=engine)])
    try:
        import distributed
    except ImportError:
        raise InputError([Finding("CM42", value=engine)]) from None
    return lambda: _cluster(distributed, f"tcp://{engine.removeprefix(DASK)}")


@contextmanager
def _local(processes: int) -> Iterator[Executor]:
    """Fresh processes, so that no thread of this one is copied half-way; left at once when the block raises."""
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """A process of a sweep that was killed would wait for points for ever; let it end, in whatever it is."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _cluster(distributed: object, address: str) -> Iterator[Executor]:
    """A cluster's executor; Dask plans the points of a lost process again by itself."""
    client = distributed.Client(address, set_as_default=False)  # type: ignore[attr-defined]  # an optional package
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()
