"""What a person answered once about the words in imported files, kept so that no file asks it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What an answer is about: a column's meaning, a code of a roster or attendance sheet, an agent's other name."""

    COLUMN = "column"
    CODE = "code"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class ImportAnswer:
    """`said` in the file, `meant`: a column's meaning, a shift's id or a kind of leave, an agent's id."""

    asked: Asked
    said: str
    meant: str


def answers_of(answers: Iterable[ImportAnswer], asked: Asked) -> Mapping[str, str]:
    """What is said to what is meant, of one kind."""
    return {answer.said: answer.meant for answer in answers if answer.asked is asked}


def with_answers(answers: Iterable[ImportAnswer], new: Iterable[ImportAnswer]) -> tuple[ImportAnswer, ...]:
    """The answers with new ones in the place of earlier ones to the same question."""
    together = {(answer.asked, answer.said): answer for answer in (*answers, *new)}
    return tuple(together.values())
