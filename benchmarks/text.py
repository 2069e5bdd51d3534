"""Reading comments: how fast, and how often right, beside vaderSentiment.

    python benchmarks/text.py [DATA] [PART ...]

DATA is the folder of real data sets, where there is one. Parts are speed, memory, command, privacy,
english, indonesian, hotel, nhs and learning; without any all are measured. Prints one table: the
figure, what is asked for, what was found, and the command that prints it. Speeds are comments a
second of one core's CPU time, on made-up comments of about 77 characters; beside each stands the
pace of vaderSentiment just before, since a machine's own pace drifts.
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
from cxlib.text.lexicon import _vader, build, read_list, standard  # noqa: E402
from cxlib.text.privacy import redact  # noqa: E402
from cxlib.text.sentiment import feel, labels_of  # noqa: E402
from cxlib.text.taxonomy import Taxonomy, standard_themes  # noqa: E402
from cxlib.text.themes import find_themes  # noqa: E402
from cxlib.text.tokens import tokenise  # noqa: E402
from tests.text.hotel import hotel_figures  # noqa: E402
from tests.text.reading import comments_of, felt, macro_f1  # noqa: E402
from tests.text.test_privacy import measured  # noqa: E402

LABELS = {-1: "negative", 0: "neutral", 1: "positive"}
Row = tuple[str, str, str]
"""A figure, what is asked for, what was found."""


def main() -> None:
    words = sys.argv[1:]
    data = Path(words.pop(0)) if words and Path(words[0]).is_dir() else None
    if words == ["million"]:
        print(million())
        return
    parts = PARTS if data else {name: part for name, part in PARTS.items() if name not in REAL}
    for name, part in parts.items():
        if not words or name in words:
            for figure, asked, found in part(data) if name in REAL else part():
                command = f"python benchmarks/text.py {'DATA ' if name in REAL else ''}{name}"
                print(f"{figure:47} | {asked:14} | {found:44} | {command}", flush=True)


def made(n: int, seed: int = 0) -> pa.Array:
    """Comments of 12 words from the lists of three languages, commas and full stops between."""
    rng = np.random.default_rng(seed)
    words = [row["word"] for row in read_list("languages.csv")]
    words += [row["word"] for row in read_list("indonesian_malay.csv") if " " not in row["word"]][
        ::4
    ]
    words += [f"{word}{i}" for i, word in enumerate(words * 12)]
    weights = 1 / np.arange(1, len(words) + 1)
    picked = rng.choice(len(words), (n, 12), p=weights / weights.sum())
    parts = np.array([f"{word}{',' if i % 9 == 0 else ''}" for i, word in enumerate(words)])
    return pa.array([" ".join(row) for row in parts[picked]], pa.large_string())


def seconds(work: Callable[[], object], *, best_of: int = 3) -> float:
    """CPU seconds of the quickest run."""
    took = []
    for _ in range(best_of):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def pace() -> float:
    """Comments a second of vaderSentiment, now."""
    peer = SentimentIntensityAnalyzer()
    some = made(1_500).to_pylist()
    return len(some) / seconds(lambda: [peer.polarity_scores(text) for text in some])


def speed() -> Iterator[Row]:
    texts = made(200_000)
    n, vader = len(texts), pace()
    yield "vaderSentiment", "", f"{vader:,.0f}/s"
    standard()

    def by_lists() -> None:
        tokens = tokenise(texts)
        feel(texts, tokens, read_languages(tokens), standard())

    rate = n / seconds(by_lists)
    yield (
        "word lists, language included",
        ">= 400,000/s",
        f"{rate:,.0f}/s, {rate / vader:.1f} x vader",
    )
    yield "personal details", "", f"{n / seconds(lambda: redact(texts)):,.0f}/s"
    tokens = tokenise(texts)
    feelings = feel(texts, tokens, read_languages(tokens), standard())
    classes = labels_of(feelings.score).astype(np.int64) + 1
    bags = make_bags(tokens, feelings)
    model = fit_linear(bags.taken(np.arange(2_000)), classes[:2_000], strength=3.0, lexicon=True)
    rate = n / seconds(lambda: model.chances(make_bags(tokens, feelings)))
    yield "model, features included", ">= 100,000/s", f"{rate:,.0f}/s"
    half = texts.slice(0, 100_000)
    tokens = tokenise(half)
    feelings = feel(half, tokens, read_languages(tokens), standard())
    score = np.random.default_rng(1).integers(0, 11, len(half)).astype(float)
    ten = Taxonomy(standard_themes().themes[:10])

    def by_themes() -> None:
        mentions = find_themes(tokens, feelings, ten)
        measure_impact(score, mentions.flags)
        find_keys(tokens, np.arange(len(half)), score <= 6, score >= 9)

    took = seconds(by_themes)
    yield "10 themes, impact and keyness of 100,000", "<= 2 CPU s", f"{took:.2f} CPU s"


def memory() -> Iterator[Row]:
    asked = [sys.executable, __file__, "million"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    yield "1,000,000 comments, all but themes", "<= 1 GB", found


def million() -> str:
    texts = pa.concat_arrays([made(100_000, seed) for seed in range(10)])
    began = time.process_time()
    tokens = tokenise(texts)
    feel(texts, tokens, read_languages(tokens), standard())
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return f"{peak:.2f} GB at most, {took:.1f} CPU s"


def command() -> Iterator[Row]:
    """The command from the file to its answer, less its start-up, as CPU seconds of the process."""
    vader, texts = pace(), made(200_000).to_pylist()
    with tempfile.TemporaryDirectory() as name:
        took = []
        for part in (texts[:50], texts):
            path = Path(name) / f"{len(part)}.csv"
            path.write_text("text\n" + "\n".join(f'"{one}"' for one in part), encoding="utf-8")
            took.append(min(_command(path) for _ in range(2)))
    rate = len(texts) / (took[1] - took[0])
    yield (
        "the whole command, less its start-up",
        ">= 6 x vader",
        (f"{rate:,.0f}/s, {rate / vader:.1f} x vader"),
    )


def _command(path: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    asked = [sys.executable, "-m", "cxlib", "sentiment", str(path), "--text", "text", "--json"]
    subprocess.run(asked, cwd=ROOT, stdout=subprocess.DEVNULL, check=True, env=dict(os.environ))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def privacy() -> Iterator[Row]:
    hidden, kept = measured()
    for name, (found, n) in hidden.items():
        yield f"hidden: {name}", "", f"{found} of {n}"
    for name, (found, n) in kept.items():
        yield f"hidden though harmless: {name}", "", f"{found} of {n}"
    right, asked = (sum(part) for part in zip(*hidden.values(), strict=True))
    wrong = sum(part for part, _ in kept.values())
    yield (
        "personal details, our own labelled set", "reported",
        f"recall {right / asked:.3f}, precision {right / (right + wrong):.3f}",
    )  # fmt: skip


def english(data: Path) -> Iterator[Row]:
    rows = [row for part in ("train", "valid") for row in _nusax(data, "english", part)]
    texts = [row["text"] for row in rows]
    peer = SentimentIntensityAnalyzer()
    expected = np.array([peer.polarity_scores(text)["compound"] for text in texts])
    found = felt(texts, language="en", lexicon=build(*_vader()))[0].score
    same = float((labels_of(expected) == labels_of(found)).mean())
    r = float(np.corrcoef(expected, found)[0, 1])
    yield (
        "VADER's own lists, against vaderSentiment",
        ">= .97, .97",
        f"r {r:.3f}, same label {same:.3f}",
    )
    ours, theirs = (
        _f1([row["label"] for row in rows], one) for one in (felt(texts)[0].score, expected)
    )
    yield "NusaX English, untrained", ">= .65", f"macro-F1 {ours:.3f}, vaderSentiment {theirs:.3f}"


def indonesian(data: Path) -> Iterator[Row]:
    for part, asked in (("valid", ">= .70"), ("train", "")):
        texts, truth = tab_separated(data / "smsa_id" / f"{part}_preprocess.tsv")
        yield f"SmSA {part}, untrained", asked, f"macro-F1 {_f1(truth, felt(texts)[0].score):.3f}"
    rows = [row for part in ("train", "valid") for row in _nusax(data, "indonesian", part)]
    found = felt([row["text"] for row in rows])[0].score
    truth = [row["label"] for row in rows]
    yield "NusaX Indonesian, untrained", ">= .76", f"macro-F1 {_f1(truth, found):.3f}"


def hotel(data: Path) -> Iterator[Row]:
    f1, covered, right = hotel_figures(data)
    yield "HoASA valid, themes", ">= .85", f"mean F1 {f1:.3f}"
    yield (
        "HoASA valid, feeling by the clause",
        ">= .88 at .60",
        f"{right:.3f} right at {covered:.0%}",
    )


def nhs(data: Path) -> Iterator[Row]:
    with (data / "nhs_fft_feedback" / "nhs_fft_neas.csv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["FFT answer"].strip() and row["Comment sentiment"].strip()[:1] in tuple("12345")
        ]
    texts = [row["FFT answer"] for row in rows]
    read = analyse(comments_of(texts))
    marks = [int(float(row["Comment sentiment"])) for row in rows]
    truth = ["positive" if one <= 2 else "negative" if one >= 4 else "neutral" for one in marks]
    peer = SentimentIntensityAnalyzer()
    compound = np.array([peer.polarity_scores(text)["compound"] for text in texts])
    ours, theirs = _f1(truth, read.score), _f1(truth, compound)
    yield (
        f"NHS, {len(rows):,} comments",
        "reported",
        f"macro-F1 {ours:.3f}, vaderSentiment {theirs:.3f}",
    )
    covered = read.mentions.covered or 0.0
    yield "NHS, comments with a theme", "reported", f"{covered:.0%}"


def learning(data: Path) -> Iterator[Row]:
    texts, truth = tab_separated(data / "smsa_id" / "valid_preprocess.tsv")
    known, labels = tab_separated(data / "smsa_id" / "train_preprocess.tsv")
    stars = np.array([{"negative": 1.0, "neutral": 3.0, "positive": 5.0}[one] for one in labels])
    for rated, asked in ((1_000, ">= .70"), (len(known), ">= .83")):
        some = np.random.default_rng(2).permutation(len(known))[:rated]
        feelings, tokens, _ = felt([*(known[one] for one in some), *texts])
        score = np.append(stars[some], np.full(len(texts), np.nan))
        began = time.process_time()
        learned = learn(tokens, feelings, np.arange(tokens.n), score, False)
        took = time.process_time() - began
        found = macro_f1(truth, [LABELS[one] for one in learned.label[rated:].tolist()])
        yield (
            f"SmSA valid, trained on {rated:,}", asked,
            f"macro-F1 {found:.3f}, {learned.method} "
            f"(out of fold {learned.quality[learned.method]:.3f}), {took:.0f} CPU s",
        )  # fmt: skip


def tab_separated(path: Path) -> tuple[list[str], list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    texts, labels = zip(*(line.rsplit("\t", 1) for line in lines), strict=True)
    return list(texts), list(labels)


def _nusax(data: Path, language: str, part: str) -> list[dict[str, str]]:
    with (data / "nusax_senti" / f"{language}_{part}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _f1(truth: list[str], score: np.ndarray) -> float:
    return macro_f1(truth, [LABELS[one] for one in labels_of(score).tolist()])


PARTS: dict[str, Callable[..., Iterator[Row]]] = {
    "privacy": privacy, "english": english, "indonesian": indonesian, "hotel": hotel, "nhs": nhs,
    "speed": speed, "command": command, "memory": memory, "learning": learning,
}  # fmt: skip
REAL = ("english", "indonesian", "hotel", "nhs", "learning")
"""Parts that need the folder of real data sets."""


if __name__ == "__main__":
    main()
