"""How comments feel: VADER's rules on word lists of three languages, for all comments at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.text.language import Languages
from cxlib.text.lexicon import (
    AFTER,
    BOOST,
    CONTRAST,
    FEELING,
    NEGATOR,
    STRENGTH,
    WITH_ENGLISH,
    Lexicon,
    face_or_word,
)
from cxlib.text.phrases import Found, find_phrases
from cxlib.text.tokens import Codes, Ints, Tokens

Floats = NDArray[np.float64]

ALPHA = 15.0
NEUTRAL = 0.05
"""Scores nearer to 0 are neutral."""
NEGATED, CAPS = -0.74, 0.733
FADING = ((1, 1.0), (2, 0.95), (3, 0.9))
"""How much a strengthening word counts so many words before."""
FOLLOWING = ((1, 1.0), (2, 0.9))
BEFORE_BUT, AFTER_BUT = 0.5, 1.5
EXCLAMATION, MOST_EXCLAMATIONS = 0.292, 4
QUESTION, MOST_QUESTIONS = 0.18, 0.96
MIXED_SHARE = 0.35
"""A comment is mixed where the weaker side has this share of all feeling."""
LABELS = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True, eq=False)
class Feelings:
    """What the word lists say of each comment.

    Attributes:
        score: -1 to 1, shape (comments,).
        strength: 0 to 1, feeling of either sign.
        mixed: whether praise and blame are both in it.
        hits: words with a feeling.
        places: the token of each such word, ascending, shape (hits,); the last one of a phrase.
        firsts: the first token of each, shape (hits,).
        values: what it adds, after negation and strengthening, shape (hits,).
        contrasts: the tokens of contrast words, ascending.
    """

    score: Floats
    strength: Floats
    mixed: NDArray[np.bool_]
    hits: Ints
    places: Ints
    firsts: Ints
    values: Floats
    contrasts: Ints

    @property
    def covered(self) -> NDArray[np.bool_]:
        """Whether any word of the lists is in the comment."""
        return self.hits > 0


def labels_of(score: Floats) -> NDArray[np.int8]:
    """-1, 0 or 1 for negative, neutral or positive scores."""
    return np.where(score >= NEUTRAL, 1, np.where(score <= -NEUTRAL, -1, 0)).astype(np.int8)


def feel(texts: pa.Array, tokens: Tokens, languages: Languages, lexicon: Lexicon) -> Feelings:
    """Score comments by their words.

    Args:
        texts: the comments (Arrow, large string), for their exclamation and question marks.
        tokens: the same comments, cut.
        languages: how each is read.
        lexicon: the word lists.

    Source:
        Hutto & Gilbert, VADER: a parsimonious rule-based model for sentiment analysis of social
        media text, ICWSM 2014; the constants are theirs. Words that strengthen from behind
        ("bagus sekali") and the lists of Indonesian and Malay are our own.
    """
    entries, extra, found = _entries(tokens, lexicon)
    capitals = np.fromiter((word.isupper() for word in tokens.words), bool, len(tokens.words))
    offsets = languages.sides.astype(np.int32) * np.int32(lexicon.flags.shape[1])
    cells = np.repeat(offsets, np.diff(tokens.starts)) + entries
    flags = lexicon.flags.ravel()[cells]
    if extra.any():
        flags[np.flatnonzero((extra != 0)[tokens.codes])] |= FEELING
    flags = _denying(flags, entries == lexicon.places.get("no", -1), tokens)
    telling = np.flatnonzero(flags & (FEELING | CONTRAST))
    places = telling[(flags[telling] & FEELING) > 0]
    contrasts = telling[(flags[telling] & CONTRAST) > 0]
    comment = tokens.comment_of(places)
    values = lexicon.values.ravel()[cells[places]].astype(float) + extra[tokens.codes[places]]
    boosts = lexicon.boosts.ravel()
    loud = capitals[tokens.codes]
    values = _shouted(values, places, comment, loud, tokens)
    firsts = places.copy()
    known = (flags[found.last] & FEELING) > 0
    firsts[np.searchsorted(places, found.last[known])] = found.first[known]
    reach = _reach(tokens, places, np.isin(languages.sides, WITH_ENGLISH)[comment])
    values = _bent(values, (firsts, places), reach, flags, boosts, cells)
    values = _turned(values, places, comment, tokens.comment_of(contrasts), contrasts, tokens.n)
    hits = np.bincount(comment, minlength=tokens.n)
    total: Floats = np.bincount(comment, values, minlength=tokens.n).astype(float)
    size: Floats = np.bincount(comment, np.abs(values), minlength=tokens.n).astype(float)
    weaker = (size - np.abs(total)) / 2
    total = total + np.sign(total) * _emphasis(texts)
    return Feelings(
        score=total / np.sqrt(total * total + ALPHA),
        strength=size / np.sqrt(size * size + ALPHA),
        mixed=(size > 0) & (weaker >= MIXED_SHARE * size),
        hits=hits,
        places=places,
        firsts=firsts,
        values=values,
        contrasts=contrasts,
    )


def _entries(tokens: Tokens, lexicon: Lexicon) -> tuple[Codes, Floats, Found]:
    """The entry of each token, what emoji add to each distinct word, and the phrases."""
    count = len(tokens.words)
    entry, extra = np.zeros(count, np.int32), np.zeros(count)
    usual: list[str] = []
    for place, written in enumerate(tokens.words):
        bare, extra[place] = lexicon.emoji_value(written)
        word = face_or_word(bare)
        usual.append(lexicon.spellings.get(word, word))
        entry[place] = lexicon.entry(word) if word else 0
    per_token = entry[tokens.codes]
    phrases = {
        tuple(lexicon.spellings.get(word, word) for word in key.split()): place
        for key, place in lexicon.places.items()
        if " " in key
    }
    found = find_phrases(tokens, usual, phrases)
    longest = int((found.last - found.first).max(initial=0))
    for step in range(longest + 1):
        inside = found.first + step
        per_token[inside[inside <= found.last]] = 0
    per_token[found.last] = found.which
    return per_token, extra, found


def _denying(flags: NDArray[np.uint8], no: NDArray[np.bool_], tokens: Tokens) -> NDArray[np.uint8]:
    """With `no` a negator before a word with a feeling, and a feeling of its own elsewhere."""
    places = np.flatnonzero(no[:-1] & ((flags[1:] & FEELING) > 0))
    inside = tokens.clause_of(places) == tokens.clause_of(places + 1)
    flags = flags.copy()
    flags[places[inside]] = NEGATOR
    return flags


def _shouted(
    values: Floats, places: Ints, comment: Ints, loud: NDArray[np.bool_], tokens: Tokens
) -> Floats:
    """Words in capitals weigh more where not all words are."""
    here = loud[places]
    if not here.any():
        return values
    shouting = np.bincount(tokens.comment_of(np.flatnonzero(loud)), minlength=tokens.n)
    some = shouting < np.diff(tokens.starts)
    return values + np.where(here & some[comment], CAPS * np.sign(values), 0.0)


def _bent(
    values: Floats,
    hits: tuple[Ints, Ints],
    reach: tuple[Ints, Ints],
    flags: NDArray[np.uint8],
    boosts: NDArray[np.float32],
    cells: Codes,
) -> Floats:
    """Strengthened, weakened and negated by the words around, no further than they reach."""
    firsts, places = hits
    start, end = reach
    sign = np.sign(values)
    values = values.copy()
    flip = np.ones(len(values))
    for step, weight in FADING:
        before = firsts - step
        near = flags[np.maximum(before, 0)]
        free = (before >= start) & ((near & FEELING) == 0)
        booster = np.flatnonzero(free & ((near & STRENGTH) > 0))
        values[booster] += boosts[cells[before[booster]]] * weight * sign[booster]
        flip[free & ((near & NEGATOR) > 0)] *= NEGATED
    for step, weight in FOLLOWING:
        after = places + step
        inside = after < end
        near = flags[np.where(inside, after, 0)]
        values += np.where(inside & ((near & AFTER) > 0), BOOST * weight * sign, 0.0)
    return values * flip


def _reach(tokens: Tokens, places: Ints, english: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """From where to where words bend a place: the sentence in English, else the clause."""
    sentence = np.searchsorted(tokens.sentences, places, side="right") - 1
    clause = tokens.clause_of(places)
    start = np.where(english, tokens.sentences[sentence], tokens.clauses[clause])
    end = np.where(english, tokens.sentences[sentence + 1], tokens.clauses[clause + 1])
    return start, end


def _turned(
    values: Floats, places: Ints, comment: Ints, where: Ints, contrasts: Ints, n: int
) -> Floats:
    """What stands before the last contrast word counts less, what follows more."""
    if not contrasts.size:
        return values
    turn = np.full(n, -1, np.int64)
    turn[where[::-1]] = contrasts[::-1]
    here = turn[comment]
    weight = np.where(places < here, BEFORE_BUT, np.where(places > here, AFTER_BUT, 1.0))
    return np.where(here < 0, values, values * weight)


def _emphasis(texts: pa.Array) -> Floats:
    """What exclamation and question marks add to the feeling."""
    loud, asked = (_counts(texts, sign) for sign in b"!?")
    questions = np.where(asked > 3, MOST_QUESTIONS, np.where(asked > 1, asked * QUESTION, 0.0))
    result: Floats = np.minimum(loud, MOST_EXCLAMATIONS) * EXCLAMATION + questions
    return result


def _counts(texts: pa.Array, sign: int) -> Ints:
    """How often a sign stands in each comment."""
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    if data is None:
        return np.zeros(len(texts), np.int64)
    signs = np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]]
    rows = np.searchsorted(bounds - bounds[0], np.flatnonzero(signs == sign), side="right") - 1
    return np.bincount(rows, minlength=len(texts))
