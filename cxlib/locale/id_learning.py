"""Texts in Bahasa Indonesia: comments: methods of reading them."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
