"""Settings files in TOML: project, promotions, goals. Everything wrong in one is told at once."""
