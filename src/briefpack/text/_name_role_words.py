"""Words that stand in a role, beside one or after its end: what `_name_roles` reads roles by."""

from __future__ import annotations

from functools import cache

from briefpack.text import lists, words


@cache
def clause_words() -> frozenset[str]:
    """Words that no title holds: prepositions, pronouns, verbs of speech."""
    return _CLAUSE | verbs() | words.data("prepositions-en")


@cache
def verbs() -> frozenset[str]:
    return frozenset(lists.load("speech.verbs"))


PLAIN = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Dr Dr. Hon. M. Mme Mme. Mlle Mlle. Monsieur Madame Me Herr Frau".split()
) | {
    "Cllr",
    "Cllr.",
    "Señor",
    "Señora",
    "Sr.",
    "Sra.",
    "Don",
    "Doña",
    "Dra.",
    "Signor",
    "Signora",
    "Sir",
    "Dame",
}
MODIFIERS = frozenset(
    "former then ex late acting interim deputy vice senior chief prime foreign assistant associate lead co executive "
    "national security general managing founding outgoing incoming longtime veteran retired first finance health"
    " defence "
    "defense climate energy trade political human rights government opposition leading opposition-party party junior "
    "military research policy legal medical science financial board committee "
    "council cabinet group ancien ancienne première premier".split()
)
ARTICLES = frozenset(
    "a an the its his her their our my one another le la l’ l' les"
    " un une der die das ein eine el los il lo o son sa".split()
)
ENDS = frozenset(
    "who whom which that where whose said says told tells adding but while as when is was has had will qui que".split()
)
LINKS = frozenset("and or of at for in on the a an with , by from de la du et".split())
AUXILIARIES = frozenset("is was are were has have had will would could can may also a est".split())
_CLAUSE = frozenset(
    "of at for in on with by from to about into over under after before since until against between among during "
    "who which that where whose when while because as if but or nor so is was are were be been has have had will "
    "would could can may might must should did does do not he she it they we you i him them us this these those "
    "than then there here met meet also both who's de du des pour avec dans sur qui que".split()
)
