"""What every test may ask for, and the rule that nothing is skipped where everything is required."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden text dumps")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With BRIEFPACK_REQUIRE_ALL, a skipped test is a failed one."""
    report = yield
    if report.skipped and os.environ.get("BRIEFPACK_REQUIRE_ALL") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where everything is required: {report.longrepr}"
    return report


@pytest.fixture
def needs() -> Callable[..., None]:
    """Skip, with the reason, where a program is not installed."""

    def check(*programs: str) -> None:
        missing = [program for program in programs if shutil.which(program) is None]
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)} (see .ci/apt.txt)")

    return check


@pytest.fixture
def real_documents() -> tuple[Path, ...]:
    """The three real documents, where the folder beside the checkout has them."""
    found = tuple(sorted(REAL.glob("*.txt")))
    if not found:
        pytest.skip("the real documents are not part of the project: ../shared/seeds is not there")
    return found


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages without the fonts of the extras."""
    from briefpack.layout import shaping, typefaces

    remembered = (typefaces.drawn, shaping.shaped, shaping.width)
    monkeypatch.setattr(typefaces, "installed", lambda name: not name.startswith(("Noto", "Amiri")))
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()
