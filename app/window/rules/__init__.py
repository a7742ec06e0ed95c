"""The rules page (规则): what a roster is judged and priced by, every value editable, with its source."""
