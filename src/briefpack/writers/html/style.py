"""The one stylesheet of all pages, in the colours and fonts of a look, by day and by night."""

from __future__ import annotations

from briefpack.model import Look
from briefpack.model.colour import contrast, shaded

_LIKE = {
    "Cambria": 'Cambria, Caladea, "PT Serif", Georgia, serif',
    "Calibri": 'Calibri, Carlito, Lato, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
    "Arial": 'Arial, "Liberation Sans", "Helvetica Neue", sans-serif',
}
"""A font of the look, and what stands in for it on phones and other systems."""

_ROLES = ("ink", "muted", "accent", "accent2", "mark", "rule", "tint", "panel", "onaccent2", "bar")
_READABLE = 4.5
"""Contrast of text on its ground (WCAG 2.2, 1.4.3)."""

_SHEET = """
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--page); font: 1rem/1.55 var(--text); overflow-wrap: anywhere; }
h1, h2, h3, h4, dt, summary, .lead { font-family: var(--head); line-height: 1.25; text-wrap: balance; }
h2 { margin: 0 0 1.25rem; font-size: 1.75rem; }
h3 { margin: 2.25rem 0 .75rem; font-size: 1.25rem; }
h4 { margin: 1.5rem 0 .4rem; font: bold .8rem/1.3 var(--text); letter-spacing: .06em; text-transform: uppercase;
  color: var(--accent); }
p, ul, ol, dl { margin: 0 0 .9rem; }
ul { padding-inline-start: 1.2rem; list-style-type: disc; }
ol { padding-inline-start: 2rem; }
.plain { margin: .4rem 0; padding: 0; list-style: none; }
li { margin-bottom: .45rem; }
li::marker { color: var(--accent); font-weight: bold; }
a { color: var(--accent2); text-decoration-thickness: .07em; text-underline-offset: .16em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.skip:focus { position: absolute; z-index: 1; top: .5rem; left: .5rem; padding: .6rem 1rem; color: var(--ink);
  background: var(--panel); }
.cover { color: var(--onaccent2); background: var(--band); border-bottom: .3rem solid var(--mark); }
.cover > div, .sheet, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
.cover > div { padding-top: 2rem; padding-bottom: 2rem; }
.cover a { color: inherit; }
.cover :focus-visible { outline-color: var(--mark); }
h1 { max-width: 26em; margin: .35rem 0 .6rem; font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.6rem); line-height: 1.15; }
.kicker { margin: 0; font-size: .8rem; font-weight: bold; letter-spacing: .08em; text-transform: uppercase;
  color: var(--mark); }
.lead { max-width: 34em; font-size: 1.2rem; line-height: 1.4; }
.facts { font-size: .9rem; opacity: .95; }
.strips { max-width: 46rem; margin: 1.5rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
.strips li { margin: 0 0 .7rem; }
.strips svg { display: block; width: 100%; height: .6rem; margin-top: .25rem; }
.strips .ground { fill: var(--bar); }
.strips .taken { fill: var(--mark); }
.sheet { display: grid; gap: 0 3.5rem; }
nav { padding: 1.25rem 0; border-bottom: 1px solid var(--rule); font-size: .95rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav > ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
nav li { margin: 0; }
nav a { display: inline-block; padding: .35rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav ul ul { display: none; }
main { min-width: 0; max-width: 46rem; padding: .5rem 0 3rem; }
.part { padding-top: 2rem; scroll-margin-top: 1rem; }
.part + .part { margin-top: 2rem; border-top: 2px solid var(--ink); }
.quiet, .about { color: var(--muted); }
.about { margin: .2rem 0; font-size: .92rem; }
.ref { font: bold .82em/1 var(--text); }
.ref a { margin: 0 -.15em; padding: .4em .15em; text-decoration: none; white-space: nowrap; }
.ref a:hover { text-decoration: underline; }
.files { display: grid; gap: 1rem; margin-bottom: 1.5rem; }
.files section { padding: 1rem 1.2rem; background: var(--tint); border-radius: var(--round); }
.files h3 { margin: 0 0 .5rem; font: bold .95rem/1.3 var(--text); }
.files ul { margin: 0; padding: 0; list-style: none; }
.files li { margin: 0; padding: .3rem 0; }
.files .about { display: block; margin: 0; font-size: .85rem; color: var(--muted); }
.files .about a { white-space: nowrap; }
.files .keep { background: none; outline: 2px solid var(--accent); outline-offset: -2px; }
.files .keep h3 { color: var(--accent); }
.card { padding: 1.1rem 1.3rem; margin: 0 0 1.2rem; background: var(--tint); border-radius: var(--round); }
.card > :last-child { margin-bottom: 0; }
.card h4:first-child { margin-top: 0; }
.card p { font: 1.2rem/1.4 var(--head); }
.pairs div { padding: .5rem 0; border-bottom: 1px solid var(--rule); }
dt { font-size: 1.02rem; font-weight: bold; }
dd { margin: 0; }
.dated dt { font: bold .92rem/1.55 var(--text); color: var(--accent); }
.back { margin: 2rem 0 0; font-size: .9rem; }
.slides { padding: 0; list-style: none; counter-reset: slide; }
.slides > li { position: relative; padding: .8rem 0 .6rem 2.6rem; border-bottom: 1px solid var(--rule);
  counter-increment: slide; }
.slides > li::before { content: counter(slide); position: absolute; inset-inline-start: 0; color: var(--accent);
  font-weight: bold; }
.slides .title { margin: 0 0 .35rem; font: bold 1.05rem/1.35 var(--head); }
.slides ul { margin: .2rem 0 .5rem; }
table { width: 100%; margin: 0 0 1rem; border-collapse: collapse; }
th, td { padding: .45rem .8rem .45rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule); }
blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); }
blockquote p { margin: 0; font-family: var(--quote); font-size: 1.08rem; }
details { border-top: 1px solid var(--rule); padding: .2rem 0; }
details[open] { padding-bottom: .8rem; }
summary { padding: .65rem 0; cursor: pointer; list-style-position: outside; margin-inline-start: 1.2rem; }
summary::marker { color: var(--accent); }
summary h2, summary h3, summary h4 { display: inline; margin: 0; font: bold 1.05rem/1.4 var(--head); color: inherit;
  letter-spacing: 0; text-transform: none; }
.source { padding-top: 1rem; scroll-margin-top: 1rem; }
.source > h3 { margin: 1.5rem 0 .3rem; font-size: 1.35rem; }
.source > h4 { margin: 1.7rem 0 .5rem; }
.paragraph { position: relative; margin: .75rem 0; padding-inline-start: 3rem; }
.number { position: absolute; inset-inline-start: 0; top: .12rem; font-size: .85rem; color: var(--muted); }
.item { margin-inline-start: 1.2rem; }
.item.deep { margin-inline-start: 2.4rem; }
.caption { font-style: italic; }
.paragraph, .paragraph span { scroll-margin-top: 25vh; }
.paragraph span:target, .paragraph:target { padding: .12em .15em; background: var(--found);
  border-bottom: 2px solid var(--accent); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.dropped { color: var(--muted); font-size: .92rem; }
footer { padding-top: 1.5rem; padding-bottom: 2.5rem; border-top: 1px solid var(--rule); font-size: .85rem;
  color: var(--muted); }
@media (min-width: 40em) {
  .files { display: flex; flex-wrap: wrap; }
  .files section { flex: 1 1 12rem; }
  .files .hand-out { flex-basis: 100%; }
  .files ul { columns: 12rem; column-gap: 1.5rem; }
  .files li { break-inside: avoid; }
  .pairs div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1.5rem; }
  .dated div { grid-template-columns: 8rem 1fr; }
}
@media (min-width: 64em) {
  .sheet { grid-template-columns: 13rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2.6rem 0 1rem;
    border: 0; }
  nav > ul { display: block; }
  nav > ul > li { margin-bottom: .3rem; font-weight: bold; }
  nav ul ul { display: block; font-weight: normal; }
  nav ul ul a { padding: .15rem 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .strips .taken { fill: CanvasText; } .strips .ground { fill: GrayText; } }
@media print {
  :root { --page: #fff; --tint: #fff; --found: #fff; }
  html { font-size: 10.5pt; }
  nav, .skip, .files, .back, footer { display: none; }
  .sheet { display: block; }
  .cover { color: var(--ink); background: none; }
  .kicker { color: var(--muted); }
  main { max-width: none; }
  .part + .part { break-before: page; }
  h2, h3, h4, dt { break-after: avoid; }
  li, .paragraph, blockquote, .pairs div { break-inside: avoid; }
  .card { outline: 1px solid var(--rule); }
  details::details-content { content-visibility: visible; display: block; }
}
"""

