"""One example of every `read_*` function about customers who answered several times."""

from __future__ import annotations

from collections.abc import Iterator

from cxlib.stats import asked, once, repeats, score_pairs
from cxlib.stats.once import ScoreQuestion
from tests.stats.examples import KEPT, Reads, Sources


def _questions(s: Sources) -> Iterator[tuple[ScoreQuestion, asked.ScoreCube]]:
    for how in once.HOW:
        question = ScoreQuestion("nps", KEPT, by=("plan",), period="month", how=how)
        cube = asked.read_score_cube(
            s.survey, score="nps", selection=KEPT, by=["plan"], period="month"
        )
        yield question, cube


def _pair_repeats(s: Sources) -> Iterator[object]:
    found = score_pairs.read_score_pairs(s.survey, score="nps", columns=["plan", "region"])
    yield score_pairs.read_pair_repeats(s.survey, found, score="nps", worth=range(11))


READS: dict[str, Reads] = {
    "once.read_once": lambda s: (
        once.read_once(s.survey, question, cube)
        for question, cube in _questions(s)
        if question.how != "all"
    ),
    "repeats.read_repeats": lambda s: (
        repeats.read_repeats(s.survey, question, cube.counts) for question, cube in _questions(s)
    ),
    "score_pairs.read_pair_repeats": _pair_repeats,
}
