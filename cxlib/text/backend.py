"""Sentiment by a transformers model in a folder of this machine; nothing is ever downloaded."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.text.learning import score_of_chances
from cxlib.text.sentiment import Floats

BATCH, LONGEST, SPARE = 32, 512, 2
"""Comments read at a time, tokens of each that are read, places that some models keep free."""
NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2
NAMED = {
    "negative": NEGATIVE, "neg": NEGATIVE, "negatif": NEGATIVE, "very negative": NEGATIVE,
    "neutral": NEUTRAL, "neu": NEUTRAL, "netral": NEUTRAL, "neutrality": NEUTRAL,
    "positive": POSITIVE, "pos": POSITIVE, "positif": POSITIVE, "very positive": POSITIVE,
}  # fmt: skip
_STARS = re.compile(r"([1-5]) ?(?:stars?|bintang)?")
_NEEDED = "a folder with config.json, the tokeniser and model.safetensors"


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What a model says of texts.

    Attributes:
        score: chance of praise less chance of blame, -1 to 1, shape (texts,).
        label: -1, 0 or 1, the likeliest of blame, neither and praise.
    """

    score: Floats
    label: NDArray[np.int8]


def judge(texts: Sequence[str], folder: Path) -> Judged:
    """Read texts with a model; a text without any letter or number is neutral.

    Args:
        texts: redacted comments; what is longer than the model reads is cut off.
        folder: where the model was saved, as safetensors.

    Raises:
        BadOption: there is no such model, its labels are no words for sentiment, or the packages
            that read it are not installed.
    """
    classes = label_classes(folder)
    tokeniser, model, torch = _loaded(folder)
    told = [place for place, text in enumerate(texts) if any(map(str.isalnum, text))]
    told.sort(key=lambda place: len(texts[place]))
    places = int(getattr(model.config, "max_position_embeddings", LONGEST + SPARE))
    longest = min(LONGEST, int(tokeniser.model_max_length), places - SPARE)
    chances = np.tile([0.0, 1.0, 0.0], (len(texts), 1))
    for start in range(0, len(told), BATCH):
        batch = told[start : start + BATCH]
        asked = tokeniser(
            [texts[place] for place in batch],
            padding=True, truncation=True, max_length=longest, return_tensors="pt",
        )  # fmt: skip
        with torch.inference_mode():
            each = model(**asked).logits.softmax(-1).double().numpy()
        chances[batch] = 0.0
        for column, one in enumerate(classes):
            chances[batch, one] += each[:, column]
    label = (chances.argmax(1) - 1).astype(np.int8)
    return Judged(score_of_chances(chances, label), label)


def label_classes(folder: Path) -> tuple[int, ...]:
    """What each label of a model stands for: 0, 1, 2 for blame, neither and praise.

    Raises:
        BadOption: the folder holds no model, or its labels are not negative, neutral, positive or
            1 to 5 stars.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        named: Mapping[str, Any] = config.get("id2label") or {}
        labels = [str(named[key]) for key in sorted(named, key=int)]
    except (OSError, ValueError, AttributeError) as problem:
        raise BadOption(
            f"There is no model in '{folder}'. Name {_NEEDED}; models are never downloaded."
        ) from problem
    classes = [_class_of(label) for label in labels]
    known = {NEGATIVE, POSITIVE} <= set(classes)
    if not known or None in classes:
        shown = ", ".join(labels[:6]) or "none"
        raise BadOption(
            f"The labels of the model in '{folder.name}' are: {shown}. Needed are negative, "
            "neutral and positive, or 1 to 5 stars; write them as id2label into its config.json."
        )
    return tuple(one for one in classes if one is not None)


def _class_of(label: str) -> int | None:
    plain = " ".join(re.sub(r"[_-]", " ", label.lower()).split())
    stars = _STARS.fullmatch(plain)
    if stars is None:
        return NAMED.get(plain)
    count = int(stars.group(1))
    return NEGATIVE if count < 3 else POSITIVE if count > 3 else NEUTRAL


def _loaded(folder: Path) -> tuple[Any, Any, Any]:
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        torch, transformers = import_module("torch"), import_module("transformers")
    except ImportError as problem:
        raise BadOption(
            "Reading with a model needs the packages torch and transformers. Install "
            "requirements-transformers.txt, or leave the model out: the word lists need nothing."
        ) from problem
    transformers.utils.logging.disable_progress_bar()
    local = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokeniser = transformers.AutoTokenizer.from_pretrained(str(folder), **local)
        model = transformers.AutoModelForSequenceClassification.from_pretrained(
            str(folder), use_safetensors=True, **local
        )
    except (OSError, ValueError) as problem:
        raise BadOption(
            f"The model in '{folder.name}' cannot be loaded: it needs to be {_NEEDED}."
        ) from problem
    return tokeniser, model.eval(), torch
