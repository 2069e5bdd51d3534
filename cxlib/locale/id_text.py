"""Texts in Bahasa Indonesia: why comments are left out."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "no comment": "tidak ada komentar",
    "no score in {column}": "tidak ada skor di {column}",
}
