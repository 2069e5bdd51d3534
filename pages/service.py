"""Page: how fast we answer and solve, open tickets included, and what follows feedback."""

from cxlib.locale.speak import say
from cxlib.ui import desk, empty, head, shell

shell.page(__file__)
head.title(say("Service"), say("How fast do we answer and solve, open tickets included?"))

if empty.need("tickets"):
    desk.page()
