"""What README and documents point at is there, and pictures are light enough for a repository."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from resources.manual.pictures import SHOWN

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MANUALS = {language: ROOT / "docs" / "manual" / f"{language}.md" for language in ("zh_CN", "en")}
LARGEST, LARGEST_TOGETHER = 150_000, 2_500_000
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links(document: Path) -> list[str]:
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
    return [unquote(target) for target in LINK.findall(text) if "://" not in target]


def anchors(document: Path) -> set[str]:
    """The anchors of the headings, as code forges make them."""
    return {re.sub(r"[^\w\- ]", "", name.lower()).replace(" ", "-") for name in HEADING.findall(document.read_text())}


def pictures(document: Path) -> set[Path]:
    return {(document.parent / target).resolve() for target in links(document) if target.endswith(".png")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_of_a_document_leads_somewhere(document: Path) -> None:
    broken = []
    for target in links(document):
        path, _hash, anchor = target.partition("#")
        led_to = document.parent / path if path else document
        if not led_to.exists() or (anchor and anchor not in anchors(led_to)):
            broken.append(target)
    assert broken == []


def test_every_picture_is_shown_somewhere_and_every_page_stands_in_both_manuals() -> None:
    shown = set().union(*(pictures(document) for document in DOCUMENTS))
    assert set(PICTURES.rglob("*.png")) == shown
    for language, manual in MANUALS.items():
        assert {path.stem for path in pictures(manual)} == set(SHOWN)
        assert {path.parent.name for path in pictures(manual)} == {language}


def test_the_pictures_are_light() -> None:
    sizes = {path.relative_to(PICTURES).as_posix(): path.stat().st_size for path in PICTURES.rglob("*.png")}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) <= LARGEST_TOGETHER


def test_both_manuals_have_the_same_sections_tables_and_pictures() -> None:
    chinese, english = (MANUALS[language].read_text("utf-8") for language in ("zh_CN", "en"))
    assert [len(mark) for mark in re.findall(r"^(#+) ", chinese, re.MULTILINE)] == [
        len(mark) for mark in re.findall(r"^(#+) ", english, re.MULTILINE)
    ]
    assert chinese.count("\n| ") == english.count("\n| ")
    assert re.findall(r"\]\(\.\./pictures/zh_CN/([\w-]+\.png)\)", chinese) == re.findall(
        r"\]\(\.\./pictures/en/([\w-]+\.png)\)", english
    )
