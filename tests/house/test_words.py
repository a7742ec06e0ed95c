import ast
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from app.wording import DOMAINS, LANGUAGES, choose_language, language, words
from resources.words.update import ROOT, po_path, po_text
from resources.words.update import merged as merged_anew

BANNED = (
    "employee|employees|worker|workers|nurse|nurses|resource|slot|slots|bucket|buckets|schedule|schedules|coverage|"
    "sla|aht|fte|utils|misc|helper|helpers|manager"
)
EXEMPT = {
    "num_workers",  # an option of CP-SAT
    "workers",  # --workers: search workers, as CP-SAT names them
    "employee_id",  # a column of an outside file
}


merged = cache(merged_anew)
"""Reading the code for its sentences once is enough: no test changes what it is given."""


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_sentence_has_a_chinese_translation(domain: str) -> None:
    untranslated = [str(message.id) for message in merged(domain) if message.id and not message.string]
    assert untranslated == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_stored_catalogue_is_up_to_date_with_the_code(domain: str) -> None:
    assert po_path(domain).read_bytes() == po_text(merged(domain)), "run `make words`"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_up_to_date(domain: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, merged(domain))
    assert po_path(domain).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make words`"


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_uses_the_same_facts_as_its_sentence(domain: str) -> None:
    fact = re.compile(r"\{(\w+)[^}]*\}")
    wrong = {
        message.id: message.string
        for message in merged(domain)
        if message.id and set(fact.findall(str(message.id))) != set(fact.findall(str(message.string)))
    }
    assert wrong == {}


def test_the_language_can_be_changed_while_running() -> None:
    before = language()
    seen = set()
    try:
        for name in LANGUAGES:
            choose_language(name)
            seen.add(words("commands")("Agent-hours"))
    finally:
        choose_language(before)
    assert len(seen) == len(LANGUAGES)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no words in fr"):
        choose_language("fr")


def names_in(path: Path) -> set[str]:
    """Every name that the code of a file defines or uses, split into words."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name(id=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                names.add(name)
    return names - EXEMPT


def test_no_name_uses_a_word_that_the_glossary_bans() -> None:
    banned = re.compile(rf"(^|_)({BANNED})(_|$)", re.IGNORECASE)
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for room in ("app", "scheduler", "forecasts")
        for path in (ROOT / room).rglob("*.py")
        for name in names_in(path)
        if banned.search(name)
    }
    assert found == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_sentence_uses_a_word_that_the_glossary_bans(domain: str) -> None:
    banned = re.compile(rf"\b({BANNED})\b", re.IGNORECASE)
    found = [str(message.id) for message in merged(domain) if banned.search(re.sub(r"--\w+", "", str(message.id)))]
    assert [sentence for sentence in found if not sentence.startswith("search workers")] == []
