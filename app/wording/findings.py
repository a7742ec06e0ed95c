"""A finding as one sentence: where it is, what is wrong, what to do."""

from collections.abc import Mapping
from datetime import date, datetime

from app.wording import forecasts, plan, review, roster_problem, staffing, words, workbook
from app.wording.amounts import amount
from app.wording.files import SENTENCES
from app.wording.names import listed, name_of
from forecasts.findings import Finding, Place

_SOURCES = {
    "files": SENTENCES,
    "scheduler": roster_problem.SENTENCES,
    "forecasts": forecasts.SENTENCES,
    "staffing": staffing.SENTENCES,
    "commands": plan.SENTENCES,
    "workbook": workbook.SENTENCES,
    "review": review.SENTENCES,
}
"""Catalogue to the sentences that it translates."""

_NAMED = ("phase", "other", "skill", "series", "name", "what")
"""Facts that hold ids of skills, phases, goals or fields, which people call otherwise."""

_ = words("files")


def sentence(finding: Finding) -> str:
    """The finding in the language in force, with its place in front. A code without a sentence stands for itself."""
    found = _template(finding)
    if found is None:
        return _placed(finding.place, f"{finding.code} {finding.value}".strip(), with_path=True)
    domain, template = found
    text = words(domain)(template).format_map(_Facts(_shown(finding)))
    if "more_files" in finding.facts:
        text += _(" The same in {count} more files.").format(count=finding.facts["more_files"])
    named = "{agent}" in template or "{promotion}" in template  # who says more than the path to them
    named = named or ("{skill}" in template and finding.place.path == finding.facts.get("skill"))
    return _placed(finding.place, text, with_path=not named)


def _template(finding: Finding) -> tuple[str, str] | None:
    """Catalogue and English sentence of the finding's code, by its variant when it has one."""
    for key in (f"{finding.code} {finding.facts.get('variant', '')}", finding.code):
        for domain, sentences in _SOURCES.items():
            if key in sentences:
                return domain, sentences[key]
    return None


def _placed(place: Place, text: str, with_path: bool) -> str:
    path = place.path if with_path else ""
    where = _where(place, path)
    return _("{where}: {text}").format(where=where, text=text) if where else text[:1].upper() + text[1:]


def _where(place: Place, path: str) -> str:
    parts = [
        _("{file}").format(file=place.file) if place.file else "",
        _(", sheet {sheet}").format(sheet=place.sheet) if place.sheet else "",
        _(", row {row}").format(row=place.row) if place.row is not None else "",
        _(', column "{column}"').format(column=place.column) if place.column else "",
        _(", {path}").format(path=path) if path else "",
    ]
    return "".join(parts).removeprefix(", ")


def _shown(finding: Finding) -> dict[str, object]:
    facts = {"value": finding.value} | dict(finding.facts)
    return {name: _fact(name, value) for name, value in facts.items()}


def _fact(name: str, value: object) -> object:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return amount(value)
    if isinstance(value, list | tuple):
        return listed(str(_fact(name, part)) for part in value)
    if name in _NAMED and isinstance(value, str):
        return " ".join(name_of(word) for word in value.split(" "))
    return value


class _Facts(dict[str, object]):
    """Facts for a sentence; one that the finding lacks reads as a dash rather than as a failure."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        super().__init__(facts)

    def __missing__(self, name: str) -> str:
        return "—"
