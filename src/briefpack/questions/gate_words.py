"""The words by which the gates know a question, an order, a leading or a broken sentence, language by language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefpack import messages

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Words:
    """What the gates look for in a question of one language."""

    yes_no: re.Pattern[str]
    opener: re.Pattern[str]
    tasks: frozenset[str]
    leading: re.Pattern[str]
    dangling: re.Pattern[str]
    which_text: re.Pattern[str]
    broken: re.Pattern[str]
    most: int
    """Words of a question that can be taken in when it is read aloud."""


ENGLISH = Words(
    yes_no=re.compile(
        r"[\"'(]*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b", _I
    ),
    opener=re.compile(r"\b(?:why|how|what|which|who|whose|whom|where|when)\b", _I),
    tasks=frozenset(
        "compare contrast explain assess evaluate weigh argue justify rank draft propose trace write list choose "
        "decide prepare name find imagine sketch rewrite summarise defend sort take answer support build quote "
        "say give show point put mark interpret".split()
    ),
    leading=re.compile(
        r"\b(?:obviously|clearly|of course|don't you|isn't it|wouldn't you|surely|everyone knows|undoubtedly"
        r"|naturally)\b",
        _I,
    ),
    dangling=re.compile(r"(?:it|they|this|that|these|those|he|she|his|her|their|its)\b", _I),
    which_text=re.compile(r"\bthe (?:article|author|passage|text)\b", _I),
    broken=re.compile(
        r"\s{2,}|\s[,.;:?]|[,;:]{2,}|[.?!][.,;]|\?[.?]|\{|\}|\bNone\b|\bnan\b|\ba [aeio]\w|\ban [bcdfgjkpqtvwyz]\w"
        r"|(?<!')\b(\w+) \1\b(?!')|(?<!\w)'s\b|\bthe the\b|[\n\t]",
        _I,
    ),
    most=40,  # the rubric allows 60
)
FRENCH = Words(
    yes_no=re.compile(r"\W*(?:est-ce qu|[\w-]+-(?:t-)?(?:ils?|elles?|on|vous|nous|ce)\b)", _I),
    opener=re.compile(
        r"\b(?:pourquoi|comment|combien|où|quand|quell?es?|quels?|qui|que|quoi|(?:au|aux|des|du|les|la|le)?quel(?:le)?s?"
        r"|laquelle|lesquelles)\b|\bqu['’]",
        _I,
    ),
    tasks=frozenset(
        "comparez expliquez évaluez pesez défendez justifiez classez rédigez proposez suivez écrivez choisissez "
        "décidez préparez nommez trouvez imaginez esquissez récrivez résumez triez prenez répondez appuyez citez "
        "dites donnez montrez indiquez situez supposez relevez formulez partez repérez construisez lisez "
        "argumentez redites".split()
    ),
    leading=re.compile(
        r"\b(?:évidemment|bien sûr|bien entendu|n['’]est-ce pas|certainement|naturellement|sans aucun doute"
        r"|forcément)\b",
        _I,
    ),
    dangling=re.compile(r"(?:ils?|elles?|cel(?:a|ui|le|les)|ceci|ceux|ce|ces|cet|cette|son|sa|ses|leurs?)\b", _I),
    which_text=re.compile(
        r"\b(?:l['’](?:article|auteure?|autrice)|le (?:passage|texte))(?! (?:de|du|des|d['’]|explicatif))", _I
    ),
    broken=re.compile(
        r" {2,}| [,.;:?!]|[,;:]{2,}|[.?!][.,;]|\?[.?]|\{|\}|\bNone\b|\bnan\b|[\n\t]"
        r"|\b(?:de|à) les? (?=[a-zà-ÿ])|\b(?:de|que|je|ne|se|me) (?=[aeiouàâéèêëîïôùû])|\b(?!vous|nous)(\w{2,}) \1\b",
    ),
    most=46,
)
_BY_LANGUAGE = {"fr": FRENCH}


def spoken() -> Words:
    """Those of the language of the pack; English where it has none of its own."""
    return _BY_LANGUAGE.get(messages.code(), ENGLISH)
