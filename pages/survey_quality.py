"""Page: can these answers be trusted?"""

from cxlib.locale.speak import say
from cxlib.ui import answering, empty, head, shell

shell.page(__file__)
head.title(say("Survey quality"), say("Can these answers be trusted, and do they speak for all?"))

if empty.need("survey"):
    answering.page()
