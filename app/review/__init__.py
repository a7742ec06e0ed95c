"""The promotion afterwards: forecast, actuals, roster and service side by side, and what to learn from it."""
