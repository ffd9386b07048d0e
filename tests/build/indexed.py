"""A search index as tests read it."""

import gzip
import json
from pathlib import Path
from typing import Any

INDEX = "search/pagefind"
_SIGNATURE = b"pagefind_dcd"


def fragments(output: Path, language: str = "en") -> dict[str, dict[str, Any]]:
    """What the index of a language holds of every page, by address."""
    found = {}
    for path in (output / INDEX).glob(f"{language}*/fragment/*"):
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
        page["content"] = page["content"].replace("\u200b", "")
        found[page["url"]] = page
    return found


def languages(output: Path) -> dict[str, int]:
    """The languages of an index with how many pages each holds."""
    entries = (output / INDEX).glob("*/pagefind-entry.json")
    found = [json.loads(path.read_bytes())["languages"] for path in sorted(entries)]
    return {tag: one["page_count"] for part in found for tag, one in part.items()}
