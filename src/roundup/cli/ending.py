"""How a command ends: what it said goes out, and signals end it silently while it loads, cleanly while it works."""

import os
import signal
import sys
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_SHELLS_ADD = 128  # to the number of the signal that ended a program


class Ended(KeyboardInterrupt):
    """The command was told to end, as by Ctrl-C but in another way."""


def at_once() -> None:
    """From now on signals end the process: there is nothing to be put in order."""
    for one in _SIGNALS:
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, signal.SIG_DFL)


def cleanly() -> None:
    """From now on signals raise KeyboardInterrupt; those that the caller ignores, as nohup does, stay ignored."""
    for one in _SIGNALS:
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, signal.default_int_handler if one is signal.SIGINT else _end)


def _end(number: int, frame: FrameType | None) -> None:
    raise Ended(number)


def heard() -> None:
    """Gives a command that was started without one of its streams a silent one, lest files take its number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            os.dup2(handle, number)
            if handle != number:
                os.close(handle)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def flushed(code: int) -> int:
    """The exit code when all that was said is out; what cannot go out must not be tried again at the very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or 1
    return code


def code_of(fault: BaseException) -> int:
    """The exit code of a command that a signal ended, as shells count."""
    return _SHELLS_ADD + int(fault.args[0] if isinstance(fault, Ended) else signal.SIGINT)
