"""Work on several threads, its results in order: for compiled code, which lets go of the interpreter."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

from numba import config

THREADS = 1 if config.DISABLE_JIT else 2
"""Python itself runs one thread at a time."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def ahead(make: Callable[[Given], Made], those: Iterable[Given], threads: int = THREADS) -> Iterator[Made]:
    """`map`, always with as many results under way as there are threads. Whoever stops asking ends the work."""
    left = iter(those)
    under_way: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        under_way.extend(pool.submit(make, one) for one in islice(left, threads))
        while under_way:
            made = under_way.popleft().result()
            under_way.extend(pool.submit(make, one) for one in islice(left, 1))
            yield made
