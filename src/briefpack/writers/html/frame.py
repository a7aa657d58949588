"""What every page shares: head, skip link, style, and a policy that lets nothing in."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from briefpack.messages import code, noted, say
from briefpack.model import Look
from briefpack.writers.html import style
from briefpack.writers.html.markup import value, words

_MADE = noted("Made with briefpack. The page loads nothing and sends nothing: it can be read without a network.")


def back() -> str:
    """The link that ends a part."""
    return f'<p class="back"><a href="#the_contents">{words(say("Back to the contents"))}</a></p>\n'


def page(title: str, cover: str, contents: str, body: str, look: Look) -> bytes:
    """A whole page: the cover, the list of contents beside the body."""
    sheet = style.sheet(look)
    allowed = b64encode(sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    policy += "; img-src data:" if look.logo else ""
    return f"""<!doctype html>
<html lang={value(code() or "en")}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{words(title)}</title>
<style>{sheet}</style>
</head>
<body>
<a class="skip" href="#the_content">{words(say("Skip to the content"))}</a>
<header class="cover"><div>
{cover}</div></header>
<div class="sheet">
<nav id="the_contents" tabindex="-1" aria-label={value(say("Contents"))}>
{contents}</nav>
<main id="the_content" tabindex="-1">
{body}</main>
</div>
<footer><p>{words(say(_MADE))}</p></footer>
</body>
</html>
""".encode()
