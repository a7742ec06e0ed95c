"""The words of the program with what they mean, in the language in force."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import resources
from app.wording import language

GLOSSARY = Path(resources.__file__).parent / "help" / "glossary.csv"
UNIT = re.compile("[/，,（(].*$")
"""What follows a word on a label: its unit."""
LONGEST = 40
"""Letters of a label; more are a sentence."""


def glossary() -> tuple[tuple[str, str], ...]:
    """Word and meaning."""
    return _of(language())


def meaning(text: str) -> str:
    """What a word on a label means, a unit behind it left aside; "" when it is no word of the glossary."""
    known = _meanings(language())
    words = (_plain(text), _plain(UNIT.sub("", text)) if len(text) < LONGEST else "")
    return next((known[one] for word in words for one in (word, word.removesuffix("s")) if one in known), "")


@cache
def _of(tongue: str) -> tuple[tuple[str, str], ...]:
    ending = "zh" if tongue == "zh_CN" else "en"
    with GLOSSARY.open(encoding="utf-8", newline="") as stream:
        return tuple((row[f"word_{ending}"], row[f"meaning_{ending}"]) for row in csv.DictReader(stream))


@cache
def _meanings(tongue: str) -> Mapping[str, str]:
    """By the word in small letters; several words of one line each by itself too."""
    found: dict[str, str] = {}
    for word, said in _of(tongue):
        for one in (word, *word.split(" / ")):
            found.setdefault(_plain(one), said)
    return found


def _plain(word: str) -> str:
    return word.strip().casefold()
