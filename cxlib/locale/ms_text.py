"""Texts in Bahasa Melayu: why comments are left out."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "no comment": "tiada komen",
    "no score in {column}": "tiada skor dalam {column}",
}
