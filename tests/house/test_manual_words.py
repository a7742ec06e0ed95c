"""The manuals call buttons, tabs and pages what the window calls them."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.wording import LANGUAGES

ROOT = Path(__file__).parents[2]
QUOTED = re.compile("“([^”]+)”")
BLANK = re.compile(r"\{\w+\}")
FEWEST_LETTERS = 4
NOT_OURS = {"最大同时接待", "五分钟走一遍", "what if 20% more come?"}
"""Names of others, and what is quoted for another reason."""


def sentences(language: str) -> set[str]:
    """Everything that the program says in a language."""
    said = set()
    for catalogue in (ROOT / "resources" / "words" / "zh_CN" / "LC_MESSAGES").glob("*.po"):
        with catalogue.open("rb") as stream:
            said |= {str(message.id if language == "en" else message.string) for message in read_po(stream)}
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_manual_quotes_is_said_by_the_window(language: str) -> None:
    said = sentences(language)
    telling = [one for one in said if "{" in one and len(BLANK.sub("", one)) >= FEWEST_LETTERS]
    filled = [re.compile(".+".join(map(re.escape, BLANK.split(one)))) for one in telling]
    quoted = set(QUOTED.findall((ROOT / "docs" / "manual" / f"{language}.md").read_text("utf-8"))) - NOT_OURS
    unknown = {one for one in quoted if not any(one in sentence for sentence in said)}
    assert {one for one in unknown if not any(template.fullmatch(one) for template in filled)} == set()
