"""Page: what did I upload, what does it mean, what was left out?"""

from cxlib.locale.speak import say
from cxlib.ui import files, head, shell, show

shell.page(__file__)
head.title(say("Data"), say("What did I upload, what does it mean, and what was left out?"))

with show.errors():
    files.page()
