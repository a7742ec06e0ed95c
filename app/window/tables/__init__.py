"""Tables of numbers: right-aligned, unit in the header, copied as they stand."""
