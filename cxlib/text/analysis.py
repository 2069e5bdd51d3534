"""Everything about a set of comments that a page or a command shows, computed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.text.backend import Judged, judge
from cxlib.text.keyness import Key, find_keys
from cxlib.text.language import AUTO, Languages, read_languages
from cxlib.text.learning import Learning, learn
from cxlib.text.own_words import OwnWords, with_own_words
from cxlib.text.read import Comments
from cxlib.text.sentiment import Feelings, Floats, feel, labels_of
from cxlib.text.taxonomy import Taxonomy, standard_emotions, standard_themes
from cxlib.text.themes import Mentions, find_themes, theme_places
from cxlib.text.tokens import Ints, Tokens, as_written, tokenise

SHOWN_WORDS = 12
"""Words that explain one comment."""


@dataclass(frozen=True, slots=True)
class Options:
    """How comments are read.

    Attributes:
        language: en, id, ms or auto.
        taxonomy: the themes looked for; None for none.
        learn: whether the scores of the comments teach a model of sentiment.
        words: the analyst's own words and phrases with valence, -4 to 4, above all lists.
        backend: the folder of a transformers model that says how comments feel; None for none.
    """

    language: str = AUTO
    taxonomy: Taxonomy | None = field(default_factory=standard_themes)
    learn: bool = False
    words: OwnWords = ()
    backend: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """Comments read: distinct texts once, and `which` of them each comment is.

    Attributes:
        comments: what was read.
        which: the distinct text of each comment, shape (comments,).
        tokens: the distinct texts, cut.
        languages: their languages.
        feelings: what the word lists say of them.
        mentions: their themes.
        learned: what a model made of the scores; None where none was asked for.
        judged: what a transformers model says of the distinct texts; None where none was.
    """

    comments: Comments
    which: Ints
    tokens: Tokens
    languages: Languages
    feelings: Feelings
    mentions: Mentions
    learned: Learning | None = None
    judged: Judged | None = None

    @property
    def score(self) -> Floats:
        """Sentiment of each comment, -1 to 1, by the method chosen."""
        if self.judged is not None:
            return self.judged.score[self.which]
        return self.feelings.score[self.which] if self.learned is None else self.learned.score

    @property
    def label(self) -> NDArray[np.int8]:
        """-1, 0 or 1: negative, neutral or positive."""
        if self.judged is not None:
            return self.judged.label[self.which]
        return labels_of(self.score) if self.learned is None else self.learned.label

    @property
    def lexicon_score(self) -> Floats:
        """Sentiment by the words alone, which knows nothing of the scores."""
        return self.feelings.score[self.which]

    @property
    def strength(self) -> Floats:
        """Feeling of either sign, 0 to 1."""
        return self.feelings.strength[self.which]

    @property
    def mixed(self) -> NDArray[np.bool_]:
        """Whether a comment both praises and blames."""
        return self.feelings.mixed[self.which]

    @property
    def covered(self) -> NDArray[np.bool_]:
        """Whether a word of the lists is in a comment."""
        return self.feelings.covered[self.which]

    @property
    def language(self) -> list[str]:
        """The language of each comment: en, id, ms or other."""
        names = self.languages.names
        return [names[place] for place in self.which.tolist()]

    @property
    def method(self) -> str:
        """How the labels were made: lexicon, model, hybrid or transformers."""
        if self.judged is not None:
            return "transformers"
        return "lexicon" if self.learned is None else self.learned.method

    def themes(self) -> Mentions:
        """The themes of each comment."""
        return self.mentions.taken(self.which)

    def emotions(self) -> dict[str, NDArray[np.bool_]]:
        """Emotion, effort or ease to whether words of it stand in each comment."""
        lists = standard_emotions()
        places, which = theme_places(self.tokens, lists)
        flags = np.zeros((self.tokens.n, len(lists.names)), bool)
        flags[self.tokens.comment_of(places), which] = True
        return dict(zip(lists.names, flags[self.which].T, strict=True))

    def keys(
        self, group: NDArray[np.bool_], other: NDArray[np.bool_], *, most: int = 20
    ) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
        """Terms that mark some comments off from others; see `find_keys`."""
        return find_keys(self.tokens, self.which, group, other, most=most)

    def words(self) -> list[tuple[tuple[str, float], ...]]:
        """The words that made each comment's score, the strongest first, with what they add."""
        feelings, tokens = self.feelings, self.tokens
        written = [as_written(word) for word in tokens.words]
        cuts = np.searchsorted(feelings.places, tokens.starts)
        codes = tokens.codes[feelings.places].tolist()
        values = feelings.values.tolist()
        firsts = feelings.firsts.tolist()
        found = []
        for begin, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
            pairs = [
                (
                    _phrase(written, tokens, firsts[hit], feelings.places[hit], codes[hit]),
                    values[hit],
                )
                for hit in range(begin, end)
            ]
            pairs.sort(key=lambda pair: -abs(pair[1]))
            found.append(tuple(pairs[:SHOWN_WORDS]))
        return [found[place] for place in self.which.tolist()]


def _phrase(written: Sequence[str], tokens: Tokens, first: int, last: int, code: int) -> str:
    """The word of a hit, or all words of its phrase."""
    if first == last:
        return written[code]
    return " ".join(written[one] for one in tokens.codes[first : last + 1].tolist())


def analyse(comments: Comments, options: Options | None = None) -> Analysis:
    """Read comments: language, sentiment, themes, and a model of the scores where asked.

    Args:
        comments: redacted comments.
        options: how; the usual way by default.

    Raises:
        BadOption: the language is not known, one of the own words is none, the model cannot be
            read, or both a model and learning are asked for.
    """
    options = options or Options()
    if options.learn and options.backend is not None:
        raise BadOption(
            "A model and learning from ratings were both asked for. Choose one: --model FOLDER "
            "reads with a model that exists, --train-on COLUMN learns a new one."
        )
    encoded = comments.text.dictionary_encode()
    texts = encoded.dictionary.cast(pa.large_string())
    which = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    tokens = tokenise(texts)
    languages = read_languages(tokens, language=options.language)
    feelings = feel(texts, tokens, languages, with_own_words(options.words))
    taxonomy = options.taxonomy or Taxonomy(())
    mentions = find_themes(tokens, feelings, taxonomy)
    learned = None
    if options.learn and comments.content is not None:
        learned = learn(tokens, feelings, which, comments.content, comments.points)
    judged = None if options.backend is None else judge(texts.to_pylist(), options.backend)
    return Analysis(comments, which, tokens, languages, feelings, mentions, learned, judged)
