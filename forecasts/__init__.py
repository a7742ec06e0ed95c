"""Inquiry history, promotions and the forecast of volume per interval. Knows no files, no Qt, no solver."""
