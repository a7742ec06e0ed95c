"""What reviews taught, in the order it was kept."""

from dataclasses import asdict

from sqlalchemy import Connection

from app.project.drawn_lesson import DrawnLesson
from app.project.parts.rows import Tables, read_rows
from app.project.review_schema import DRAWN_LESSON


def lesson_rows(lessons: tuple[DrawnLesson, ...]) -> Tables:
    """One row a lesson."""
    return {DRAWN_LESSON: [asdict(lesson) | {"position": position} for position, lesson in enumerate(lessons)]}


def read_lessons(connection: Connection) -> tuple[DrawnLesson, ...]:
    """All lessons in order."""
    return tuple(
        DrawnLesson(row["promotion"], row["phase"], row["what"], row["planned"], row["found"])
        for row in read_rows(connection, DRAWN_LESSON)
    )
