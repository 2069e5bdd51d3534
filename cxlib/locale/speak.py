"""The one way to say something to a reader: English text in, the reader's language out."""

from __future__ import annotations

from contextvars import ContextVar
from importlib import import_module

LANGUAGES = {"en": "English", "id": "Bahasa Indonesia", "ms": "Bahasa Melayu"}
_current: ContextVar[str] = ContextVar("language", default="en")


def choose(language: str) -> None:
    """Speak `language` ("en", "id" or "ms") from here on, in this thread's context only."""
    if language not in LANGUAGES:
        raise ValueError(f"Unknown language '{language}'; there are {', '.join(LANGUAGES)}.")
    _current.set(language)


def current() -> str:
    """The language spoken now."""
    return _current.get()


def say(text: str, /, **values: object) -> str:
    """`text` in the reader's language, with `{name}` fields filled from `values`.

    The English text is the key of the catalogues `cxlib.locale.id` and `cxlib.locale.ms`; a text
    that a catalogue lacks stays English (`tests/test_locale.py` finds it).
    """
    language = _current.get()
    if language != "en":
        catalogue: dict[str, str] = import_module(f"cxlib.locale.{language}").TEXTS
        text = catalogue.get(text, text)
    return text.format(**values) if values else text
