"""Texts in Bahasa Indonesia: clusters."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
