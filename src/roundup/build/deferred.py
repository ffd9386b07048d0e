"""Work whose module is loaded where and when it is done, since most builds do none of it."""

import importlib
from typing import Any


def called(module: str, name: str, value: Any) -> Any:
    """What a function, found by module and name, returns for a value; workers load it, their parent need not."""
    return getattr(importlib.import_module(module), name)(value)
