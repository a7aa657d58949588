"""Small words of the program's own: dates and numbers as a reader writes them."""

from __future__ import annotations

from briefpack.messages import say, spoken

_DAY = len("2024-05-16")


def dated(iso: str) -> str:
    """'2024-05-16' as '16 May 2024', '2024-05' as 'May 2024', '197X' as 'the 1970s'; a period as '… to …'."""
    if not iso:
        return ""
    first, _, last = iso.partition("/")
    if last:
        return say("{first} to {last}", first=dated(first), last=dated(last))
    if first.endswith("X"):
        return say("the {year}s", year=f"{first[:-1]}0")
    year, *rest = first.split("-")
    names = [spoken().months[int(rest[0]) - 1]] if rest and rest[0].isdecimal() and 0 < int(rest[0]) < 13 else []
    days = [_day(int(rest[1]))] if names and len(rest) > 1 and rest[1].isdecimal() else []
    return " ".join([*days, *names, year])


def _day(number: int) -> str:
    return spoken().first if number == 1 else str(number)


def when(iso: str) -> str:
    """A date as it stands inside a sentence: '16 May 2024', 'le 16 mai 2024'."""
    return spoken().day.format(day=dated(iso)) if len(iso) == _DAY else dated(iso)


def between(first: str, last: str) -> str:
    """'1 April and 9 May 2025': two ISO dates joined, the year once where it is the same; one where they are."""
    if first == last:
        return when(first)
    start = when(first)
    if first[:4] == last[:4] and len(first) > 4 and len(last) > 4:
        start = start.removesuffix(f" {first[:4]}")
    return say("{first} and {last}", first=start, last=when(last))


def number(count: int) -> str:
    """'three' for 3; figures from thirteen on."""
    words = spoken().numbers
    return words[count] if 0 <= count < len(words) else str(count)


def decimal(figure: str) -> str:
    """'1.5' as the language writes it: '1,5'."""
    return figure.replace(".", spoken().point)


def thousands(count: int) -> str:
    """'1,234', '1 234'."""
    return f"{count:,}".replace(",", spoken().thousands)


def listed(parts: list[str]) -> str:
    """'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


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
