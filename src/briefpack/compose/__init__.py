"""What an audience gets: a brief through a course template to pages, and pages to typed products.

``pages`` makes the Markdown that people may edit; ``deck``, ``summary``, ``question_set``, ``quiz`` and ``teaching``
read it.
"""

from briefpack.compose import budget
from briefpack.compose.brand import Brand, brand, branded
from briefpack.compose.deck import deck
from briefpack.compose.guided import guided
from briefpack.compose.inherited import page_blocks as blocks
from briefpack.compose.look import audience, look
from briefpack.compose.notes import completed
from briefpack.compose.pages import Pages, pages, templates, weighed
from briefpack.compose.question_set import question_set
from briefpack.compose.quiz import quiz
from briefpack.compose.skeletons import skeletons
from briefpack.compose.summary import summary
from briefpack.compose.teaching import Beside, teaching
from briefpack.compose.translations import messages

__all__ = [
    "Beside",
    "Brand",
    "Pages",
    "audience",
    "blocks",
    "brand",
    "branded",
    "budget",
    "completed",
    "deck",
    "guided",
    "look",
    "messages",
    "pages",
    "question_set",
    "quiz",
    "skeletons",
    "summary",
    "teaching",
    "templates",
    "weighed",
]
