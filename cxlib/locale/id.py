"""Texts in Bahasa Indonesia."""

from __future__ import annotations

from cxlib.locale import (
    id_charts,
    id_columns,
    id_filters,
    id_joining,
    id_notes,
    id_quality,
    id_screen,
    id_service,
    id_text,
    id_understand,
)

TEXTS: dict[str, str] = {}
for part in (
    id_charts,
    id_columns,
    id_filters,
    id_joining,
    id_notes,
    id_quality,
    id_screen,
    id_service,
    id_text,
    id_understand,
):
    TEXTS |= part.TEXTS
