"""What every page stands in: rail, header, message bar, status line; and the page itself."""
