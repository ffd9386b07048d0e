"""Files beside articles: which one a name means."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote


def file_beside(files: Collection[str], written: str, path: str, language: str) -> str | None:
    """The file an article names: its variant in the article's language first (`figure.zh.png`)."""
    name = unquote(written).split("#")[0].split("?")[0]
    if name.startswith("/"):
        file = "static" + posixpath.normpath(name)
        return file if file in files else None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    stem, ending = posixpath.splitext(file)
    tags = (language, language.split("-", maxsplit=1)[0])
    candidates = (*(f"{stem}.{tag}{ending}" for tag in tags), file)
    return next((one for one in candidates if one in files), None)
