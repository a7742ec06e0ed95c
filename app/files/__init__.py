"""Files from outside: whatever a team lead has, read by content, judged as a whole, accepted or refused as one."""
