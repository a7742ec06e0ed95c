from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.window.roster.geometry import Geometry

geometries = st.builds(
    Geometry,
    days=st.integers(1, 40),
    headings=st.lists(st.booleans(), min_size=1, max_size=60).map(tuple),
    row_height=st.integers(20, 40),
    day_width=st.integers(20, 90),
    frozen_width=st.integers(0, 300),
    header_height=st.integers(0, 90),
    footer_height=st.integers(0, 120),
    width=st.integers(400, 1600),
    height=st.integers(300, 1200),
    scroll_x=st.just(0),
    scroll_y=st.just(0),
    heading_height=st.integers(10, 30),
)


@given(geometries, st.data())
def test_a_cell_brought_into_view_is_found_again_at_its_own_place(geometry: Geometry, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, geometry.rows - 1))
    day = data.draw(st.integers(0, geometry.days - 1))
    shown = geometry.showing(row, day)
    x, y = shown.day_left(day), shown.row_top(row)
    assert shown.frozen_width <= x
    assert shown.header_height <= y
    if shown.cells_width >= shown.day_width:
        assert x + shown.day_width <= shown.width
        assert shown.day_at(x) == shown.day_at(x + shown.day_width - 1) == day
    if shown.cells_height >= shown.row_height:
        assert y + shown.row_height <= shown.footer_top
        assert shown.row_at(y) == shown.row_at(y + shown.row_height - 1) == row


@given(geometries, st.data())
def test_every_row_and_day_on_screen_is_among_the_visible_ones(geometry: Geometry, data: st.DataObject) -> None:
    moved = geometry.scrolled(data.draw(st.integers(0, 3000)), data.draw(st.integers(0, 3000)))
    days = moved.visible_days(0, moved.width)
    rows = moved.visible_rows(0, moved.height)
    for x in range(moved.frozen_width, moved.width, 7):
        assert moved.day_at(x) is None or moved.day_at(x) in days
    for y in range(moved.header_height, moved.footer_top, 5):
        assert moved.row_at(y) is None or moved.row_at(y) in rows


@given(geometries)
def test_the_footer_stands_right_under_the_last_row_or_at_the_bottom(geometry: Geometry) -> None:
    assert geometry.footer_top - geometry.header_height <= geometry.contents_height
    assert geometry.footer_top <= max(geometry.height - geometry.footer_height, geometry.header_height)


def test_a_heading_pushes_the_rows_below_it_down_and_is_no_row_itself() -> None:
    plain = Geometry(days=3, headings=(False, False), width=600, height=600, heading_height=20)
    grouped = replace(plain, headings=(True, False))
    assert grouped.row_top(0) == plain.row_top(0) + 20
    assert grouped.row_at(grouped.header_height + 5) is None
    assert grouped.row_at(grouped.header_height + 25) == 0


def test_scrolling_stops_at_the_ends() -> None:
    geometry = Geometry(days=31, headings=(False,) * 60, width=500, height=400).scrolled(10**6, 10**6)
    assert geometry.day_left(31) == geometry.width
    assert geometry.row_top(59) + geometry.row_height == geometry.footer_top
    assert geometry.scrolled(-5, -5) == replace(geometry, scroll_x=0, scroll_y=0)
