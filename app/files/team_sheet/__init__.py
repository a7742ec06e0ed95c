"""The team's own roster workbook 客服排班表: agents by days with a code a cell, wherever things stand in it."""
