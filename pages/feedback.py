"""Page: what customers say, how they feel about it, and what goes together with the score."""

from cxlib.locale.speak import say
from cxlib.ui import commented, empty, feedback, head, shell

shell.page(__file__)
head.title(say("Feedback"), say("What do customers say, how do they feel, and about what?"))

if commented.datasets_with_comments() or empty.need("comments"):
    feedback.page()
