"""Article text: what the readers keep of a web page, and of its visible text dumped to a .txt file.

Counted as the corpus's own evaluate.py does: texts become bags of four-word shingles; true, false and missed shingles
are shares of a page's; precision and recall are means over the pages; F1 is that of the two means. A page's text is
that of the blocks that stay, without the title and without captions, which the reference leaves out too.

Corpus: scrapinghub/article-extraction-benchmark (MIT), 181 news pages with their article text. The dumps are the ones
stored with it, made by html-text and inscriptis, so that nothing needs to be installed.
Peers (their stored outputs, the same count): trafilatura .958 on the pages; html-text .665 and inscriptis .679 alone.

``python -m bench.measures.articles [dev|test]`` prints the figures of the even pages (by order of their ids), of the
odd ones, or of all.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from briefpack.errors import ReadError
from briefpack.readers import READERS, clean

FOLDER = "article-extraction-benchmark"
PEERS = ("trafilatura", "html-text", "inscriptis")
DUMPS = ("html-text", "inscriptis")
HALVES = {"dev": slice(0, None, 2), "test": slice(1, None, 2)}

_SHINGLE = 4  # words


def measure(folder: Path, half: str = "") -> dict[str, float]:
    """Precision, recall and F1 of each way to read the pages, and F1 of the peers; ``half`` is 'dev' or 'test'."""
    truth = _texts(folder / "ground-truth.json")
    ids = sorted(truth)[HALVES.get(half, slice(None))]
    found: dict[str, float] = {}
    for way, text in ways(folder).items():
        precision, recall, f1 = score([(truth[page], text(page)) for page in ids])
        found |= {f"{way}.precision": precision, f"{way}.recall": recall, f"{way}.f1": f1}
    for peer in PEERS:
        texts = _texts(folder / "output" / f"{peer}.json")
        found[f"peer.{peer}.f1"] = score([(truth[page], texts[page]) for page in ids])[2]
    return found


def ways(folder: Path) -> dict[str, Callable[[str], str]]:
    """Each way to read a page, as a function of the page's id."""
    dumps = {name: _texts(folder / "output" / f"{name}.json") for name in DUMPS}

    def page(name: str) -> str:
        return article(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), "page.html")

    def dump(tool: str) -> Callable[[str], str]:
        return lambda name: article(dumps[tool][name].encode(), "page.txt")

    return {"html": page, **{tool: dump(tool) for tool in DUMPS}}


def article(data: bytes, name: str) -> str:
    """The text that the product keeps of a file, without its title and captions; empty for a refused one."""
    try:
        document = READERS[name.rpartition(".")[2]](data, name)
    except ReadError:
        return ""
    kept = clean.sift(document.blocks, document.meta).kept
    return "\n".join(f"{block.prefix} {block.text}" for block in kept if block.kind != "caption")


def score(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true text, found text) pairs."""
    counted = [_shares(_shingles(true), _shingles(found)) for true, found in pairs]
    precision = mean(_ratio(true, false) for true, false, _ in counted if true + false)
    recall = mean(_ratio(true, missed) for true, _, missed in counted if true + missed)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _ratio(right: int, wrong: int) -> float:
    return right / (right + wrong)


def _shares(true: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[int, int, int]:
    right = (true & found).total()
    return right, found.total() - right, true.total() - right


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - _SHINGLE + 1)) if words else range(0)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in starts)


def _texts(path: Path) -> dict[str, str]:
    """Page to article text, of a reference or of a stored output, with its version around it or not."""
    read = json.loads(path.read_text(encoding="utf-8"))
    pages = read.get("output", read)
    return {page: said.get("articleBody") or "" for page, said in pages.items()}


if __name__ == "__main__":
    half = sys.argv[1] if len(sys.argv) > 1 else ""
    for key, value in measure(Path(os.environ["BRIEFPACK_CORPORA"]) / FOLDER, half).items():
        print(f"{key:26} {value:.3f}")
