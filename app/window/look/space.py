"""Distances on a 4 px grid and type sizes, before zoom."""

IN_CELL = 4
RELATED = 8
IN_CARD = 16
BETWEEN_CARDS = 24
RADIUS = 6
HIT_AREA = 24
RAIL_WIDTH = 116

PAGE_TITLE = 20
CARD_TITLE = 15
BODY = 13
QUIET = 11
FIGURE = 22
ROW_PADDING = 10

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
