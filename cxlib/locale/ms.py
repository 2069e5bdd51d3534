"""Texts in Bahasa Melayu."""

from __future__ import annotations

from cxlib.locale.catalogue import catalogue

TEXTS = catalogue("ms")
