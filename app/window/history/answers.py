"""Answers to what an import asks, as options of the import command."""

from collections.abc import Mapping

ONE = {"year": "--year", "day": "--day", "first_hour": "--first-hour", "header_row": "--header-row"}
OF_WORDS = {"code": "--code", "agent": "--agent", "meaning": "--map"}

Answers = Mapping[tuple[str, str], str]
"""Kind and word of a question to its answer. A kind of the window's own: `meaning`, a column's, "" to leave it out."""


def options_of(answers: Answers) -> list[str]:
    """What the command is told."""
    return [_option(kind, said, answer) for (kind, said), answer in answers.items()]


def _option(kind: str, said: str, answer: str) -> str:
    if kind in ONE:
        return f"{ONE[kind]}={answer}"
    return f"--map={answer}" if kind == "column" else f"{OF_WORDS[kind]}={said}={answer}"
