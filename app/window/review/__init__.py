"""复盘: what was planned beside what happened."""
