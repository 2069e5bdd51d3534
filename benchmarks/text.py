"""Reading comments: how fast, and how often right, beside vaderSentiment.

    python benchmarks/text.py [DATA]

DATA is the folder of real data sets, where there is one. Prints a line for each figure; speeds are
comments a second of one core's CPU time, on made-up comments of about 77 characters.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: E402

from cxlib.text.analysis import analyse  # noqa: E402
from cxlib.text.classifier import fit_linear  # noqa: E402
from cxlib.text.features import make_bags  # noqa: E402
from cxlib.text.impact import measure_impact  # noqa: E402
from cxlib.text.keyness import find_keys  # noqa: E402
from cxlib.text.language import read_languages  # noqa: E402
from cxlib.text.learning import learn  # noqa: E402
from cxlib.text.lexicon import read_list, standard  # noqa: E402
from cxlib.text.privacy import redact  # noqa: E402
from cxlib.text.sentiment import feel, labels_of  # noqa: E402
from cxlib.text.taxonomy import standard_themes  # noqa: E402
from cxlib.text.themes import find_themes  # noqa: E402
from cxlib.text.tokens import tokenise  # noqa: E402
from tests.text.reading import comments_of, felt, macro_f1  # noqa: E402
from tests.text.test_privacy import HIDE, KEEP  # noqa: E402

LABELS = {-1: "negative", 0: "neutral", 1: "positive"}


def main() -> None:
    speeds(made(200_000))
    privacy()
    million()
    if len(sys.argv) > 1:
        quality(Path(sys.argv[1]))


def made(n: int) -> pa.Array:
    """Comments of 12 words from the lists of three languages, commas and full stops between."""
    rng = np.random.default_rng(0)
    words = [row["word"] for row in read_list("languages.csv")]
    words += [row["word"] for row in read_list("indonesian_malay.csv")][::4]
    words += [f"{word}{i}" for i, word in enumerate(words * 12)]
    weights = 1 / np.arange(1, len(words) + 1)
    picked = rng.choice(len(words), (n, 12), p=weights / weights.sum())
    parts = np.array([f"{word}{',' if i % 9 == 0 else ''}" for i, word in enumerate(words)])
    return pa.array([" ".join(row) for row in parts[picked]], pa.large_string())


def said(name: str, value: str) -> None:
    print(f"{name:44} {value}")


def speeds(texts: pa.Array) -> None:
    n = len(texts)
    some = texts.slice(0, 3_000).to_pylist()
    peer = SentimentIntensityAnalyzer()
    began = time.process_time()
    for text in some:
        peer.polarity_scores(text)
    vader = len(some) / (time.process_time() - began)
    said("vaderSentiment", f"{vader:,.0f}/s")
    standard()
    began = time.process_time()
    tokens = tokenise(texts)
    feelings = feel(texts, tokens, read_languages(tokens), standard())
    rate = n / (time.process_time() - began)
    said("word lists, language included", f"{rate:,.0f}/s, {rate / vader:.1f} x vaderSentiment")
    began = time.process_time()
    redact(texts)
    said("personal details", f"{n / (time.process_time() - began):,.0f}/s")
    classes = labels_of(feelings.score).astype(np.int64) + 1
    bags = make_bags(tokens, feelings)
    model = fit_linear(bags.taken(np.arange(2_000)), classes[:2_000], strength=3.0, lexicon=True)
    began = time.process_time()
    model.chances(make_bags(tokens, feelings))
    said("model, features included", f"{n / (time.process_time() - began):,.0f}/s")
    half = texts.slice(0, 100_000)
    tokens = tokenise(half)
    feelings = feel(half, tokens, read_languages(tokens), standard())
    score = np.random.default_rng(1).integers(0, 11, len(half)).astype(float)
    began = time.process_time()
    mentions = find_themes(tokens, feelings, standard_themes())
    measure_impact(score, mentions.flags)
    find_keys(tokens, np.arange(len(half)), score <= 6, score >= 9)
    took = time.process_time() - began
    said(f"{len(mentions.names)} themes, impact, keyness, 100k comments", f"{took:.2f} CPU s")


def privacy() -> None:
    hidden = [text for texts in HIDE.values() for text in texts]
    hit = redact(pa.array(hidden + KEEP)).changed
    right, wrong = int(hit[: len(hidden)].sum()), int(hit[len(hidden) :].sum())
    figures = f"recall {right / len(hidden):.3f}, precision {right / (right + wrong):.3f}"
    said(f"personal details, {len(hit)} labelled texts", figures)


def million() -> None:
    texts = pa.concat_arrays([made(250_000)] * 4)
    began = time.process_time()
    tokens = tokenise(texts)
    feel(texts, tokens, read_languages(tokens), standard())
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    said("1,000,000 comments", f"{took:.1f} CPU s, at most {peak:.2f} GB in all")


def quality(data: Path) -> None:
    texts, truth = tab_separated(data / "smsa_id" / "valid_preprocess.tsv")
    found = felt(texts)[0]
    untrained = macro_f1(truth, [LABELS[one] for one in labels_of(found.score).tolist()])
    said("SmSA validation, untrained", f"macro-F1 {untrained:.3f}")
    known, labels = tab_separated(data / "smsa_id" / "train_preprocess.tsv")
    stars = [{"negative": 1.0, "neutral": 3.0, "positive": 5.0}[one] for one in labels]
    feelings, tokens, _ = felt([*known, *texts])
    score = np.array(stars + [np.nan] * len(texts))
    began = time.process_time()
    learned = learn(tokens, feelings, np.arange(tokens.n), score, False)
    took = time.process_time() - began
    names = [LABELS[one] for one in learned.label[len(known) :].tolist()]
    figures = f"macro-F1 {macro_f1(truth, names):.3f}, {learned.method}, {took:.0f} CPU s"
    said("SmSA validation, trained on 11,000", figures)
    with (data / "nhs_fft_feedback" / "nhs_fft_neas.csv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["FFT answer"].strip() and row["Comment sentiment"][:1] in "12345"
            and row["Comment sentiment"].strip()
        ]  # fmt: skip
    read = analyse(comments_of([row["FFT answer"] for row in rows]))
    felt_ = [int(float(row["Comment sentiment"])) for row in rows]
    truth = ["positive" if one <= 2 else "negative" if one >= 4 else "neutral" for one in felt_]
    ours = macro_f1(truth, [LABELS[one] for one in read.label.tolist()])
    peer = SentimentIntensityAnalyzer()
    compound = np.array([peer.polarity_scores(row["FFT answer"])["compound"] for row in rows])
    theirs = macro_f1(truth, [LABELS[one] for one in labels_of(compound).tolist()])
    said(f"NHS, {len(rows):,} comments", f"macro-F1 {ours:.3f}, vaderSentiment {theirs:.3f}")
    said("NHS, comments with a theme", f"{read.mentions.covered:.0%}")


def tab_separated(path: Path) -> tuple[list[str], list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    texts, labels = zip(*(line.rsplit("\t", 1) for line in lines), strict=True)
    return list(texts), list(labels)


if __name__ == "__main__":
    main()
