from hypothesis import given
from hypothesis import strategies as st

from app.workbook.shift_look import LEAVE, LOOKS, Look, ShiftKind, cell_codes, clock, leave_code, shift_kind, times
from scheduler.shift import Shift


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colours: Look) -> float:
    dark, light = sorted((luminance(colours.fill), luminance(colours.text)))
    return (light + 0.05) / (dark + 0.05)


def test_every_code_can_be_read_on_its_colour() -> None:
    assert {kind: contrast(colours) >= 4.5 for kind, colours in LOOKS.items()} == dict.fromkeys(ShiftKind, True)
    assert contrast(LEAVE) >= 4.5


def test_a_tag_decides_the_kind_before_the_clock_does() -> None:
    assert shift_kind(Shift("A", 540, 540, 480, tags=frozenset({"late", "night"}))) is ShiftKind.LATE
    assert shift_kind(Shift("A", 1200, 360, 360, tags=frozenset({"late", "part_time"}))) is ShiftKind.PART_TIME
    assert shift_kind(Shift("A", 1380, 540, 480, tags=frozenset({"night"}))) is ShiftKind.NIGHT


def test_without_tags_length_and_start_decide() -> None:
    kinds = [shift_kind(Shift("A", hour * 60, 540, 480)) for hour in (8, 11, 16)]
    assert kinds == [ShiftKind.EARLY, ShiftKind.MIDDLE, ShiftKind.LATE]
    assert shift_kind(Shift("A", 540, 240, 240)) is ShiftKind.PART_TIME


@given(st.lists(st.sampled_from(["早", "A", "a", "A2", "a2", "假", ""]), max_size=8))
def test_codes_are_told_apart_even_without_case(codes: list[str]) -> None:
    shifts = [Shift(f"S{number}", 0, 60, 60, code=code) for number, code in enumerate(codes)]
    shown = [code.casefold() for code in cell_codes(shifts).values()]
    assert len({*shown, leave_code().casefold()}) == len(codes) + 1


def test_a_shift_that_ends_on_the_next_day_says_so() -> None:
    assert times(Shift("N", 1320, 480, 480)) == "22:00–06:00 (+1)"
    assert times(Shift("L", 1080, 360, 360)) == "18:00–24:00"
    assert clock(1530) == "01:30 (+1)"
