"""Words for people, in zh_CN and English. English is the source; gettext catalogues in `resources/words` translate.

`make words` extracts, merges and compiles them; a test fails on a sentence left untranslated.
"""

import gettext
import locale
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import resources

LANGUAGES = ("zh_CN", "en")
DOMAINS = {
    "arguments": ("app/wording/argument_words.py",),
    "commands": ("app/commands", "app/wording/plan.py"),
    "names": ("app/wording/names.py",),
    "files": ("app/files", "app/wording/files.py", "app/wording/findings.py"),
    "forecasts": ("app/wording/forecasts.py",),
    "reasons": ("app/wording/reasons.py",),
    "review": ("app/wording/review.py",),
    "rulebook": ("app/wording/rulebook.py",),
    "scheduler": ("app/wording/rules.py", "app/wording/roster_problem.py"),
    "staffing": ("app/wording/staffing.py", "app/wording/exam_windows.py"),
    "window": ("app/window",),
    "workbook": ("app/workbook", "app/wording/workbook.py"),
}
"""Catalogue to the places its sentences come from."""

_chosen: list[str] = []


def language() -> str:
    """The language in force: the one chosen, else PEAKROSTER_LANGUAGE, else the system's if English, else zh_CN."""
    if _chosen:
        return _chosen[-1]
    wanted = os.environ.get("PEAKROSTER_LANGUAGE") or _system_language()
    return "en" if wanted.lower().startswith("en") else "zh_CN"


def _system_language() -> str:
    """What the system says; Python reads the neutral locale `C.UTF-8` as English, so the variables are asked first."""
    said = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in said if name), "") or locale.getlocale()[0] or ""


def choose_language(name: str) -> None:
    """Set the language of this process. Raises ValueError for one that has no catalogue."""
    if name not in LANGUAGES:
        raise ValueError(f"no words in {name}; there are {', '.join(LANGUAGES)}")
    _chosen[:] = [name]


def words(domain: str) -> Callable[[str], str]:
    """The translator of one catalogue; it looks the language up at each call, so it may be kept in a module."""

    def translate(sentence: str) -> str:
        return _catalogue(domain, language()).gettext(sentence)

    return translate


@cache
def _catalogue(domain: str, name: str) -> gettext.NullTranslations:
    folder = Path(resources.__path__[0]) / "words"
    return gettext.translation(domain, folder, languages=[name], fallback=True)


def N_(sentence: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return sentence
