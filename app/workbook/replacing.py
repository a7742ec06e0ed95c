"""Write a file whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from forecasts.findings import Finding, InputError, Place


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to; it takes the place of `path` when the block ends well, else nothing has changed.

    Raises InputError: WB01 when `path` is open in another program, WB02 when its folder cannot be written to.
    """
    with _folder_beside(path) as folder:
        draft = Path(folder) / path.name
        try:
            yield draft
        except OSError as error:  # only the writing of the draft raises it: disk full, folder gone
            raise _refusal("WB02", path) from error
        try:
            draft.replace(path)
        except OSError as error:
            raise _refusal("WB01", path) from error


def _folder_beside(path: Path) -> TemporaryDirectory[str]:
    """On the same disk as `path`, so that the last step is one rename; the folder is made when it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return TemporaryDirectory(prefix=".peakroster-", dir=path.parent)
    except OSError as error:
        raise _refusal("WB02", path) from error


def _refusal(code: str, path: Path) -> InputError:
    facts = {"file": path.name, "folder": str(path.parent)}
    return InputError([Finding(code, place=Place(file=path.name), facts=facts)])
