"""Texts in Bahasa Indonesia: answering."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
