"""The promotions file: `[[promotion]]` with `[[promotion.phase]]`."""

from app.files.settings.document import Settings
from app.files.words import PHASES, id_of
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
    table.finish()
    if kind is None or start is None or end is None:
        return None
    return Phase(id_of(kind, PHASES), start, end, uplift, expected, tuple(analogs or ()), growth, burst)
