"""The nouns of briefpack: what flows from documents to slides, pages and questions.

Every type is frozen, slotted and holds plain values; sequences are tuples.
Nothing here reads a file, draws a page or imports another briefpack room.
"""

from briefpack.model.area import Area
from briefpack.model.audience import Audience, Budget, Pace, PageRules, QuestionMix
from briefpack.model.brief import (
    Brief,
    Event,
    Figure,
    Item,
    Organisation,
    Person,
    Point,
    Quote,
    Relation,
    Side,
    Tension,
    Term,
)
from briefpack.model.guided import Blank, GuidedLine, GuidedNotes, GuidedSlide, Shown
from briefpack.model.look import Font, Logo, Look, Type
from briefpack.model.notice import Notice
from briefpack.model.offer import Offer
from briefpack.model.page import Entry, Group, Page, Section
from briefpack.model.product import (
    Block,
    Cited,
    Deck,
    Line,
    LineGroup,
    Part,
    Question,
    QuestionSet,
    Slide,
    Summary,
    TeachingSet,
)
from briefpack.model.quiz import CHOICE, CLOZE, GAP, MATCH, ORDER, QUIZ_KINDS, SHORT, TRUE_FALSE, Quiz, QuizItem
from briefpack.model.ref import Ref
from briefpack.model.source import Dropped, Passage, Source
from briefpack.model.template import Hosting, Shade, Spot, Template
from briefpack.model.verdict import Sign, Verdict

__all__ = [
    "CHOICE",
    "CLOZE",
    "GAP",
    "MATCH",
    "ORDER",
    "QUIZ_KINDS",
    "SHORT",
    "TRUE_FALSE",
    "Area",
    "Audience",
    "Blank",
    "Block",
    "Brief",
    "Budget",
    "Cited",
    "Deck",
    "Dropped",
    "Entry",
    "Event",
    "Figure",
    "Font",
    "Group",
    "GuidedLine",
    "GuidedNotes",
    "GuidedSlide",
    "Hosting",
    "Item",
    "Line",
    "LineGroup",
    "Logo",
    "Look",
    "Notice",
    "Offer",
    "Organisation",
    "Pace",
    "Page",
    "PageRules",
    "Part",
    "Passage",
    "Person",
    "Point",
    "Question",
    "QuestionMix",
    "QuestionSet",
    "Quiz",
    "QuizItem",
    "Quote",
    "Ref",
    "Relation",
    "Section",
    "Shade",
    "Shown",
    "Side",
    "Sign",
    "Slide",
    "Source",
    "Spot",
    "Summary",
    "TeachingSet",
    "Template",
    "Tension",
    "Term",
    "Type",
    "Verdict",
]
