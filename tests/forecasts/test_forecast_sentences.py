import re
from pathlib import Path
from string import Formatter

import numpy as np
import pytest

import forecasts
from app.wording import LANGUAGES, choose_language, words
from app.wording.forecasts import SENTENCES
from forecasts.engine import forecast
from forecasts.findings import Finding
from forecasts.history import History
from forecasts.horizon import Horizon
from tests.forecasts.histories import at, history, promotion, table

SOURCES = Path(forecasts.__file__).parent


def dirty() -> History:
    counts = table(84, 2.0, noise=1)
    counts[10:12] = np.nan
    counts[24] = np.nan
    counts[21] = 0
    counts[30] *= 5
    counts[36:40] *= 3
    counts[45, 18:] = 0
    counts[6::7] = np.nan
    return history(counts)


def told() -> tuple[Finding, ...]:
    promos = (
        promotion("a", "opening", at(60), 3),
        promotion("b", "opening", at(116), 3),
        promotion("b", "warm_up", at(112), 24),
        promotion("b", "returns", at(118), 24, uplift=2.0),
    )
    return forecast(dirty(), Horizon(at(110).date(), 14, 30), promos)[1]


def test_every_code_of_the_forecaster_has_a_sentence() -> None:
    used = {code for path in SOURCES.rglob("*.py") for code in re.findall(r'"(FC\d\d)"', path.read_text("utf-8"))}
    assert used == {key.split()[0] for key in SENTENCES}


def test_a_dirty_history_tells_all_it_should() -> None:
    assert {finding.code for finding in told()} >= {"FC03", "FC04", "FC05", "FC06", "FC07", "FC09", "FC10"} | {
        "FC11",
        "FC12",
        "FC18",
        "FC24",
        "FC25",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_fills_its_sentence_in_both_languages(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.wording._chosen", [])
    choose_language(language)
    for finding in told():
        sentence = words("forecasts")(SENTENCES[finding.code])
        assert "{" not in sentence.format(**finding.facts)


def test_translations_name_the_same_facts() -> None:
    def names(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    for sentence in SENTENCES.values():
        translated = words("forecasts")(sentence)
        assert names(translated) == names(sentence)
