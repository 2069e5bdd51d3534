"""Page: what matters most for an outcome, how well it is done, and for whom."""

from cxlib.locale.speak import say
from cxlib.ui import driving, empty, head, shell

shell.page(__file__)
head.title(say("Drivers"), say("What matters most for the score, and how well do we do it?"))

if empty.need("survey"):
    driving.page()
