"""Texts in Bahasa Melayu."""

TEXTS: dict[str, str] = {}
