"""A place to listen, on this machine alone."""

import socket

HOST = "127.0.0.1"
USUAL = 8000
_TRIES = 50


def listener(port: int | None = None) -> socket.socket:
    """A listening socket at a port, or at the first free one from the usual on; raises OSError."""
    if port is not None:
        return _listening(port)
    for candidate in range(USUAL, USUAL + _TRIES):
        try:
            return _listening(candidate)
        except OSError:
            continue
    return _listening(0)


def _listening(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen()
    except OSError:
        made.close()
        raise
    return made
