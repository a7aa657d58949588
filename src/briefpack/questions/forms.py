"""The curated skeletons, to be read aloud.

{a} and {b} are documents as a reader names them, 'the Valley Herald report'; {topic} and {name} are names; words of a
document stand in quotation marks. The level belongs to the skeleton, whatever verb a wording uses.
"""

# ruff: noqa: E501 - a wording is read whole

from __future__ import annotations

from briefpack.questions.skeleton import BOTH, POLICY, STUDENTS, Skeleton, table

FORMS = table(
    # Tensions: {issue} is a whole question, {matter} a noun phrase; a tension fills one of them.
    Skeleton("where they part", "corroborating", "analyse", ("core",), BOTH, 9, (
        "{issue} Compare how {a} and {b} answer. Do they part over facts, or over what the facts mean?",
        "Set {a} beside {b}. {issue} Show the words in which their answers part.",
        "Where would {a} and {b} first disagree? {issue} Quote a line from each.",
        "Compare {a} with {b} on {matter}. Where do they part: over facts, or over what the facts mean?",
        "How far apart are {a} and {b} on {matter}? Point to the words that decide it.",
        "On {matter}, which line in {a} would be hardest for {b} to accept, and why?",
    )),
    Skeleton("claim and denial", "corroborating", "evaluate", ("core",), BOTH, 11, (
        "Suppose you had to decide between the claim and the denial in {where}. {issue} What would you ask each side to show?",
        "What would settle the matter between the claim and the denial in {where}? {issue} Say what each side offers so far.",
        "On {matter}, a claim and a denial stand side by side in {where}. What does each rest on, and what would settle it?",
        "Suppose you had to decide between the claim and the denial about {matter} in {where}. What would you ask each side to show?",
        "What would settle the dispute about {matter} in {where}? Say what the claim and the denial each rest on.",
    )),
    Skeleton("two numbers", "corroborating", "evaluate", ("core",), BOTH, 11, (
        "Why might {a} and {b} give different numbers? {issue} Say what you would ask about each count before using it.",
        "{issue} Compare the numbers in {a} and in {b}: what does each one count, and which would you use?",
        "Before choosing between the numbers that {a} and {b} give for {matter}, what would you ask about each?",
        "Compare the numbers for {matter} in {a} and in {b}. What does each one count, and which would you use?",
        "Why might {a} and {b} give different numbers for {matter}? Say which you would use, and for what.",
    )),
    Skeleton("two names", "corroborating", "analyse", ("opening", "core"), BOTH, 9, (
        "Compare two names: {one} in {a} and {two} in {b}. What do they share, and what does each suggest that the other does not?",
        "Why might {a} say {one} where {b} says {two}? Explain what each name brings to mind.",
        "How much do {one}, in {a}, and {two}, in {b}, have in common? Say what a reader would take from each name alone.",
    )),
    Skeleton("voices in one source", "close reading", "analyse", ("core", "opening"), BOTH, 7, (
        "{issue} Two statements in {a} pull in different directions. Which one is given more room, and how does that steer a reader?",
        "How does {a} hold two different answers together? {issue} Show which of them gets the last word.",
        "On {matter}, two statements in {a} pull in different directions. Which one gets the last word, and how does that steer a reader?",
        "How does {a} deal with two views of {matter}? Show where it leans, or how it avoids leaning.",
        "What question does {a} leave open about {matter}? Explain what its two statements have to do with each other.",
    )),
    Skeleton("how good is the doubt", "close reading", "evaluate", ("core",), BOTH, 7, (
        "{issue} Say who has doubts in {where}, on what grounds, and how good you find those grounds.",
        "Which doubts are raised in {where}? {issue} Weigh the grounds that are given for them.",
        "Who doubts what about {matter} in {where}, and how good are the grounds that are given?",
        "Weigh the doubts about {matter} in {where}. Which ground is the strongest, and what would remove it?",
        "How could the doubts about {matter} in {where} be tested? Name the evidence that would remove them.",
    )),
    Skeleton("one sentence both could sign", "position", "create", ("closing",), BOTH, 9, (
        "{issue} Write an answer, in one sentence, that {x} and {y} could both sign. What had to be left out?",
        "Draft one sentence that {x} and {y} could both sign. {issue} Then say what your sentence leaves out.",
        "Write one sentence on {matter} that {x} and {y} could both sign. What had to be left out?",
        "What is the most that {x} and {y} could agree on about {matter}? Write it in one sentence, and say what it leaves out.",
        "Draft a sentence on {matter} for {x} and {y} to sign together. Which words would each of them strike out first?",
    )),
    Skeleton("which option survives", "position", "evaluate", ("core", "closing"), POLICY, 9, (
        "{issue} Suppose the truth lies with {y}, and not with {x}. Which of our options survive, and which falls first?",
        "Which of our options holds whether {x} or {y} had it right? {issue} Say what that safety costs.",
        "Which of our options survive if the truth about {matter} lies with {y}, and not with {x}?",
        "Suppose the truth about {matter} lies with {y}, and not with {x}. Which of our options survive, and which falls first?",
        "Name the option that holds whether {x} or {y} had it right about {matter}. What does that safety cost?",
    )),
    Skeleton("take a side", "position", "evaluate", ("closing", "core"), STUDENTS, 8, (
        "{issue} Take a position and say why, with one line from {a} and one from {b}. Answer the best point against you.",
        "Where do you stand, and why? {issue} Argue from {a} and {b}, and give the other side its best line.",
        "Whose case on {matter} is the stronger, that of {x} or that of {y}? Argue it, then answer its best critic.",
        "On {matter}, which case is the better one: that of {x}, or that of {y}? Give the other side its best line too.",
        "Take a position on {matter}, and defend it with a line from {a} and one from {b}. Answer the best point against you.",
    )),
    # Key points: {claim} is a line in its marks.
    Skeleton("what would change it", "position", "evaluate", ("core", "closing"), POLICY, 9, (
        "What evidence would change this judgement from {a}: {claim}? Say where it would show first.",
        "Which new fact would make you drop this line from {a}: {claim}? Say who would see it before us.",
        "Suppose we adopt this judgement from {a}: {claim}. What would make us take it back?",
    )),
    Skeleton("so what for us", "position", "apply", ("core", "closing"), POLICY, 7, (
        "What should we do differently if {a} is right that this holds: {claim}? Say what should stay as it is.",
        "Name one decision of ours that hangs on this line from {a}: {claim}. What changes if it is wrong?",
        "Which of our plans would have to change if this line from {a} holds: {claim}?",
    )),
    Skeleton("strongest objection", "position", "evaluate", ("core", "closing"), STUDENTS, 8, (
        "What is the strongest objection to this line from {a}: {claim}? Support it with evidence.",
        "How would somebody who disagrees answer this line from {a}: {claim}? Build the best case you can.",
        "Find the weakest point of this line from {a}: {claim}. Explain what would repair it.",
    )),
    Skeleton("how it is backed up", "close reading", "understand", ("core", "opening"), BOTH, 5, (
        "How does {a} back up this line: {claim}? List what comes with it, and name what is missing.",
        "Which reasons or examples stand next to this line in {a}: {claim}? Explain how they are meant to support it.",
        "What does {a} offer for this line: {claim}? Summarise it in two sentences.",
    )),
    Skeleton("how sure it is", "close reading", "analyse", ("opening", "core"), BOTH, 8, (
        "How sure is {a} about this: {claim}? Weigh the effect of {hedge} in the line.",
        "What would a reader take away if this line from {a} were said without {hedge}: {claim}?",
        "Why might {hedge} stand in this line from {a}: {claim}? Rewrite the line with more, and with less, certainty.",
    )),
    Skeleton("two lines that lean on each other", "corroborating", "analyse", ("core",), BOTH, 7, (
        "Set these two lines side by side: {claim} ({a}) and {other} ({b}). How far does one support the other?",
        "Compare {claim}, from {a}, with {other}, from {b}. What does the second add to the first, or take from it?",
        "How far do these two lines agree: {claim}, in {a}, and {other}, in {b}? Say what either one leaves out.",
    )),
    Skeleton("which line matters more", "position", "evaluate", ("closing",), BOTH, 4, (
        "Which of these two lines from {a} matters more, and why: {claim}, or {other}?",
        "Suppose you may keep only one of two lines from {a}: {claim}, or {other}. Defend the one that you keep.",
        "If you could pass on only one of these two lines from {a}, which would it be, and why: {claim}, or {other}?",
    )),
    Skeleton("where do you stand", "position", "evaluate", ("closing",), BOTH, 9, (
        "{issue} Take a position and say why, with one line from {a} and one from {b}. Answer the best point against you.",
        "Where do you stand, and why? {issue} Argue from {a} and {b}, and say what would change your mind.",
        "Prepare an answer of one minute, with evidence from {a} and {b}. {issue} Say which part you are least sure of.",
    )),
    Skeleton("where do you stand, one source", "position", "evaluate", ("closing",), BOTH, 6, (
        "{issue} Take a position and say why, with two lines from {a}. Answer the best point against you.",
        "Where do you stand, and why? {issue} Argue from {a}, and say what would change your mind.",
        "Prepare an answer of one minute, with two lines from {a} as evidence. {issue} Say which part of it you are least sure of.",
    )),
    # Quotations.
    Skeleton("words that work", "close reading", "analyse", ("opening", "core"), STUDENTS, 7, (
        "Read the words of {speaker}: {quote}. Which word does the most work, and what would a plainer one lose?",
        "Which words in {quote} would a critic of {speaker} pick out first, and why?",
        "Rewrite {quote}, the words of {speaker}, as a critic might put it. Explain what you changed.",
    )),
    Skeleton("speaker and purpose", "sourcing", "analyse", ("core", "opening"), BOTH, 7, (
        "What might {speaker} want readers of {a} to conclude from the words {quote}, and who would hear them differently?",
        "Who is meant to hear {quote}? Explain what there is to gain, or to lose, for {speaker} in putting it so.",
        "Why might {speaker} put it in just these words: {quote}? Name one listener who would not be persuaded.",
    )),
    Skeleton("how would we know", "position", "evaluate", ("core",), POLICY, 8, (
        "What would have to be true for {quote}, the words of {speaker}, to hold, and how would we find out?",
        "How far would you rely on {speaker} here: {quote}? Name the assumption that matters most.",
        "Suppose a colleague builds a recommendation on {quote}, the words of {speaker}. Which assumption would you test first?",
    )),
    Skeleton("two voices", "role play", "create", ("core", "closing"), BOTH, 8, (
        "Imagine two voices at one table: {speaker}, with the words {quote}, and {other}, with {reply}. Write what each says next.",
        "How would {speaker}, quoted with {quote}, answer {other}, quoted with {reply}? Write both the answer and what follows.",
        "Write a short exchange that begins with {speaker}, {quote}, and goes on with {other}, {reply}. Give each of them one more turn.",
    )),
    # Figures.
    Skeleton("who counted", "sourcing", "evaluate", ("core", "opening"), BOTH, 8, (
        "Before repeating {figure} from {a}, what would you want to know about who counted, and how?",
        "How far would you rely on {figure} in {a}? Say who gives it, and what it leaves out.",
        "Who stands behind {figure} in {a}, and what would make you trust it more?",
    )),
    Skeleton("large or small", "contextualising", "analyse", ("core", "opening"), STUDENTS, 6, (
        "What would you compare the figure in {figure} with, to judge whether it is large or small, and what does {a} offer for that?",
        "What is {figure} meant to show in {a}? Find what it is set beside, and suggest a better comparison.",
        "How large is the figure in {figure}? Explain what you would set it beside, and what {a} offers for that.",
    )),
    Skeleton("if it were half", "position", "analyse", ("core",), POLICY, 7, (
        "Read {figure} in {a}. Which of its conclusions would still stand if the true figure were half of that?",
        "How much of the case in {a} rests on {figure}? Name what would fall if the true figure were half of that.",
        "Suppose {a} has it wrong with {figure}, and the true figure is half. Which of its conclusions falls first?",
    )),
    # Dated events and the documents' dates.
    Skeleton("between the two dates", "contextualising", "analyse", ("core",), BOTH, 8, (
        "Between {a} ({then}) and {b} ({later}), what happened around {topic} that changes how the earlier one reads today?",
        "What could {b} ({later}) know about {topic} that {a} ({then}) could not? Say what in the earlier one should be read again.",
        "Which event between {then} and {later} would you explain first to a reader of {a}, for the sake of what {b} says of {topic}?",
    )),
    Skeleton("turning point", "contextualising", "evaluate", ("core",), STUDENTS, 7, (
        "Of the dated events from {first} to {last}, which one mattered most for {topic}? Rank the first three, and defend your order.",
        "Which event between {first} and {last} was the turning point for {topic}, and what makes you say so?",
        "Choose the one event from {first} to {last} without which the rest would make no sense. Argue its case for {topic}.",
    )),
    Skeleton("looking ahead, checked", "contextualising", "apply", ("core",), STUDENTS, 6, (
        "What does {a} expect by {date}, and what part falls to {topic}? Explain how a reader could check whether it came about.",
        "How would you find out whether what {a}, writing on {topic}, expects by {date} came about? Name two places to look.",
        "Name what {a}, writing on {topic}, expects by {date}. Explain how you would check what became of it.",
    )),
    Skeleton("what to watch", "contextualising", "evaluate", ("closing", "core"), POLICY, 8, (
        "Which sign by {date} would show that things go as {a} expects, and what would that mean for {topic}?",
        "Name two things to watch for by {date}: one that would bear {a} out, and one that would not. What would each mean for {topic}?",
        "What would you want to be told by {date} about {topic}, and which expectation in {a} would it test?",
    )),
    # Terms, in their marks.
    Skeleton("in your own words", "close reading", "understand", ("opening", "core"), STUDENTS, 6, (
        "Explain {term} to somebody who has not read {a}, and add an example that it does not give.",
        "What does {a} mean by {term}? Put it in your own words, and find a case that does not fit.",
        "In your own words, what is {term} in {a}, and why does it matter there?",
    )),
    Skeleton("what the marks say", "close reading", "analyse", ("opening", "core"), STUDENTS, 8, (
        "Why does {a} put {term} in quotation marks? Say who might use the expression without them.",
        "Who would say {term} without the quotation marks that {a} gives it, and who would never use it?",
        "What does the expression {term} in {a} take for granted? Offer one that a critic would choose instead.",
    )),
    Skeleton("one word, two sources", "corroborating", "analyse", ("core", "opening"), BOTH, 6, (
        "Both {a} and {b} use {term}. What does each mean by it, and for what purpose?",
        "Trace {term} through {a} and {b}. How does the weight of the expression change from one to the other?",
        "How differently do {a} and {b} use {term}? Quote the words that stand next to it in each.",
    )),
    # People and organisations.
    Skeleton("advise", "role play", "create", ("closing", "core"), BOTH, 7, (
        "You advise {name}. Write three sentences: what to take from {a}, what to take from {b}, and what to doubt.",
        "Imagine that you brief {name} tomorrow. Which finding from {a} and which from {b} comes first, and what do you warn against?",
        "Draft three lines of advice to {name} that draw on {a} and on {b}. Mark the line you are least sure of.",
    )),
    Skeleton("advise from one", "role play", "create", ("closing", "core"), BOTH, 5, (
        "You advise {name}. Write three sentences: what to take from {a}, what to doubt, and what to check first.",
        "Imagine that you brief {name} tomorrow on {a}. What comes first, and what do you warn against?",
        "Draft three lines of advice to {name} that draw on {a}. Mark the line you are least sure of.",
    )),
    Skeleton("who gains", "position", "analyse", ("core",), BOTH, 5, (
        "Suppose that {claim} holds, as {a} has it. Who gains and who loses? Begin with {name}.",
        "Who gains and who loses if {claim} holds? Begin with {name}, and add one party that {a} does not mention.",
        "How would {name} read this line from {a}: {claim}? Name another party that would read it the other way.",
    )),
    Skeleton("who is not heard", "sourcing", "evaluate", ("core", "opening"), BOTH, 8, (
        "Whose voice is missing from {a}, where {heard} can be heard? Say what it might contest.",
        "Besides {heard}, who should be heard in {a}, and what might change if they were?",
        "Who speaks in {a} besides {heard}, who is only spoken about, and how does that shape the picture?",
    )),
    # The documents themselves.
    Skeleton("report, explain, persuade", "sourcing", "analyse", ("opening", "core"), STUDENTS, 8, (
        "What is {a} trying to do with {topic}: report, explain or persuade? Point to the words that show it.",
        "Where in {a} does reporting end and arguing begin? Start from this line: {line}.",
        "Decide whether this line from {a} reports or argues: {line}. Point to the words that show it.",
    )),
    Skeleton("reported or argued", "sourcing", "analyse", ("opening", "core"), POLICY, 7, (
        "Where does {a} state facts about {topic}, and where does it argue? Give one line of each.",
        "Which lines of {a} could we repeat as fact, and which only with a name? Begin with {line}.",
        "How would you pass on this line from {a}, as fact or with the name of whoever says so: {line}? Give your reasons.",
    )),
    Skeleton("rely on for what", "sourcing", "evaluate", ("core", "closing"), BOTH, 8, (
        "For what would you rely on {a}, and for what on {b}? Give one statement about {topic} from each.",
        "Which would you hand to somebody with five minutes for {topic}, {a} or {b}, and what would the other one have added?",
        "What does {a} tell you about {topic} that {b} leaves out, and the other way round? Say which gap matters more.",
    )),
    Skeleton("weigh them all", "sourcing", "evaluate", ("core", "opening"), BOTH, 6, (
        "Rank the {count} sources by the weight that each deserves on {topic}. What moves one up or down your list?",
        "Which two of the {count} sources would you keep to explain {topic}, and what would be lost with the others?",
        "Sort the {count} sources by what each does with {topic}: report, explain, argue, or speak for an institution. Defend one choice.",
    )),
)  # fmt: skip
