"""Quiet charts: one x axis of days and hours for all, few gridlines, zero shown, values read out by the pointer."""
