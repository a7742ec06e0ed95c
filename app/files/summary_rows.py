"""Rows below a header that are no data: sums, and units written under the names."""

import re
from collections.abc import Sequence
from unicodedata import normalize

from app.files.grid import Row, Value, text_of

_AROUND = re.compile(r"[\s:：]|\([^()]*\)$")
_UNIT = re.compile(r"[(（].{1,8}[)）]|单位[:：].*")


class SummaryWords:
    """Tells whether a cell is a summary word as a whole: `合计`, also as `合 计`, `合计：` and `合计（2天）`."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._firsts = frozenset(word[0] for word in words)

    def key_word(self, row: Row, keys: Sequence[int]) -> str:
        """The summary word that a row has for one of its keys, "" for none."""
        return next((word for key in keys if key < len(row) and (word := self._word(row[key]))), "")

    def _word(self, value: Value) -> str:
        if not isinstance(value, str) or value.lstrip()[:1] not in self._firsts:  # quick: most cells are data
            return ""
        text = text_of(value)
        return text if _AROUND.sub("", normalize("NFKC", text)) in self._words else ""


def is_unit_row(row: Row) -> bool:
    """Whether every cell that is filled only gives a unit, `（人）`."""
    texts = [text for value in row if (text := text_of(value))]
    return bool(texts) and all(_UNIT.fullmatch(text) for text in texts)
