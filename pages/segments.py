"""Page: which customers do we mean, who differs most, and how do two groups differ?"""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, segment_tabs, shell

shell.page(__file__)
head.title(
    say("Segments"), say("Which customers do we mean, and how do two groups of them differ?")
)

if empty.any_data():
    segment_tabs.page()
