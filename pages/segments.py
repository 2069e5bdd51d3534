"""Page: which customers do we mean, and how do two groups of them differ?"""

from cxlib.locale.speak import say
from cxlib.ui import comparing, empty, head, segmenting, shell, show

shell.page(__file__)
head.title(
    say("Segments"), say("Which customers do we mean, and how do two groups of them differ?")
)

if empty.any_data():
    with show.errors():
        kept = segmenting.saved()
        segmenting.new()
        comparing.panel(kept)
