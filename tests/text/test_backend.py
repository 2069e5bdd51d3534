"""Sentiment by a local transformers model: a tiny one that the test makes."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.text import backend
from cxlib.text.analysis import Options, analyse
from cxlib.text.backend import judge, label_classes
from tests.text.reading import comments_of

WORDS = ("[PAD]", "[UNK]", "zorbo", "grung", "thing")


def configured(folder, labels):
    named = {str(place): label for place, label in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps({"id2label": named}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        (["negative", "neutral", "positive"], (0, 1, 2)),
        (["POSITIVE", "NEGATIVE"], (2, 0)),
        (["Positif", "Netral", "Negatif"], (2, 1, 0)),
        (["1 star", "2 stars", "3 stars", "4 stars", "5 stars"], (0, 0, 1, 2, 2)),
        (["very_negative", "negative", "neutral", "positive", "very_positive"], (0, 0, 1, 2, 2)),
    ],
)
def test_labels_are_read_as_words(tmp_path, labels, classes):
    assert label_classes(configured(tmp_path, labels)) == classes


@pytest.mark.parametrize(
    "labels", [["LABEL_0", "LABEL_1"], ["joy", "anger"], ["positive"], [], ["spam", "negative"]]
)
def test_labels_that_are_no_words_for_it_are_refused(tmp_path, labels):
    with pytest.raises(BadOption, match="Needed are negative, neutral and positive, or 1 to 5"):
        label_classes(configured(tmp_path, labels))


@pytest.mark.parametrize("text", [None, "{", "[]", '{"id2label": {"a": "positive"}}'])
def test_a_folder_without_a_model_is_refused(tmp_path, text):
    if text is not None:
        (tmp_path / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadOption, match="There is no model in"):
        label_classes(tmp_path)


def test_a_model_and_learning_exclude_each_other(tmp_path):
    with pytest.raises(BadOption, match="Choose one"):
        analyse(comments_of(["a"], [1.0]), Options(learn=True, backend=tmp_path))


def test_without_the_packages_there_is_a_sentence(tmp_path, monkeypatch):
    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(backend, "import_module", absent)
    with pytest.raises(BadOption, match="needs the packages torch and transformers"):
        judge(["fine"], configured(tmp_path, ["negative", "positive"]))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A model of one layer in which zorbo praises, grung blames, and nothing else counts."""
    why = "the optional packages of requirements-transformers.txt are not installed"
    torch = pytest.importorskip("torch", reason=why)
    transformers = pytest.importorskip("transformers", reason=why)
    folder = tmp_path_factory.mktemp("model")
    tokenizers = pytest.importorskip("tokenizers", reason=why)
    words = {word: place for place, word in enumerate(WORDS)}
    cutter = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="[UNK]"))
    cutter.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokeniser = transformers.PreTrainedTokenizerFast(
        tokenizer_object=cutter, pad_token="[PAD]", unk_token="[UNK]"
    )
    tokeniser.save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=8, num_hidden_layers=1, num_attention_heads=1,
        intermediate_size=8, max_position_embeddings=64,
        id2label={0: "negative", 1: "neutral", 2: "positive"},
        label2id={"negative": 0, "neutral": 1, "positive": 2},
    )  # fmt: skip
    made = transformers.BertForSequenceClassification(config)
    step = torch.optim.Adam(made.parameters(), 0.05)
    asked = tokeniser(["zorbo", "grung", "thing"], return_tensors="pt")
    for _ in range(60):
        step.zero_grad()
        loss = torch.nn.functional.cross_entropy(made(**asked).logits, torch.tensor([2, 0, 1]))
        loss.backward()
        step.step()
    made.save_pretrained(folder)
    return folder


def test_a_local_model_reads_the_comments(model):
    texts = ["zorbo", "grung", "thing", "", "😀", "zorbo " * 500] * 12
    found = judge(texts, model)
    assert found.label[:5].tolist() == [1, -1, 0, 0, 0]
    assert (np.sign(found.score) * (np.abs(found.score) >= 0.05) == found.label).all()
    assert np.abs(found.score).max() <= 1
    assert np.allclose(found.score, np.tile(found.score[:6], 12), atol=1e-5)


def test_the_analysis_takes_its_labels_and_keeps_the_words(model):
    read = analyse(comments_of(["zorbo", "grung", "zorbo"]), Options(backend=model))
    assert read.method == "transformers"
    assert read.label.tolist() == [1, -1, 1]
    assert read.lexicon_score.tolist() == [0, 0, 0]


def test_weights_that_are_not_there_are_a_sentence(model, tmp_path):
    configured(tmp_path, ["negative", "positive"])
    with pytest.raises(BadOption, match="cannot be loaded"):
        judge(["zorbo"], tmp_path)
