"""Texts in Bahasa Indonesia."""

TEXTS: dict[str, str] = {}
