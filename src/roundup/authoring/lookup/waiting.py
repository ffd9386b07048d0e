"""How long a host asks to wait."""

import math
from email.utils import parsedate_to_datetime


def asked_to_wait(retry_after: str, now: float) -> float:
    """The seconds of a `Retry-After` header, a number or a date (RFC 9110, 10.2.3); 0 where it says neither."""
    text = retry_after.strip()
    try:
        seconds = float(text)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(text).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            return 0.0
    return max(seconds, 0.0) if math.isfinite(seconds) else 0.0
