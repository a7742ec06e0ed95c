"""The answers that imports are given."""

from sqlalchemy import Connection

from app.project.import_answers import Asked, ImportAnswer
from app.project.parts.rows import Tables, read_rows
from app.project.schema import IMPORT_ANSWER


def import_answer_rows(answers: tuple[ImportAnswer, ...]) -> Tables:
    """One row an answer."""
    return {
        IMPORT_ANSWER: [
            {"position": position, "asked": answer.asked.value, "said": answer.said, "meant": answer.meant}
            for position, answer in enumerate(answers)
        ]
    }


def read_import_answers(connection: Connection) -> tuple[ImportAnswer, ...]:
    """All answers in order."""
    rows = read_rows(connection, IMPORT_ANSWER)
    return tuple(ImportAnswer(Asked(row["asked"]), row["said"], row["meant"]) for row in rows)
