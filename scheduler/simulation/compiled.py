"""Functions compiled on first use and kept so beside their file; they let go of the interpreter while they run."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """The same function, compiled; for plain numbers and arrays only."""
    return cast("Function", njit(cache=True, nogil=True, error_model="numpy")(function))
