"""Bring the catalogues up to date with the code: `python -m resources.words.update [DOMAIN …]`.

Extracts `_("…")`, merges new sentences into each `.po` and compiles the `.mo`. Needs Babel (a development tool).
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.wording import DOMAINS

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = "zh_CN"
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
NOT_STABLE = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b'"Last-Translator',
    b'"Report-',
    b'"Language-Team',
)


def sentences(domain: str) -> Catalog:
    """Every sentence that the code of a domain says."""
    found = Catalog(domain=domain)
    for place in DOMAINS[domain]:
        path = ROOT / place
        for source in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            if not source.exists():
                continue
            with source.open("rb") as code:
                for _line, message, _comments, _context in extract("python", code, keywords={"_": None, "N_": None}):
                    found.add(message, locations=[(source.relative_to(ROOT).as_posix(), 0)])
    return found


def po_path(domain: str) -> Path:
    """Where a domain's translation lives."""
    return ROOT / "resources" / "words" / TRANSLATED / "LC_MESSAGES" / f"{domain}.po"


def merged(domain: str) -> Catalog:
    """The stored translation with today's sentences."""
    path = po_path(domain)
    catalogue = Catalog(locale=TRANSLATED, domain=domain)
    if path.exists():
        with path.open("rb") as stored:
            catalogue = read_po(stored, locale=TRANSLATED, domain=domain)
    catalogue.header_comment = f"# PeakRoster: {domain}"
    catalogue.fuzzy = False
    catalogue.update(sentences(domain), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = ALWAYS  # the same code gives the same bytes
    return catalogue


def po_text(catalogue: Catalog) -> bytes:
    """The `.po` file of a catalogue, stable from run to run."""
    text = BytesIO()
    write_po(
        text, catalogue, width=110, omit_header=False, sort_output=True, include_lineno=False, ignore_obsolete=True
    )
    kept = [line for line in text.getvalue().splitlines() if not line.startswith(NOT_STABLE)]
    return b"\n".join(kept) + b"\n"


def update(domain: str) -> list[str]:
    """Write the `.po` and `.mo` of a domain; return the sentences still without a translation."""
    catalogue = merged(domain)
    path = po_path(domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po_text(catalogue))
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
    return [str(message.id) for message in catalogue if message.id and not message.string]


if __name__ == "__main__":
    for name in sys.argv[1:] or DOMAINS:
        for sentence in update(name):
            print(f"{name}: not translated: {sentence}")
