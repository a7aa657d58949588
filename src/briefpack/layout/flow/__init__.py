"""What reads in what order, without the geometry of a page: the middle for Word files and for large print.

`parts` holds the nouns; the other modules each make a Flow of one product. Like `marks`, it stands
between layout and the writers: printed references, dates and the words of a page are settled here.
"""

from briefpack.layout.flow.guided import guided, guided_key
from briefpack.layout.flow.handout import handout
from briefpack.layout.flow.inward import inward
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Table, Text, Words
from briefpack.layout.flow.questions import key, questions
from briefpack.layout.flow.quiz import quiz, quiz_key
from briefpack.layout.flow.spoken import spoken
from briefpack.layout.flow.summary import summary
from briefpack.layout.flow.teaching import part

__all__ = [
    "Flow",
    "Heading",
    "Item",
    "Part",
    "Room",
    "Table",
    "Text",
    "Words",
    "guided",
    "guided_key",
    "handout",
    "inward",
    "key",
    "part",
    "questions",
    "quiz",
    "quiz_key",
    "spoken",
    "summary",
]
