"""LIX: words a sentence plus the share of long words (over six letters). Under 40 is what an ordinary paper has."""

import re


def lix(text: str) -> float:
    """The LIX of a text in Markdown; a line of a list counts as a sentence, code and addresses as one word."""
    plain = re.sub(r"`[^`]*`", "kode", text).replace("**", "").replace("*", "")
    lines = [line.lstrip("-0123456789. ").strip() for line in plain.splitlines()]
    sentences = [one for line in lines for one in re.split(r"[.!?:]+(?:\s|$)", line) if re.search(r"\w", one)]
    words = re.findall(r"[\w-]+", " ".join(sentences))
    long = [word for word in words if len(word) > 6]
    return len(words) / len(sentences) + 100 * len(long) / len(words)
