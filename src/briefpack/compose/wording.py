"""Small words of the program's own: dates and numbers as a reader writes them."""

from __future__ import annotations

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def dated(iso: str) -> str:
    """'2024-05-16' as '16 May 2024', '2024-05' as 'May 2024', '197X' as 'the 1970s'; a period as '… to …'."""
    if not iso:
        return ""
    first, _, last = iso.partition("/")
    if last:
        return f"{dated(first)} to {dated(last)}"
    if first.endswith("X"):
        return f"the {first[:-1]}0s"
    year, *rest = first.split("-")
    names = [MONTHS[int(rest[0]) - 1]] if rest and rest[0].isdecimal() and 0 < int(rest[0]) < 13 else []
    days = [str(int(rest[1]))] if names and len(rest) > 1 and rest[1].isdecimal() else []
    return " ".join([*days, *names, year])


def between(first: str, last: str) -> str:
    """'1 April and 9 May 2025': two ISO dates joined, the year once where it is the same; one where they are."""
    if first == last:
        return dated(first)
    start = dated(first)
    if first[:4] == last[:4] and len(first) > 4 and len(last) > 4:
        start = start.removesuffix(f" {first[:4]}")
    return f"{start} and {dated(last)}"


def number(count: int) -> str:
    """'three' for 3; figures from thirteen on."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def listed(parts: list[str], last: str = "and") -> str:
    """'a, b and c'."""
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def capital(text: str) -> str:
    """The text with its first letter large, after a quotation mark too."""
    start = 1 if text[:1] in "“‘\"'" else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def shared(whole: int, shares: list[int]) -> list[int]:
    """A whole in parts by their shares, which add up to it exactly: 45 by 5, 10, 15 is 8, 15, 22."""
    exact = [whole * share / sum(shares) for share in shares]
    given = [int(part) for part in exact]
    largest = sorted(range(len(exact)), key=lambda at: (given[at] - exact[at], at))
    return [part + (at in largest[: whole - sum(given)]) for at, part in enumerate(given)]