_LOGO = """.cover .logo { float: right; margin: 0 0 1rem 1rem; padding: .4rem; background: white; }
.cover .logo img { display: block; }
"""


def sheet(look: Look) -> str:
    """The stylesheet of one look."""
    day = {role: look.colour(role) for role in _ROLES} | {"band": look.colour("accent2")}
    day |= {"page": look.colour("paper"), "found": look.colour("tint2"), "bar": _ground(look)}
    shape = f"--round: {look.radius:g}pt; " + " ".join(
        f"--{name}: {_fonts(look.font(slot).deck)};"
        for name, slot in (("head", "head"), ("text", "body"), ("quote", "quote"))
    )
    logo = _LOGO if look.logo else ""
    return (
        f"\n:root {{ color-scheme: light dark; {shape} {_variables(day)} }}"
        f"\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(_night(look))} }} }}{_SHEET}{logo}"
    )


def _ground(look: Look) -> str:
    """Of the strips on the cover, where the look's own is made for paper."""
    return shaded(look.colour("accent2"), 100, 12)


def _night(look: Look) -> dict[str, str]:
    """The look in the dark: its ink becomes the ground, and every colour of text is lifted until it can be read."""
    ground = shaded(look.colour("ink"), 75, 0)
    tint, rule = shaded(ground, 100, 6), shaded(ground, 100, 20)
    lifted = {role: _lifted(look.colour(role), tint) for role in ("muted", "accent", "accent2")}
    found = shaded(look.colour("accent2"), 100, 2)
    return lifted | {
        "ink": _lifted(look.colour("paper"), tint), "page": ground, "panel": tint, "tint": tint, "rule": rule,
        "found": found,
    }  # fmt: skip


def _lifted(colour: str, ground: str) -> str:
    """The colour, lighter step by step until it can be read on a dark ground."""
    while contrast(colour, ground) < _READABLE and colour.upper() != "FFFFFF":
        colour = shaded(colour, 100, 4)
    return colour


def _fonts(name: str) -> str:
    bare = "".join(one for one in name if one.isalnum() or one in " -")
    return _LIKE.get(name, f'"{bare}", sans-serif')


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{role}: #{colour};" for role, colour in colours.items())
