"""Page: the deck: reorder, retitle, comment, remove, download."""

from cxlib.locale.speak import say
from cxlib.ui import head, presenting, shell, show

shell.page(__file__)
head.title(say("Presentation"), say("What goes to the meeting?"))

with show.errors():
    presenting.page()
