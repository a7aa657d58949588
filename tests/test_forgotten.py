"""A process that analyses one set after another does not keep all of them in memory."""

import gc

from analysis_cases import source
from briefpack.analysis import analyse
from briefpack.model import Source

SETS = 8


def test_the_documents_of_earlier_sets_are_let_go():
    for number in range(SETS):
        analyse(
            (
                source(
                    f"    text: title Set {number} is forgotten\n"
                    f"    text Mayor Ana Silva said on 3 May 202{number} that wall {number} of the port leaks.\n"
                    f"    text The council denied it. “It leaks in {number} places of the yard,” she said.\n"
                ),
            )
        )

    gc.collect()
    kept = {one.title for one in gc.get_objects() if isinstance(one, Source) and "is forgotten" in one.title}
    assert len(kept) <= SETS // 2
