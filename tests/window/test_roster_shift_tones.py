import pytest

from app.window.look.tokens import THEMES, Theme, contrast
from app.window.roster.shift_tones import Tone, tone
from scheduler.shift import Shift


def shift(start: int, paid: int = 480, *tags: str) -> Shift:
    return Shift("S", start * 60, paid + 60, paid, tags=frozenset(tags))


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(6, Tone.EARLY), (9, Tone.EARLY), (10, Tone.MIDDLE), (13, Tone.MIDDLE), (14, Tone.LATE), (20, Tone.LATE),
     (21, Tone.NIGHT), (0, Tone.NIGHT), (4, Tone.NIGHT)],
)  # fmt: skip
def test_a_shift_without_tags_is_coloured_by_its_start(hour: int, expected: Tone) -> None:
    assert tone(shift(hour)) is expected


@pytest.mark.parametrize("word", ["early", "middle", "late", "night", "part_time"])
def test_a_tag_decides_before_the_start(word: str) -> None:
    assert tone(shift(9, 480, word)) is Tone(word)


def test_a_part_time_tag_wins_over_any_other_and_a_short_shift_needs_none() -> None:
    assert tone(shift(19, 300, "late", "part_time")) is Tone.PART_TIME
    assert tone(shift(9, 300)) is Tone.PART_TIME
    assert tone(shift(9, 301)) is Tone.EARLY


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("one", list(Tone))
def test_every_letter_can_be_read_on_its_shift(theme: Theme, one: Tone) -> None:
    colours = theme.shifts[one]
    assert contrast(colours.letter, colours.fill) >= 4.5
