"""The promotions file: `[[promotion]]` with `[[promotion.phase]]`."""

from app.files.settings.document import Settings
from app.files.words import PHASES, SKILLS, id_of
from forecasts.phase_work import BySkill, by_skill
from forecasts.promotion import Phase, Promotion


def read_promotions(document: Settings) -> tuple[Promotion, ...]:
    """All promotions whose phases can be read; the rest is noted. The calendar itself is judged elsewhere. The document
    is left open: it may hold more.
    """
    promotions = []
    for table in document.tables("promotion"):
        table.needs("name")
        name = table.text("name") or ""
        phases = tuple(phase for part in table.tables("phase") if (phase := _phase(part)) is not None)
        promotions.append(Promotion(name, phases))
        table.finish()
    return tuple(promotions)


def _phase(table: Settings) -> Phase | None:
    table.needs("kind", "start", "end")
    kind, start, end = table.text("kind"), table.moment("start"), table.moment("end")
    uplift = table.number("uplift", least=float("-inf"))
    expected = table.number("expected_inquiries", least=float("-inf"))
    growth, analogs = table.number("growth", least=float("-inf")), table.texts("analogs")
    burst = tuple(table.numbers("burst") or ())
    seconds, chats = (_by_skill(table, key) for key in ("handling_time_seconds", "max_concurrency"))
    table.finish()
    if kind is None or start is None or end is None:
        return None
    typed = (uplift, expected, tuple(analogs or ()), growth, burst, seconds, chats)
    return Phase(id_of(kind, PHASES), start, end, *typed)


def _by_skill(table: Settings, key: str) -> BySkill:
    return by_skill({id_of(skill, SKILLS): number for skill, number in table.by_skill(key).items()})
